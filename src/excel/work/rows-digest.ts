import { RowsDigest } from '../../report';
import type { CellRange } from '../../sheet';
import { remedyFor } from '../problems/office-errors';
import { ExcelProblem } from '../problems/problem';
import { cellBytes, ChunkSize } from '../read/chunk-size';
import { rangeAt, sheetOf } from '../session/cells';
import { type JobOptions, pause, requireWanted } from '../session/job';
import { run } from '../session/run';

/**
 * What tells the rows of a sheet apart, in their order, as it stands in Excel now: the same text as before
 * means that every row is where it was.
 * @param columns of one sheet, with the same rows
 */
export async function rowsDigestNow(
  sheetKey: string,
  columns: readonly CellRange[],
  job: JobOptions,
): Promise<string> {
  const digest = new RowsDigest();
  for (const column of columns) {
    digest.beginColumn();
    await addColumn(digest, sheetKey, column, job);
  }
  return digest.text;
}

async function addColumn(
  digest: RowsDigest,
  sheetKey: string,
  column: CellRange,
  job: JobOptions,
): Promise<void> {
  const size = new ChunkSize(1);
  for (let top = column.top; top <= column.bottom;) {
    requireWanted(job.signal);
    const rows = { ...column, top, bottom: Math.min(column.bottom, top + size.rows - 1) };
    const started = performance.now();
    try {
      const values = await run((context) => valuesOf(context, sheetKey, rows), job, { sheet: sheetKey });
      let bytes = 0;
      for (const value of values) {
        digest.add(value);
        bytes += cellBytes(value);
      }
      size.learn({ rows: values.length, bytes, milliseconds: performance.now() - started });
      top = rows.bottom + 1;
    } catch (error) {
      const isTooLarge = error instanceof ExcelProblem && remedyFor(error) === 'smaller';
      if (!isTooLarge || !size.halve()) throw error;
    }
    await pause();
  }
}

async function valuesOf(
  context: Excel.RequestContext,
  sheetKey: string,
  rows: CellRange,
): Promise<(string | number | boolean)[]> {
  const sheet = sheetOf(context, sheetKey).load('name');
  const range = rangeAt(sheet, rows).load('values');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelProblem('sheetGone', {});
  const values = range.values as (string | number | boolean)[][];
  return values.map(([value = '']) => value);
}
