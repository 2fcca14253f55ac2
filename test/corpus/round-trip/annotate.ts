/** The program run on a file in memory, under the corpus policy and its few indicators. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkbook } from '../../../src/xlsx';
import { root, run } from '../../cli/run';
import { cellsOf, shown } from '../../cli/workbook';
import { ourColumns } from '../annotated';
import { SHEET } from './tables';

const RULES = path.relative(process.cwd(), path.join(root, 'test/corpus/rules'));

/** The annotated copy, and what was said of columns that users changed. */
export async function annotated(file: Uint8Array): Promise<{ file: Uint8Array; notices: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'subsidy-round-trip-'));
  try {
    const [before, after] = [path.join(folder, 'before.xlsx'), path.join(folder, 'after.xlsx')];
    writeFileSync(before, file);
    const { exit, out, err } = await run('evaluate', before, '--rules', RULES, '--out', after);
    if (exit !== 0) throw new Error(err);
    return { file: readFileSync(after), notices: /^.*原样保留.*$/m.exec(out)?.[0] ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where our columns stand, from left to right. */
export function places(file: Uint8Array): [id: string, column: number][] {
  return ourColumns(openWorkbook(file))
    .map(({ id, column }): [string, number] => [id, column])
    .toSorted(([, a], [, b]) => a - b);
}

/** What our columns say, row by row, wherever they stand. */
export function results(file: Uint8Array): Record<string, unknown[]> {
  const workbook = openWorkbook(file);
  const grid = workbook.readGrid(SHEET);
  return Object.fromEntries(
    ourColumns(workbook).map(({ id, column }) => [
      id,
      Array.from({ length: grid.rowCount }, (_, i) => shown(grid.content(i + 1, column))),
    ]),
  );
}

/** Everything on the sheet, row by row. */
export function sheetCells(file: Uint8Array): (number | string | boolean | null)[][] {
  return cellsOf(openWorkbook(file).readGrid(SHEET));
}
