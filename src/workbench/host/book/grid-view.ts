/** A sheet as the sheet room's grid, and a grid (from a file, a test) as a sheet. */
import type { CellContent, CellRange, Grid, GridTable } from '../../../sheet';
import { area } from './area';
import type { Sheet } from './sheet';
import { PLAIN, styled } from './style';
import { Table } from './table';
import { nameHeaders } from './table-headers';
import type { Workbook } from './workbook';

/** A grid whose reader also knows the formulas' texts. */
export interface GridWithFormulas extends Grid {
  /** With or without the leading `=`; undefined where there is no formula. */
  formula?(row: number, column: number): string | undefined;
}

/** Stands for a formula whose text the reader does not give. Nothing calculates it: it keeps its result from the file. */
export const FORMULA_FROM_FILE = '=FORMULA.FROM.FILE()';

export function gridOf(workbook: Workbook, sheet: Sheet): GridWithFormulas {
  const used = sheet.usedArea(true);
  return {
    sheetName: sheet.name,
    rowCount: used?.bottom ?? 0,
    columnCount: used?.right ?? 0,
    content: (row, column) => sheet.content(row, column),
    isFormula: (row, column) => sheet.formula(row, column) !== undefined,
    formula: (row, column) => sheet.formula(row, column)?.text,
    numberFormat: (row, column) => {
      const format = sheet.style(row, column).numberFormat;
      return format === 'General' ? undefined : format;
    },
    merges: [...sheet.merges],
    tables: sheet.tables.map(gridTable),
    hiddenRows: new Set([...sheet.hiddenRows, ...sheet.filters.flatMap(({ hiddenRows }) => [...hiddenRows])]),
    hiddenColumns: new Set(sheet.hiddenColumns),
    date1904: workbook.date1904,
  };
}

/** Adds a sheet with what the grid holds. */
export function addGrid(workbook: Workbook, grid: GridWithFormulas): Sheet {
  const sheet = workbook.addSheet(grid.sheetName);
  for (let column = 1; column <= grid.columnCount; column += 1) fillColumn(sheet, grid, column);
  sheet.merges = [...grid.merges];
  for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column);
  for (const table of grid.tables) addGridTable(workbook, sheet, table);
  workbook.date1904 ||= grid.date1904;
  if (grid.rowCount > 0) {
    workbook.tell({ kind: 'cellsEdited', sheet, area: area(1, 1, grid.rowCount, grid.columnCount) });
  }
  return sheet;
}

function fillColumn(sheet: Sheet, grid: GridWithFormulas, number: number): void {
  const column = sheet.columnAt(number);
  for (let row = 1; row <= grid.rowCount; row += 1) {
    const numberFormat = grid.numberFormat(row, number);
    if (numberFormat !== undefined) column.setStyle(row, styled(PLAIN, { numberFormat }));
    column.setContent(row, grid.content(row, number));
    if (grid.isFormula(row, number)) sheet.setFormula(row, number, formulaText(grid, row, number));
  }
}

function formulaText(grid: GridWithFormulas, row: number, column: number): string {
  const text = grid.formula?.(row, column);
  if (text === undefined) return FORMULA_FROM_FILE;
  return text.startsWith('=') ? text : `=${text}`;
}

function addGridTable(
  workbook: Workbook,
  sheet: Sheet,
  { name, range, headerRows, totalsRows }: GridTable,
): void {
  const table = new Table(workbook.nextId(), sheet, name, range, headerRows > 0, totalsRows > 0);
  table.columnIds = Array.from({ length: range.right - range.left + 1 }, () => workbook.nextId());
  sheet.tables.push(table);
  nameHeaders(table);
}

function gridTable(table: Table): GridTable {
  return {
    name: table.name,
    range: table.range,
    headerRows: table.hasHeaders ? 1 : 0,
    totalsRows: table.hasTotals ? 1 : 0,
  };
}

/** The contents of a range, row by row. */
export function contentsIn(sheet: Sheet, range: CellRange): CellContent[][] {
  const rows: CellContent[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const line: CellContent[] = [];
    for (let column = range.left; column <= range.right; column += 1) line.push(sheet.content(row, column));
    rows.push(line);
  }
  return rows;
}
