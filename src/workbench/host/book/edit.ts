/** Changes of cells: what is entered, how it looks, what is cleared. The caller has checked that it is allowed. */
import type { CellContent, CellRange } from '../../../sheet';
import { blockSpills, takeBackSpill } from '../formula/spill';
import { area, cellsOf, contains, isWholeColumns, isWholeRows, overlap } from './area';
import type { Column } from './column';
import { entryOf, LONGEST_FORMULA, type Input } from './entry';
import type { Sheet } from './sheet';
import { styled, type CellStyle } from './style';
import { nameHeaders } from './table-headers';
import type { Workbook } from './workbook';

/** What to enter into a cell, row and column counted from 0; null leaves the cell as it is. */
export type Inputs = (row: number, column: number) => Input | null;

export function enter(workbook: Workbook, sheet: Sheet, range: CellRange, inputs: Inputs): void {
  rejectUnenterable(sheet, range, inputs);
  changeContents(workbook, sheet, range, () => {
    const isHidden = hiddenInMerge(sheet, range);
    for (let number = range.left; number <= range.right; number += 1) {
      const column = sheet.columnAt(number);
      for (let row = range.top; row <= range.bottom; row += 1) {
        const input = inputs(row - range.top, number - range.left);
        if (input !== null && !isHidden(row, number)) enterCell(sheet, column, row, number, input);
      }
    }
  });
}

/** Puts contents into cells as they are, without reading them as typed. */
export function put(
  workbook: Workbook,
  sheet: Sheet,
  range: CellRange,
  contents: (row: number, column: number) => CellContent,
): void {
  changeContents(workbook, sheet, range, () => {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        removeFormula(sheet, row, column);
        sheet.setContent(row, column, contents(row - range.top, column - range.left));
      }
    }
  });
}

export function clearContents(workbook: Workbook, sheet: Sheet, range: CellRange): void {
  changeContents(workbook, sheet, range, () => {
    for (const [number, column] of sheet.storedColumns(range)) {
      const last = Math.min(range.bottom, column.usedRows(true)?.last ?? 0);
      for (let row = range.top; row <= last; row += 1) {
        removeFormula(sheet, row, number);
        column.setContent(row, null);
      }
    }
  });
}

export function clearFormats(workbook: Workbook, sheet: Sheet, range: CellRange): void {
  for (const [, column] of sheet.storedColumns(range)) {
    const last = Math.min(range.bottom, column.usedRows(false)?.last ?? 0);
    for (let row = range.top; row <= last; row += 1) column.setStyle(row, undefined);
  }
  if (isWholeColumns(range)) dropBetween(sheet.columnStyles, range.left, range.right);
  if (isWholeRows(range)) dropBetween(sheet.rowStyles, range.top, range.bottom);
  workbook.tell({ kind: 'cellsFormatted', sheet, area: range });
}

/** Changes the look of cells; of whole rows or columns it changes the look of those, and of the cells that have their own. */
export function changeStyle(
  workbook: Workbook,
  sheet: Sheet,
  range: CellRange,
  change: Partial<CellStyle>,
): void {
  changeStyles(workbook, sheet, range, () => change);
}

/** The same with a change for each cell, row and column counted from 0; null leaves the cell as it is. */
export function changeStyles(
  workbook: Workbook,
  sheet: Sheet,
  range: CellRange,
  change: (row: number, column: number) => Partial<CellStyle> | null,
): void {
  if (isWholeColumns(range) || isWholeRows(range)) styleUnbounded(sheet, range, change(0, 0) ?? {});
  else {
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        const wanted = change(row - range.top, column - range.left);
        if (wanted !== null) sheet.setStyle(row, column, styled(sheet.style(row, column), wanted));
      }
    }
  }
  workbook.tell({ kind: 'cellsFormatted', sheet, area: range });
}

function styleUnbounded(sheet: Sheet, range: CellRange, change: Partial<CellStyle>): void {
  const [styles, first, last] = isWholeColumns(range)
    ? [sheet.columnStyles, range.left, range.right]
    : [sheet.rowStyles, range.top, range.bottom];
  const plain = isWholeColumns(range)
    ? (at: number): CellStyle => sheet.style(0, at)
    : (at: number): CellStyle => sheet.style(at, 0);
  for (let at = first; at <= last; at += 1) styles.set(at, styled(plain(at), change));
  for (const [, column] of sheet.storedColumns(range)) {
    const lastRow = Math.min(range.bottom, column.usedRows(false)?.last ?? 0);
    for (let row = range.top; row <= lastRow; row += 1) {
      const own = column.style(row);
      if (own !== undefined) column.setStyle(row, styled(own, change));
    }
  }
}

/** An entry that Excel refuses is found before anything is changed: an operation is done whole or not at all. */
function rejectUnenterable(sheet: Sheet, range: CellRange, inputs: Inputs): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const input = inputs(row - range.top, column - range.left);
      const isSuspect =
        typeof input === 'string' && (input.length > LONGEST_FORMULA || input.startsWith('@'));
      if (isSuspect) entryOf(input, sheet.style(row, column).numberFormat);
    }
  }
}

function enterCell(sheet: Sheet, column: Column, row: number, number: number, input: Input): void {
  const style = column.style(row) ?? sheet.lineStyle(row, number);
  if (column.formula(row) !== undefined) removeFormula(sheet, row, number);
  if (typeof input === 'number' && style.numberFormat !== '@') {
    column.setContent(row, input);
    return;
  }
  const entry = entryOf(input, style.numberFormat);
  column.setContent(row, entry.content);
  if (entry.formula !== undefined) sheet.setFormula(row, number, entry.formula);
  if (entry.numberFormat !== undefined && style.numberFormat === 'General') {
    sheet.setStyle(row, number, styled(style, { numberFormat: entry.numberFormat }));
  }
}

function removeFormula(sheet: Sheet, row: number, column: number): void {
  const formula = sheet.formula(row, column);
  if (formula === undefined) return;
  takeBackSpill(formula);
  sheet.setFormula(row, column, null);
}

/** Frames a change of contents: what spilled there gives way, the headers of tables stay names, watchers are told. */
function changeContents(workbook: Workbook, sheet: Sheet, range: CellRange, change: () => void): void {
  const single = cellsOf(range) === 1;
  const before = single ? sheet.content(range.top, range.left) : null;
  blockSpills(sheet, range);
  change();
  for (const table of sheet.tables) {
    const header = table.headerRow;
    if (header !== null && overlap(header, range) !== null) nameHeaders(table);
  }
  const details = single ? { before, after: sheet.content(range.top, range.left) } : {};
  workbook.tell({ kind: 'cellsEdited', sheet, area: range, ...details });
}

/** Of a merged area only the first cell holds anything: Excel drops what is written to the others, without a word. */
function hiddenInMerge(sheet: Sheet, range: CellRange): (row: number, column: number) => boolean {
  const merges = sheet.merges.filter((merge) => overlap(merge, range) !== null);
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some(
      (merge) => contains(merge, area(row, column)) && (merge.top !== row || merge.left !== column),
    );
}

function dropBetween(styles: Map<number, CellStyle>, first: number, last: number): void {
  for (const at of styles.keys()) if (at >= first && at <= last) styles.delete(at);
}
