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

/** By how much Latin text is narrowed, at most 1; the context has the cell's font. */
export function narrowingOf(context: CanvasRenderingContext2D, { fontName, fontSize }: CellStyle): number {
  const share = DIGITS[fontName];
  if (share === undefined) return 1;
  return Math.min(1, (share * fontSize * PIXELS_PER_POINT) / context.measureText('0').width);
}

/** How wide a text is drawn. Chinese characters are as wide as they are high in every font. */
export function measured(context: CanvasRenderingContext2D, text: string, narrowing: number): number {
  const { width } = context.measureText(text);
  return LATIN.test(text) ? width * narrowing : width;
}
