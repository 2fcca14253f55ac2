import { RowsDigest } from '../../report';
import type { CellRange } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { byChunks } from '../read/by-chunks';
import { rangeAt, sheetOf } from '../session/cells';
import type { JobOptions } from '../session/job';
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
    await byChunks(column, job, async (rows) => {
      const values = await run((context) => valuesOf(context, sheetKey, rows), job, { sheet: sheetKey });
      for (const [value = ''] of values) digest.add(value);
      return values;
    });
  }
  return digest.text;
}

async function valuesOf(
  context: Excel.RequestContext,
  sheetKey: string,
  rows: CellRange,
): Promise<(string | number | boolean)[][]> {
  const sheet = sheetOf(context, sheetKey).load('name');
  const range = rangeAt(sheet, rows).load('values');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelProblem('sheetGone', {});
  return range.values as (string | number | boolean)[][];
}
