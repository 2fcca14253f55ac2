/**
 * Inserting and deleting cells, and everything that follows: formulas, names, tables, merges, filters,
 * hidden rows, comments, the ranges somebody holds.
 */
import { shiftFormula } from '../formula/shift-formula';
import type { CellRange } from '../../../sheet';
import { takeBackSpill } from '../formula/spill';
import { area, columnsOf, contains, LAST_COLUMN, LAST_ROW, overlap, rowsOf } from './area';
import { Column } from './column';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import { shifted, type Shift } from './shift';
import type { Table } from './table';
import type { Workbook } from './workbook';

/** Makes room at `range`: what is there moves down or to the right. */
export function insertCells(
  workbook: Workbook,
  sheet: Sheet,
  range: CellRange,
  direction: 'Down' | 'Right',
): void {
  const shift = shiftOf('insert', range, direction === 'Down' ? 'rows' : 'columns');
  rejectConflicts(sheet, range, shift);
  rejectPushingOff(sheet, shift);
  apply(workbook, sheet, range, shift);
}

/** Removes the cells of `range`: what is below moves up, or what is to the right moves left. */
export function deleteCells(
  workbook: Workbook,
  sheet: Sheet,
  range: CellRange,
  direction: 'Up' | 'Left',
): void {
  const shift = shiftOf('delete', range, direction === 'Up' ? 'rows' : 'columns');
  rejectConflicts(sheet, range, shift);
  apply(workbook, sheet, range, shift);
}

function shiftOf(kind: Shift['kind'], range: CellRange, axis: Shift['axis']): Shift {
  return axis === 'rows'
    ? { kind, axis, at: range.top, count: rowsOf(range), from: range.left, to: range.right }
    : { kind, axis, at: range.left, count: columnsOf(range), from: range.top, to: range.bottom };
}

/** All cells that the shift moves or removes. */
function affected(shift: Shift): CellRange {
  return shift.axis === 'rows'
    ? area(shift.at, shift.from, LAST_ROW, shift.to)
    : area(shift.from, shift.at, shift.to, LAST_COLUMN);
}

/** A table or merged area can move and grow as a whole; it cannot be torn. */
function rejectConflicts(sheet: Sheet, range: CellRange, shift: Shift): void {
  const moving = affected(shift);
  for (const table of sheet.tables) {
    const isTorn = overlap(table.range, moving) !== null && !crosses(table.range, shift);
    const losesHeader =
      shift.kind === 'delete' &&
      table.headerRow !== null &&
      shift.axis === 'rows' &&
      overlap(table.headerRow, range) !== null &&
      !contains(range, table.range);
    if (isTorn || losesHeader) throw new Problem('InsertDeleteConflict');
  }
  for (const merge of sheet.merges) {
    const isTorn = overlap(merge, moving) !== null && !crosses(merge, shift);
    if (isTorn) throw new Problem('MergedRangeConflict');
  }
}

/** Whether the shift spans the whole width (or height) of the range. */
function crosses(range: CellRange, { axis, from, to }: Shift): boolean {
  return axis === 'rows' ? from <= range.left && to >= range.right : from <= range.top && to >= range.bottom;
}

function rejectPushingOff(sheet: Sheet, shift: Shift): void {
  const lost =
    shift.axis === 'rows'
      ? area(LAST_ROW - shift.count + 1, shift.from, LAST_ROW, shift.to)
      : area(shift.from, LAST_COLUMN - shift.count + 1, shift.to, LAST_COLUMN);
  for (const [, column] of sheet.storedColumns(lost)) {
    const used = column.usedRows(true);
    if (used !== null && used.last >= lost.top && used.first <= lost.bottom) {
      throw new Problem('NonBlankCellOffSheet');
    }
  }
}

function apply(workbook: Workbook, sheet: Sheet, range: CellRange, shift: Shift): void {
  giveWay(sheet, shift);
  if (shift.axis === 'rows') moveRows(sheet, shift);
  else moveColumns(sheet, shift);
  follow(workbook, sheet, shift);
  workbook.tell({ kind: 'cellsShifted', sheet, area: range, shift });
}

/** Arrays are calculated anew afterwards: what they spilled must not move as if it were values. */
function giveWay(sheet: Sheet, shift: Shift): void {
  const moving = affected(shift);
  for (const cell of sheet.spilling) {
    const { spill } = cell;
    if (spill === null) continue;
    const spread = area(cell.row, cell.column, cell.row + spill.rows - 1, cell.column + spill.columns - 1);
    if (overlap(spread, moving) !== null) takeBackSpill(cell);
  }
}

function moveRows(sheet: Sheet, { kind, at, count, from, to }: Shift): void {
  for (const [, column] of sheet.storedColumns(area(1, from, LAST_ROW, to))) {
    if (kind === 'insert') column.insert(at, count);
    else column.remove(at, count);
  }
}

function moveColumns(sheet: Sheet, shift: Shift): void {
  const { kind, at, count, from, to } = shift;
  if (from === 1 && to === LAST_ROW) {
    const after = new Map<number, Column>();
    for (const [number, column] of sheet.columns) {
      const place = placeAfter(number, shift);
      if (place !== null) after.set(place, column);
    }
    sheet.columns = after;
    for (const [number, column] of after) for (const cell of column.formulaCells()) cell.column = number;
    return;
  }
  const last = Math.max(0, ...sheet.columns.keys());
  const order = Array.from({ length: Math.max(0, last - at + 1) }, (_, index) => at + index);
  for (let row = from; row <= to; row += 1) {
    if (kind === 'insert') {
      for (const number of order.toReversed()) moveCell(sheet, row, number, number + count);
    } else {
      for (const number of order) moveCell(sheet, row, number + count, number);
    }
  }
}

function moveCell(sheet: Sheet, row: number, from: number, to: number): void {
  const source = sheet.columns.get(from);
  if (source === undefined && !sheet.columns.has(to)) return;
  const target = sheet.columnAt(to);
  const formula = source?.formula(row);
  target.setContent(row, source?.content(row) ?? null);
  target.setStyle(row, source?.style(row));
  target.setFormula(row, formula);
  if (formula !== undefined) formula.column = to;
  source?.setContent(row, null);
  source?.setStyle(row, undefined);
  source?.setFormula(row, undefined);
}

function placeAfter(number: number, { kind, at, count }: Shift): number | null {
  if (number < at) return number;
  if (kind === 'insert') return number + count;
  return number < at + count ? null : number - count;
}

function follow(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  for (const formulaSheet of workbook.sheets) {
    for (const cell of formulaSheet.formulaCells()) {
      cell.text = shiftFormula(cell.text, formulaSheet.name, sheet.name, shift);
    }
  }
  for (const name of workbook.names) {
    name.formula = shiftFormula(name.formula, name.scope?.name ?? '', sheet.name, shift);
  }
  for (const held of sheet.tracked) if (held.area !== null) held.area = shifted(held.area, shift);
  sheet.merges = sheet.merges
    .flatMap((merge) => shifted(merge, shift) ?? [])
    .filter((merge) => columnsOf(merge) * rowsOf(merge) > 1);
  for (const table of sheet.tables.slice()) followTable(workbook, sheet, table, shift);
  followFilters(sheet, shift);
  followLines(sheet, shift);
  workbook.removeComments((comment) => comment.sheet === sheet && shifted(comment.cell, shift) === null);
  for (const comment of workbook.comments) {
    if (comment.sheet === sheet) comment.cell = shifted(comment.cell, shift) ?? comment.cell;
  }
}

function followTable(workbook: Workbook, sheet: Sheet, table: Table, shift: Shift): void {
  const range = shifted(table.range, shift);
  if (range === null) {
    sheet.tables.splice(sheet.tables.indexOf(table), 1);
    workbook.tell({ kind: 'tableDeleted', table });
    return;
  }
  if (shift.axis === 'columns') table.columnIds = columnIdsAfter(workbook, table, shift);
  table.range = range;
}

function columnIdsAfter(workbook: Workbook, table: Table, { kind, at, count }: Shift): number[] {
  const ids = [...table.columnIds];
  const position = at - table.range.left;
  if (kind === 'insert') {
    if (position > 0 && position < ids.length) {
      ids.splice(position, 0, ...Array.from({ length: count }, () => workbook.nextId()));
    }
    return ids;
  }
  const first = Math.max(0, position);
  ids.splice(first, Math.max(0, position + count - first));
  return ids;
}

function followFilters(sheet: Sheet, shift: Shift): void {
  const rowAfter = (row: number): number | null =>
    shifted(area(row, shift.from, row, shift.from), shift)?.top ?? null;
  const columnAfter = (column: number): number | null =>
    shifted(area(shift.from, column, shift.from, column), shift)?.left ?? null;
  const same = (position: number): number => position;
  const [rows, columns] = shift.axis === 'rows' ? [rowAfter, same] : [same, columnAfter];
  for (const table of sheet.tables) table.filter?.follow(table.range, rows, columns);
  if (sheet.filter === null) return;
  const range = shifted(sheet.filter.range, shift);
  if (range === null) sheet.filter = null;
  else sheet.filter.follow(range, rows, columns);
}

/** What belongs to whole rows or columns moves only with whole rows or columns. */
function followLines(sheet: Sheet, shift: Shift): void {
  const rows = shift.axis === 'rows';
  if (shift.from !== 1 || shift.to !== (rows ? LAST_COLUMN : LAST_ROW)) return;
  const hidden = rows ? sheet.hiddenRows : sheet.hiddenColumns;
  const before = [...hidden];
  hidden.clear();
  for (const line of before) {
    const place = placeAfter(line, shift);
    if (place !== null) hidden.add(place);
  }
  followMap(rows ? sheet.rowHeights : sheet.columnWidths, shift);
  followMap(rows ? sheet.rowStyles : sheet.columnStyles, shift);
}

function followMap<T>(map: Map<number, T>, shift: Shift): void {
  const before = [...map];
  map.clear();
  for (const [line, value] of before) {
    const place = placeAfter(line, shift);
    if (place !== null) map.set(place, value);
  }
}
