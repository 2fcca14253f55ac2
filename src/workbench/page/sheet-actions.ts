/** What the ribbon and the menus of the page do to the sheet that is open. */
import type { CellRange } from '../../sheet';
import { area, LAST_COLUMN, LAST_ROW, type Table } from '../host';
import { regionAround } from '../grid/selection';
import { tableAt } from '../grid/table-look';
import type { Workbench } from './workbench';

/** Sorts the table, the filtered rows or the block around the active cell by the active cell's column. */
export function sortByColumn(workbench: Workbench, ascending: boolean): void {
  const { sheet, selection } = workbench;
  const { row, column } = selection.anchor;
  const table = tableAt(sheet, row, column);
  const block = table?.body ?? sheet.filter?.range ?? regionAround(sheet, selection.anchor);
  workbench.act((user) => {
    user.sort(workbench.address(block), [{ column: column - block.left, ascending }], table === undefined);
  });
}

/** Filter buttons on the first row of the block around the active cell, or off. */
export function toggleFilter(workbench: Workbench): void {
  const { sheet, selection } = workbench;
  workbench.act((user) => {
    user.setFilter(workbench.address(regionAround(sheet, selection.anchor)), sheet.filter === null);
  });
}

export function insertRows(workbench: Workbench): void {
  workbench.act((user) => {
    user.insert(workbench.address(wholeRows(workbench.selectedRange)));
  });
}

export function deleteRows(workbench: Workbench): void {
  workbench.act((user) => {
    user.delete(workbench.address(wholeRows(workbench.selectedRange)));
  });
}

export function insertColumns(workbench: Workbench): void {
  workbench.act((user) => {
    user.insert(workbench.address(wholeColumns(workbench.selectedRange)));
  });
}

export function deleteColumns(workbench: Workbench): void {
  workbench.act((user) => {
    user.delete(workbench.address(wholeColumns(workbench.selectedRange)));
  });
}

export function clearCells(workbench: Workbench): void {
  workbench.act((user) => {
    user.clear(workbench.address(workbench.selectedRange));
  });
}

function wholeRows({ top, bottom }: CellRange): CellRange {
  return area(top, 1, bottom, LAST_COLUMN);
}

function wholeColumns({ left, right }: CellRange): CellRange {
  return area(1, left, LAST_ROW, right);
}

/** A column that can be filtered: of the sheet's filter or of a table. */
export interface FilterColumn {
  readonly range: CellRange;
  readonly column: number;
  readonly table: Table | null;
}

export function filterColumnAt(workbench: Workbench, row: number, column: number): FilterColumn | null {
  const { sheet } = workbench;
  const range = sheet.filter?.range;
  if (range?.top === row && column >= range.left && column <= range.right)
    return { range, column, table: null };
  const table = tableAt(sheet, row, column);
  return table === undefined ? null : { range: { ...table.range, bottom: table.body.bottom }, column, table };
}

/** The different values of a column as texts, the blank last; `chosen` are those shown now. */
export function filterValues(
  workbench: Workbench,
  { range, column, table }: FilterColumn,
): { readonly values: readonly string[]; readonly chosen: ReadonlySet<string> } {
  const { sheet } = workbench;
  const values = new Set<string>();
  for (let row = range.top + 1; row <= range.bottom; row += 1) {
    const content = sheet.content(row, column);
    values.add(content === null ? '' : typeof content === 'object' ? content.error : String(content));
  }
  const sorted = [...values].toSorted((a, b) =>
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'zh-CN', { numeric: true }),
  );
  const filter = table === null ? sheet.filter : table.filter;
  const criterion = filter?.criterion(column - range.left);
  return { values: sorted, chosen: new Set(criterion?.values ?? sorted) };
}

/** @param values null shows all rows again */
export function applyFilter(
  workbench: Workbench,
  { range, column, table }: FilterColumn,
  values: readonly string[] | null,
): void {
  const criterion = values === null ? null : { filterOn: 'Values', values };
  workbench.act((user) => {
    if (table === null) user.filter(workbench.address(range), column - range.left, criterion);
    else user.filterTable(table.name, column - range.left, criterion);
  });
}
