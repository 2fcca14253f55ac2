/** Tables: making, sizing, sorting, filtering and removing them. */
import type { CellContent, CellRange } from '../../../sheet';
import { withTableRenamed } from '../formula/rewrite';
import { area, columnsOf, contains, overlap, rowsOf } from './area';
import { looksLikeReference } from './address';
import { clearContents, clearFormats } from './edit';
import { Filter } from './filter';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import { sortRows } from './sort';
import { deleteCells, insertCells } from './structure';
import { Table, type SortKey } from './table';
import { nameHeaders } from './table-headers';
import type { Workbook } from './workbook';

/** Without headers Excel puts a header row above the data, which moves down. */
export function addTable(workbook: Workbook, sheet: Sheet, range: CellRange, hasHeaders: boolean): Table {
  requireRoom(sheet, range, null);
  let whole = range;
  if (!hasHeaders) {
    insertCells(workbook, sheet, { ...range, bottom: range.top }, 'Down');
    whole = { ...range, bottom: range.bottom + 1 };
  } else if (rowsOf(range) === 1) whole = { ...range, bottom: range.bottom + 1 };
  const table = new Table(workbook.nextId(), sheet, freeName(workbook), whole, true, false);
  table.columnIds = Array.from({ length: columnsOf(whole) }, () => workbook.nextId());
  sheet.tables.push(table);
  nameHeaders(table);
  workbook.tell({ kind: 'tableAdded', table });
  return table;
}

export function renameTable(workbook: Workbook, table: Table, name: string): void {
  if (name === table.name) return;
  const isSame = name.toLowerCase() === table.name.toLowerCase();
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255 || looksLikeReference(name)) {
    throw new Problem('InvalidArgument');
  }
  if (!isSame && (workbook.tableNamed(name) ?? workbook.nameSeenFrom(null, name)) !== undefined) {
    throw new Problem('InvalidArgument');
  }
  const before = table.name;
  table.name = name;
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.formulaCells()) cell.text = withTableRenamed(cell.text, before, name);
  }
  for (const item of workbook.names) item.formula = withTableRenamed(item.formula, before, name);
  workbook.tell({ kind: 'formulasRewritten' });
}

/** The header row stays where it is. */
export function resizeTable(workbook: Workbook, table: Table, range: CellRange): void {
  const keepsHeader = range.top === table.range.top && overlap(range, table.range) !== null;
  if (!keepsHeader || rowsOf(range) < 2) throw new Problem('InvalidArgument');
  requireRoom(table.sheet, range, table);
  const shiftLeft = range.left - table.range.left;
  table.columnIds = Array.from(
    { length: columnsOf(range) },
    (_, index) => table.columnIds[index + shiftLeft] ?? workbook.nextId(),
  );
  table.range = range;
  nameHeaders(table);
  workbook.tell({ kind: 'cellsEdited', sheet: table.sheet, area: range });
}

/** The cells become ordinary cells. */
export function convertToRange(workbook: Workbook, table: Table): void {
  dropTable(workbook, table);
}

/** The cells go with the table. */
export function deleteTable(workbook: Workbook, table: Table): void {
  dropTable(workbook, table);
  clearContents(workbook, table.sheet, table.range);
  clearFormats(workbook, table.sheet, table.range);
}

function dropTable(workbook: Workbook, table: Table): void {
  table.sheet.tables.splice(table.sheet.tables.indexOf(table), 1);
  workbook.tell({ kind: 'tableDeleted', table });
}

/** @param index from 0 in the table's body; null adds at the end */
export function addRows(workbook: Workbook, table: Table, index: number | null, count: number): CellRange {
  const { body, range, sheet } = table;
  const at = index === null ? body.bottom + 1 : body.top + index;
  if (at < body.top || at > body.bottom + 1) throw new Problem('InvalidArgument');
  const room = area(at, range.left, at + count - 1, range.right);
  const isInside = at > range.top && at <= range.bottom;
  insertCells(workbook, sheet, room, 'Down');
  if (!isInside) table.range = { ...range, bottom: range.bottom + count };
  return room;
}

/** @param index from 0; null adds on the right */
export function addColumn(workbook: Workbook, table: Table, index: number | null): CellRange {
  const { range, sheet } = table;
  const at = index === null ? range.right + 1 : range.left + index;
  if (at < range.left || at > range.right + 1) throw new Problem('InvalidArgument');
  const room = area(range.top, at, range.bottom, at);
  const isInside = at > range.left && at <= range.right;
  insertCells(workbook, sheet, room, 'Right');
  if (!isInside) {
    table.range = { ...range, right: range.right + 1 };
    table.columnIds.splice(at - range.left, 0, workbook.nextId());
  }
  nameHeaders(table);
  return room;
}

export function deleteColumn(workbook: Workbook, table: Table, index: number): void {
  const { range, sheet } = table;
  if (columnsOf(range) === 1) throw new Problem('InvalidOperation');
  const column = range.left + index;
  deleteCells(workbook, sheet, area(range.top, column, range.bottom, column), 'Left');
}

export function deleteRow(workbook: Workbook, table: Table, index: number): void {
  const { body, range, sheet } = table;
  const row = body.top + index;
  if (row < body.top || row > body.bottom) throw new Problem('InvalidArgument');
  if (rowsOf(body) === 1) clearContents(workbook, sheet, body);
  else deleteCells(workbook, sheet, area(row, range.left, row, range.right), 'Up');
}

export function sortTable(
  workbook: Workbook,
  table: Table,
  keys: readonly SortKey[],
  matchCase: boolean,
): void {
  sortRows(workbook, table.sheet, table.body, { keys, hasHeaders: false, matchCase });
  table.sorted = keys;
}

export function filterOf(table: Table): Filter {
  table.filter ??= new Filter(table.sheet, { ...table.range, bottom: table.body.bottom });
  return table.filter;
}

export function showTotals(workbook: Workbook, table: Table, shown: boolean): void {
  if (table.hasTotals === shown) return;
  const { range, sheet } = table;
  if (shown) {
    insertCells(workbook, sheet, area(range.bottom + 1, range.left, range.bottom + 1, range.right), 'Down');
    table.range = { ...range, bottom: range.bottom + 1 };
    table.hasTotals = true;
  } else {
    table.hasTotals = false;
    table.range = { ...range, bottom: range.bottom - 1 };
    clearContents(workbook, sheet, { ...range, top: range.bottom });
  }
}

export function columnValues(table: Table, index: number): CellContent[] {
  const column = table.range.left + index;
  return Array.from({ length: rowsOf(table.range) }, (_, row) =>
    table.sheet.content(table.range.top + row, column),
  );
}

function requireRoom(sheet: Sheet, range: CellRange, self: Table | null): void {
  const meetsTable = sheet.tables.some((table) => table !== self && overlap(table.range, range) !== null);
  const meetsMerge = sheet.merges.some((merge) => overlap(merge, range) !== null);
  if (meetsTable || meetsMerge) throw new Problem('MergedRangeConflict');
  if (
    sheet.filter !== null &&
    !contains(sheet.filter.range, range) &&
    overlap(sheet.filter.range, range) !== null
  ) {
    throw new Problem('InvalidOperation');
  }
}

function freeName(workbook: Workbook): string {
  let number = 1;
  while (workbook.tableNamed(`表${number}`) !== undefined) number += 1;
  return `表${number}`;
}
