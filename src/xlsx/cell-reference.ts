/** References in a sheet's XML (`B7`, `A1:C9`, `$A:$C`), bounded by what a sheet can be. */
import type { CellRange } from '../sheet';

export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** Column of the reference in `bytes[start, end)` times 2^20 plus its row (less one); -1 if it is none. */
export function packReference(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let column = 0;
  let byte = bytes[at] ?? 0;
  for (; at < end && at - start < 4; byte = bytes[++at] ?? 0) {
    const letter = byte >= 97 ? byte - 96 : byte - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const digitsStart = at;
  let row = 0;
  for (; at < end && at - digitsStart < 8; byte = bytes[++at] ?? 0) {
    if (byte < 48 || byte > 57) return -1;
    row = row * 10 + (byte - 48);
  }
  if (at < end || column === 0 || row === 0 || row > MAX_ROW || column > MAX_COLUMN) return -1;
  return column * MAX_ROW + (row - 1);
}

export const packedRow = (packed: number): number => (packed % MAX_ROW) + 1;
export const packedColumn = (packed: number): number => Math.floor(packed / MAX_ROW);

const RANGE = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?(?::\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?)?$/;

/** `A1`, `A1:C9`, whole columns `A:C` or rows `1:9`; null if it is none of them. */
export function parseRange(text: string): CellRange | null {
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [, left, top, right, bottom] = match;
  const isRange = text.includes(':');
  if (!isRange && (left === undefined || top === undefined)) return null;
  if (isRange && (left === undefined) !== (right === undefined)) return null;
  if (isRange && (top === undefined) !== (bottom === undefined)) return null;
  if (left === undefined && top === undefined) return null;
  const columns = [columnNumber(left ?? 'A'), columnNumber(isRange ? (right ?? 'XFD') : (left ?? 'A'))];
  const rows = [Number(top ?? 1), Number(isRange ? (bottom ?? MAX_ROW) : (top ?? 1))];
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return range.top < 1 || range.bottom > MAX_ROW || range.right > MAX_COLUMN ? null : range;
}

export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

/** `1` → `A`; each made once, because every cell that is written needs its own. */
export function columnLetters(column: number): string {
  let letters = LETTERS[column];
  if (letters === undefined) {
    const last = String.fromCharCode(65 + ((column - 1) % 26));
    letters = column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
    LETTERS[column] = letters;
  }
  return letters;
}

const LETTERS: string[] = [];

export function reference(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

export function rangeReference({ top, left, bottom, right }: CellRange): string {
  const from = `${columnLetters(left)}${top}`;
  return top === bottom && left === right ? from : `${from}:${columnLetters(right)}${bottom}`;
}
