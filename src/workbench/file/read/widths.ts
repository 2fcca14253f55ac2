/** Widths of columns: files count characters of the default font, the host points, as Office.js does. */
import type { CellStyle } from '../../host';

/** Pixels of the widest digit of a font of 11 points: Chinese fonts are wider than Calibri. */
export function digitWidth({ fontName, fontSize }: CellStyle): number {
  const isWide = /[^ -~]|SimSun|DengXian|YaHei|SimHei/i.test(fontName);
  return Math.max(4, Math.round(((isWide ? 8 : 7) * fontSize) / 11));
}

const POINTS_PER_PIXEL = 0.75;

export function pointsOfWidth(characters: number, digit: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / digit)) / 256) * digit) * POINTS_PER_PIXEL;
}

export function widthOfPoints(points: number, digit: number): number {
  return Math.trunc((points / POINTS_PER_PIXEL / digit) * 100 + 0.5) / 100;
}
