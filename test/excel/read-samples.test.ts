import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from '../../src/excel';
import type { Grid } from '../../src/sheet';
import { addGrid, Workbook } from '../../src/workbench/host';
import { openWorkbook } from '../../src/xlsx';
import { newHost } from '../workbench/host/in-office';
import { inExcel } from './in-excel';

const samples = path.join(__dirname, '../../samples');

describe.each(['departments.xlsx', 'industry-messy.xlsx', 'kunming-2024.xlsx', 'xishan-2020.xlsx'])(
  '%s',
  (file) => {
    test('a sheet read through Office.js is the grid that the file has', async () => {
      const opened = openWorkbook(readFileSync(path.join(samples, file)));
      const workbook = new Workbook();
      const grids = opened.sheets.map(({ name }) => opened.readGrid(name));
      for (const grid of grids) addGrid(workbook, grid);
      await inExcel(
        async () => {
          for (const grid of grids) {
            const { grid: read } = await readSheet(grid.sheetName);
            expect(differences(read, grid)).toEqual([]);
          }
        },
        newHost({ workbook, platform: 'web' }),
      );
    });
  },
);

function differences(a: Grid, b: Grid): string[] {
  const found: string[] = [];
  const frame = (grid: Grid): string =>
    JSON.stringify([
      grid.sheetName,
      grid.rowCount,
      grid.columnCount,
      grid.merges
        .map(({ top, left, bottom, right }) => [top, left, bottom, right])
        .map(String)
        .toSorted(),
      grid.tables,
      [...grid.hiddenRows],
      [...grid.hiddenColumns],
      grid.date1904,
    ]);
  if (frame(a) !== frame(b)) found.push(`${frame(a)} ${frame(b)}`);
  for (let row = 1; row <= b.rowCount; row += 1) {
    for (let column = 1; column <= b.columnCount; column += 1) {
      const cell = (grid: Grid): string =>
        JSON.stringify([
          grid.content(row, column),
          grid.isFormula(row, column),
          grid.numberFormat(row, column),
        ]);
      if (cell(a) !== cell(b)) found.push(`${row} ${column}: ${cell(a)} ${cell(b)}`);
    }
  }
  return found.slice(0, 10);
}
