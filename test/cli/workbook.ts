/** Small workbooks for tests of the command line, and what stands in those it wrote. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CellContent, Grid } from '../../src/sheet';
import { isCellError } from '../../src/sheet';
import { openWorkbook, type SheetCell, spliceWorkbook, type Workbook } from '../../src/xlsx';
import { workbookFile } from '../xlsx/workbooks';

export type Rows = readonly (readonly SheetCell[])[];

/** A fresh folder of its own for each test. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'subsidy-'));
}

/** The rows with one more column at the right. */
export function withColumn(rows: Rows, cells: readonly SheetCell[]): Rows {
  return rows.map((row, index) => [...row, cells[index] ?? null]);
}

/** The bytes of a workbook with these sheets, each from its first row and column on. */
export function workbookOf(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const put = Object.entries(sheets).map(([name, rows]) => ({ name, replace: false, columns: [], rows }));
  const withSheets = spliceWorkbook(openWorkbook(workbookFile()), { put });
  return spliceWorkbook(openWorkbook(withSheets), { remove: ['数据'] });
}

/** Writes such a workbook and gives its path. */
export function writeWorkbook(
  folder: string,
  sheets: Readonly<Record<string, Rows>>,
  name = 'in.xlsx',
): string {
  const file = path.join(folder, name);
  writeFileSync(file, workbookOf(sheets));
  return file;
}

export function opened(file: string): Workbook {
  return openWorkbook(readFileSync(file));
}

/** Everything on a sheet, row by row; an error is its code. */
export function cellsOf(grid: Grid): (number | string | boolean | null)[][] {
  return Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: grid.columnCount }, (_other, column) => shown(grid.content(row + 1, column + 1))),
  );
}

export function shown(content: CellContent): number | string | boolean | null {
  return isCellError(content) ? content.error : content;
}

/** The cells below a header of the sheet's first row, by the header. */
export function columnsOf(
  file: string,
  sheet: string,
): Readonly<Record<string, readonly (number | string | boolean | null)[]>> {
  const [headers = [], ...rows] = cellsOf(opened(file).readGrid(sheet));
  return Object.fromEntries(
    headers.flatMap((header, index) =>
      header === null ? [] : [[String(header), rows.map((row) => row[index] ?? null)]],
    ),
  );
}

export function columnOf(
  file: string,
  sheet: string,
  header: string,
): readonly (number | string | boolean | null)[] {
  const column = columnsOf(file, sheet)[header];
  if (column === undefined) throw new Error(`no column ${header} in ${sheet}`);
  return column;
}
