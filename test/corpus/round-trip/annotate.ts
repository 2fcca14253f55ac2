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

export interface Annotated {
  readonly file: Uint8Array;
  readonly json: string;
  readonly said: string;
  /** What was said of columns that users changed. */
  readonly notices: string;
}

export async function annotated(file: Uint8Array): Promise<Annotated> {
  const folder = mkdtempSync(path.join(tmpdir(), 'subsidy-round-trip-'));
  try {
    const at = (name: string): string => path.join(folder, name);
    writeFileSync(at('in.xlsx'), file);
    const outputs = ['--out', at('out.xlsx'), '--json', at('out.json')];
    const { exit, out, err } = await run('evaluate', at('in.xlsx'), '--rules', RULES, ...outputs);
    if (exit !== 0) throw new Error(err);
    return {
      file: readFileSync(at('out.xlsx')),
      json: readFileSync(at('out.json'), 'utf8'),
      said: out,
      notices: /^.*原样保留.*$/m.exec(out)?.[0] ?? '',
    };
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
