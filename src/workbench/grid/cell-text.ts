/** The text that a cell shows, as far as the width of its column lets it. */
import { isCellError, type CellContent } from '../../sheet';
import { textOf, type CellStyle } from '../host';

/** What a cell shows whose column is wide enough. A format that the host cannot render shows the plain value. */
export function shownText(content: CellContent, numberFormat: string, date1904: boolean): string {
  return textOf(content, numberFormat, date1904) ?? textOf(content, 'General', date1904) ?? '';
}

/** Numbers are never cut off: General loses decimals, anything else becomes `####`. */
export function fittedNumber(
  content: number,
  text: string,
  numberFormat: string,
  fits: (text: string) => boolean,
): string {
  if (fits(text)) return text;
  if (numberFormat === 'General') {
    const [whole = '', decimals = ''] = text.split('.');
    for (let kept = decimals.length - 1; kept >= 0; kept -= 1) {
      const shorter = content.toFixed(kept);
      if (fits(shorter)) return shorter;
    }
    if (fits(whole)) return whole;
  }
  let hashes = '#';
  while (hashes.length < 255 && fits(`${hashes}#`)) hashes += '#';
  return hashes;
}

export type Side = 'left' | 'center' | 'right';

/** Numbers stand at the right, texts at the left, logical values and errors in the middle, unless told otherwise. */
export function sideOf(content: CellContent, { horizontalAlignment }: CellStyle): Side {
  switch (horizontalAlignment) {
    case 'Left':
    case 'Fill':
    case 'Justify':
      return 'left';
    case 'Right':
      return 'right';
    case 'Center':
    case 'CenterAcrossSelection':
    case 'Distributed':
      return 'center';
    default:
      if (typeof content === 'number') return 'right';
      return typeof content === 'boolean' || isCellError(content) ? 'center' : 'left';
  }
}

/** Breaks text into lines that fit; between Chinese characters anywhere, between words elsewhere. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(/[!-~]+|[\s\S]/gu) ?? []) {
      if (line !== '' && measure(line + piece) > width) {
        lines.push(line);
        line = piece.trim() === '' ? '' : piece;
      } else line += piece;
    }
    lines.push(line);
  }
  return lines;
}
