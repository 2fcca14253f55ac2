import type { CellRange } from '../../sheet';
import { cellAddress } from '../../sheet';
import type { Context } from './run';

/** Where a range is, as Office.js counts: from 0, with sizes. */
export interface Place {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** What to load of a range to know where it is. */
export const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';

export function cellRange({ rowIndex, columnIndex, rowCount, columnCount }: Place): CellRange {
  return {
    top: rowIndex + 1,
    left: columnIndex + 1,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount,
  };
}

/** The range of a sheet at a place of ours. */
export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1);
}

/** By name or id; a null object when it is gone. */
export function sheetOf(context: Context, key: string): Excel.Worksheet {
  return context.workbook.worksheets.getItemOrNullObject(key);
}

/** `EA1:EH2001`, or `EA1` for a single cell. */
export function addressOf({ top, left, bottom, right }: CellRange): string {
  const [first, last] = [cellAddress(top, left), cellAddress(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
