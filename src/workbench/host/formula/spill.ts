/** Puts a formula's result into the sheet: one value, or an array that spills over the cells below and to the right. */
import type { CellContent, CellRange } from '../../../sheet';
import { area, isOnSheet, overlap } from '../book/area';
import type { FormulaCell } from '../book/formula-cell';
import type { Sheet } from '../book/sheet';
import { cellError, isMatrix } from './result';
import type { Values } from './operators';

/** @returns the cells that changed; null when nothing did */
export function putResult(cell: FormulaCell, result: Values): CellRange | null {
  const { sheet, row, column } = cell;
  const before = spillArea(cell);
  // A blank result shows as 0, in Excel as here.
  const rows = (isMatrix(result) ? result.rows : [[result]]).map((line) => line.map((value) => value ?? 0));
  const fits = takeRoom(cell, rows.length, rows[0]?.length ?? 0);
  const shown: readonly (readonly CellContent[])[] = fits ? rows : [[cellError('#SPILL!')]];
  let changed: CellRange | null = before !== null && cell.spill === null ? before : null;
  for (const [down, line] of shown.entries()) {
    for (const [right, content] of line.entries()) {
      if (isSame(sheet.content(row + down, column + right), content)) continue;
      sheet.setContent(row + down, column + right, content);
      changed = spillArea(cell) ?? area(row, column);
    }
  }
  return changed;
}

/** The whole array; null when the formula gives a single value. */
export function spillArea({ row, column, spill }: FormulaCell): CellRange | null {
  return spill === null ? null : area(row, column, row + spill.rows - 1, column + spill.columns - 1);
}

/** Empties the cells over which a formula spilled, the formula's own excepted. */
export function takeBackSpill(cell: FormulaCell): void {
  const range = spillArea(cell);
  cell.spill = null;
  cell.sheet.spilling.delete(cell);
  if (range === null) return;
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const isAnchor = row === cell.row && column === cell.column;
      if (!isAnchor && cell.sheet.formula(row, column) === undefined)
        cell.sheet.setContent(row, column, null);
    }
  }
}

function takeRoom(cell: FormulaCell, rows: number, columns: number): boolean {
  const same = cell.spill?.rows === rows && cell.spill.columns === columns;
  if (same) return true;
  takeBackSpill(cell);
  if (rows * columns <= 1) return true;
  const range = area(cell.row, cell.column, cell.row + rows - 1, cell.column + columns - 1);
  if (!isFree(cell, range)) return false;
  cell.spill = { rows, columns };
  cell.sheet.spilling.add(cell);
  return true;
}

function isFree({ sheet, row, column }: FormulaCell, range: CellRange): boolean {
  if (sheet.merges.some((merge) => overlap(merge, range) !== null)) return false;
  if (sheet.tables.some((table) => overlap(table.range, range) !== null)) return false;
  for (const [number, stored] of sheet.storedColumns(range)) {
    for (let at = range.top; at <= range.bottom; at += 1) {
      if (at === row && number === column) continue;
      if (stored.content(at) !== null || stored.formula(at) !== undefined) return false;
    }
  }
  return isOnSheet(range);
}

function isSame(a: CellContent, b: CellContent): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Somebody writes into cells over which formulas spilled: the arrays have no room any more. */
export function blockSpills(sheet: Sheet, range: CellRange): void {
  for (const cell of sheet.spilling) {
    const spread = spillArea(cell);
    if (spread === null || overlap(spread, range) === null) continue;
    if (overlap(area(cell.row, cell.column), range) !== null) continue;
    takeBackSpill(cell);
    sheet.setContent(cell.row, cell.column, cellError('#SPILL!'));
  }
}

/** The formula's array had no room; when cells change, it may have. */
export function isBlocked({ sheet, row, column }: FormulaCell): boolean {
  const content = sheet.content(row, column);
  return typeof content === 'object' && content?.error === '#SPILL!';
}
