/**
 * Columns are as wide as the file's font needs. Where the machine lacks that font, letters and digits of the one
 * in its place are drawn as wide as they should be, so that what fits in Excel fits here.
 */
import type { CellStyle } from '../host';

/** Widths of digits as shares of the font's size. */
const DIGITS: Readonly<Record<string, number>> = {
  Calibri: 0.507,
  Arial: 0.556,
  'Times New Roman': 0.5,
  宋体: 0.5,
  SimSun: 0.5,
  仿宋: 0.5,
  楷体: 0.5,
  黑体: 0.5,
  等线: 0.53,
  DengXian: 0.53,
};

const PIXELS_PER_POINT = 4 / 3;
const LATIN = /^[ -~]*$/;
const MOST_WIDTHS = 20_000;

/** Asking a canvas how wide a text is takes longer than drawing it: what was asked is remembered. */
export class TextWidths {
  private readonly widths = new Map<string, number>();

  /** Another font has come: texts are as wide as it makes them. */
  forget(): void {
    this.widths.clear();
  }

  /** How wide a text is drawn; the context has the cell's font. Chinese characters are as wide as they are high in every font. */
  of(context: CanvasRenderingContext2D, text: string, style: CellStyle): number {
    const key = `${context.font}\n${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    if (this.widths.size > MOST_WIDTHS) this.widths.clear();
    const { width } = context.measureText(text);
    const drawn = LATIN.test(text) ? width * narrowingOf(context, style) : width;
    this.widths.set(key, drawn);
    return drawn;
  }
}

/** By how much Latin text is narrowed, at most 1. */
function narrowingOf(context: CanvasRenderingContext2D, { fontName, fontSize }: CellStyle): number {
  const share = DIGITS[fontName];
  if (share === undefined) return 1;
  return Math.min(1, (share * fontSize * PIXELS_PER_POINT) / context.measureText('0').width);
}
