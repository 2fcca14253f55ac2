import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicy, evaluateSheets } from '../../src/engine';
import { findOurs, moneyText } from '../../src/report';
import { type Grid, isCellError, policyContext, understandSheet } from '../../src/sheet';
import { openWorkbook } from '../../src/xlsx';
import { bundled } from '../excel/evaluation';
import type { Rows } from '../cli/workbook';
import { inProcess } from './in-process';
import { sendSheet } from './sheets';

const { policies, vocabulary } = bundled('xishan-2020', 'kunming-2024');
const sample = openWorkbook(readFileSync(path.join(__dirname, '../../samples/kunming-2024.xlsx')));
const names = sample.sheets.map(({ name }) => name);
const grids = names.map((name) => sample.readGrid(name));

function rowsOf(grid: Grid): Rows {
  return Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: grid.columnCount }, (_cell, column) => valueOf(grid.content(row + 1, column + 1))),
  );
}

function valueOf(content: ReturnType<Grid['content']>): Rows[number][number] {
  return isCellError(content) ? content.error : content;
}

test('the sample of a bundled policy comes to what the engine makes of the file itself', async () => {
  const { worker } = inProcess(policies);
  await worker.begin();
  for (const grid of grids) await sendSheet(worker, grid.sheetName, rowsOf(grid), 500);
  const ids = policies.map(({ id }) => id);
  const understood = await worker.understand({
    sheets: names,
    policies: ids,
    corrections: null,
    ours: findOurs([]),
  });
  const { policies: figures } = await worker.evaluate({ policies: ids, groupBy: null });

  const readings = grids
    .map((grid) => understandSheet(grid, vocabulary, policyContext(policies)))
    .filter((one) => one.kind === 'table');
  const { policies: expected } = evaluateSheets(
    policies.map((policy) => compilePolicy(policy)),
    readings.map(({ data }) => data),
  );
  expect(understood.tables.map(({ rowCount }) => rowCount)).toEqual(
    readings.map(({ data }) => data.columns.rowCount),
  );
  expect(figures.map(({ id, award, ceiling, saving }) => [id, award.sum, ceiling.sum, saving.sum])).toEqual(
    expected.map(({ policy, totals }) => [
      policy.id,
      moneyText(totals.award),
      moneyText(totals.ceiling),
      moneyText(totals.saving),
    ]),
  );
  expect(understood.inForce).toEqual(['kunming-2024']);
  expect(figures.find(({ id }) => id === 'kunming-2024')?.award.rows).toBeGreaterThan(0);
});
