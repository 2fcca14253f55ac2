/** Sorting rows: cells move with their looks, formulas read as if copied, hidden names stay where they are. */
import { isCellError, type CellContent, type CellRange } from '../../../sheet';
import { copiedBy } from '../formula/rewrite';
import { overlap } from './area';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import type { SortKey } from './table';
import type { Workbook } from './workbook';

export interface SortOptions {
  readonly keys: readonly SortKey[];
  readonly hasHeaders: boolean;
  readonly matchCase: boolean;
}

export function sortRows(workbook: Workbook, sheet: Sheet, range: CellRange, options: SortOptions): void {
  if (sheet.merges.some((merge) => overlap(merge, range) !== null)) {
    throw new Problem('InvalidOperation', 'To do this, all the merged cells need to be the same size.');
  }
  const used = sheet.usedArea(true);
  const top = range.top + (options.hasHeaders ? 1 : 0);
  const bottom = Math.min(range.bottom, used?.bottom ?? 0);
  if (bottom <= top) return;
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const order = rows.toSorted((a, b) => {
    for (const { column, ascending } of options.keys) {
      const at = range.left + column;
      const sign = compare(sheet.content(a, at), sheet.content(b, at), ascending, options.matchCase);
      if (sign !== 0) return sign;
    }
    return a - b;
  });
  for (const [, column] of sheet.storedColumns(range)) {
    const formulas = order.map((row) => ({ row, cell: column.formula(row) }));
    column.reorder(top, order);
    for (const [index, { row, cell }] of formulas.entries()) {
      if (cell !== undefined) cell.text = copiedBy(cell.text, top + index - row, 0);
    }
  }
  workbook.tell({ kind: 'rowsSorted', sheet, area: range });
}

/** Numbers, then texts, then logical values, then errors; blanks come last whatever the direction. */
function compare(a: CellContent, b: CellContent, ascending: boolean, matchCase: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const sign = compareFilled(a, b, matchCase);
  return ascending ? sign : -sign;
}

function compareFilled(a: NonNullable<CellContent>, b: NonNullable<CellContent>, matchCase: boolean): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'zh-CN', { sensitivity: matchCase ? 'variant' : 'accent' });
  }
  return isCellError(a) || isCellError(b) ? 0 : Number(a) - Number(b);
}

function rankOf(content: NonNullable<CellContent>): number {
  return isCellError(content) ? 3 : ['number', 'string', 'boolean'].indexOf(typeof content);
}
