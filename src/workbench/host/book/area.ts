/**
 * Geometry of cell ranges. Rows and columns are 1-based and both ends are included, as in the sheet
 * room's `CellRange`; the 0-based indexes of Office.js exist only where its members are answered.
 */
import type { CellRange } from '../../../sheet';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export function area(top: number, left: number, bottom = top, right = left): CellRange {
  return { top, left, bottom, right };
}

export function rowsOf(range: CellRange): number {
  return range.bottom - range.top + 1;
}

export function columnsOf(range: CellRange): number {
  return range.right - range.left + 1;
}

export function cellsOf(range: CellRange): number {
  return rowsOf(range) * columnsOf(range);
}

export function isWholeColumns(range: CellRange): boolean {
  return range.top === 1 && range.bottom === LAST_ROW;
}

export function isWholeRows(range: CellRange): boolean {
  return range.left === 1 && range.right === LAST_COLUMN;
}

/** Office.js calls a range of whole rows or columns unbounded: its cells can be neither read nor written one by one. */
export function isUnbounded(range: CellRange): boolean {
  return isWholeColumns(range) || isWholeRows(range);
}

export function isOnSheet(range: CellRange): boolean {
  return (
    range.top >= 1 &&
    range.left >= 1 &&
    range.bottom <= LAST_ROW &&
    range.right <= LAST_COLUMN &&
    range.top <= range.bottom &&
    range.left <= range.right
  );
}

export function overlap(a: CellRange, b: CellRange): CellRange | null {
  const common = area(
    Math.max(a.top, b.top),
    Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom),
    Math.min(a.right, b.right),
  );
  return common.top <= common.bottom && common.left <= common.right ? common : null;
}

export function contains(outer: CellRange, inner: CellRange): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

export function isSameArea(a: CellRange, b: CellRange): boolean {
  return contains(a, b) && contains(b, a);
}

/** The smallest range that holds both. */
export function boundsOf(a: CellRange, b: CellRange): CellRange {
  return area(
    Math.min(a.top, b.top),
    Math.min(a.left, b.left),
    Math.max(a.bottom, b.bottom),
    Math.max(a.right, b.right),
  );
}

export function moved(range: CellRange, rows: number, columns: number): CellRange {
  return area(range.top + rows, range.left + columns, range.bottom + rows, range.right + columns);
}
