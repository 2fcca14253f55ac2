/**
 * The page's own Chinese font, for machines that have none: a canvas draws with whatever is there, so the font
 * is asked for before the first drawing. Where the machine has a Chinese font nothing is fetched.
 */
const SAMPLE = '补贴测算';

/** Resolves when texts can be drawn; a font that does not come is no reason not to start. */
export async function fontsLoaded(): Promise<void> {
  if (hasChineseFont()) return;
  await Promise.all([
    document.fonts.load('15px "Workbench Sans SC"', SAMPLE),
    document.fonts.load('15px "Workbench Sans SC"', 'Aa'),
  ]).catch(() => []);
}

/** A character that no font has is drawn as the same box as another one. */
function hasChineseFont(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 32;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return true;
  const drawn = (text: string): string => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.font = '24px "Microsoft YaHei", "PingFang SC", SimSun, sans-serif';
    context.fillText(text, 2, 26);
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
  };
  return drawn('补') !== drawn('贴');
}
