/** A1 addresses: `Sheet1!A1:B2`, `'2024 年'!$A:$C`, `3:5`. */
import { columnLetter, type CellRange } from '../../../sheet';
import { area, isOnSheet, isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW } from './area';

export interface Address {
  /** As written before the `!`, without quotes; null when there is none. */
  readonly sheet: string | null;
  readonly area: CellRange;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Reads an address; null when the text is none, or lies outside a sheet. */
export function parseAddress(text: string): Address | null {
  const trimmed = text.trim();
  const bang = trimmed.lastIndexOf('!');
  const found = parseArea(trimmed.slice(bang + 1).trim());
  if (found === null) return null;
  return { sheet: bang < 0 ? null : unquoted(trimmed.slice(0, bang)), area: found };
}

export function parseArea(text: string): CellRange | null {
  const found = cellsIn(text) ?? columnsIn(text) ?? rowsIn(text);
  if (found === null) return null;
  const ordered = area(
    Math.min(found.top, found.bottom),
    Math.min(found.left, found.right),
    Math.max(found.top, found.bottom),
    Math.max(found.left, found.right),
  );
  return isOnSheet(ordered) ? ordered : null;
}

function cellsIn(text: string): CellRange | null {
  const [, left, top, right = left, bottom = top] = CELLS.exec(text) ?? [];
  if (left === undefined || right === undefined) return null;
  return area(Number(top), columnNumber(left), Number(bottom), columnNumber(right));
}

function columnsIn(text: string): CellRange | null {
  const [, left, right] = COLUMNS.exec(text) ?? [];
  if (left === undefined || right === undefined) return null;
  return area(1, columnNumber(left), LAST_ROW, columnNumber(right));
}

function rowsIn(text: string): CellRange | null {
  const [, top, bottom] = ROWS.exec(text) ?? [];
  if (top === undefined || bottom === undefined) return null;
  return area(Number(top), 1, Number(bottom), LAST_COLUMN);
}

/** `A1`, `A1:B2`, `A:C` or `3:5`, with `$` before each part when `absolute`. */
export function areaText(range: CellRange, absolute = false): string {
  const sign = absolute ? '$' : '';
  const columns = (column: number): string => sign + columnLetter(column);
  const rows = (row: number): string => sign + String(row);
  if (isWholeColumns(range)) return `${columns(range.left)}:${columns(range.right)}`;
  if (isWholeRows(range)) return `${rows(range.top)}:${rows(range.bottom)}`;
  const first = columns(range.left) + rows(range.top);
  const last = columns(range.right) + rows(range.bottom);
  return first === last ? first : `${first}:${last}`;
}

/** With the sheet before it, quoted where Excel asks for quotes. */
export function addressText(sheetName: string, range: CellRange, absolute = false): string {
  return `${quoted(sheetName)}!${areaText(range, absolute)}`;
}

export function quoted(sheetName: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheetName) && !looksLikeReference(sheetName);
  return plain ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
}

export function unquoted(text: string): string {
  const name = text.trim();
  return name.startsWith("'") && name.endsWith("'") && name.length > 1
    ? name.slice(1, -1).replaceAll("''", "'")
    : name;
}

/** Whether a name would be read as a cell: `A1`, `R1C1`, `r`, `C`. */
export function looksLikeReference(name: string): boolean {
  return parseArea(name) !== null || /^(?:[rR]\d*)?(?:[cC]\d*)?$/.test(name);
}
