import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, zipSync } from 'fflate';
import type { Grid } from '../../src/sheet';
import { unzipped } from '../xlsx/zip';
import { root, run } from './run';
import { cellsOf, opened, shown, temporaryFolder } from './workbook';

/**
 * The annotated workbook in another program: LibreOffice opens it, calculates 汇总 from nothing, and saves it.
 * Where LibreOffice is not installed these tests are skipped (CI installs it).
 */
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
const inLibreOffice = hasLibreOffice ? describe : describe.skip;
if (!hasLibreOffice) console.warn('LibreOffice (soffice) is not installed: its tests are skipped.');

const folder = temporaryFolder();

/** Opens a file in LibreOffice and saves it, in a profile of its own; gives the path of what it saved. */
function saved(file: string): string {
  const out = path.join(folder, 'saved');
  mkdirSync(out, { recursive: true });
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, file],
    { stdio: 'pipe', timeout: 150_000 },
  );
  return path.join(out, path.basename(file));
}

/** The same file without the results of its formulas, so that whoever opens it has to calculate. */
function withoutResults(file: string): string {
  const parts = unzipped(readFileSync(file));
  for (const [name, bytes] of Object.entries(parts)) {
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      parts[name] = strToU8(
        strFromU8(bytes).replaceAll(/(<f>(?:SUM|COUNT|D\d)[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'),
      );
  }
  const bare = path.join(path.dirname(file), `bare-${path.basename(file)}`);
  writeFileSync(bare, zipSync(parts));
  return bare;
}

/** Every cell of the columns, row by row. */
function cells(grid: Grid, columns: number): readonly unknown[] {
  return Array.from({ length: grid.rowCount }, (_, row) => [
    `row ${row + 1}`,
    ...Array.from({ length: columns }, (_other, column) => shown(grid.content(row + 1, column + 1))),
  ]);
}

/** The same, with results of formulas as `other` has them where they agree in fourteen digits: LibreOffice keeps fifteen. */
function cellsLike(other: Grid, grid: Grid, columns: number): readonly unknown[] {
  return Array.from({ length: grid.rowCount }, (_, row) => [
    `row ${row + 1}`,
    ...Array.from({ length: columns }, (_other, column) => {
      const [value, wanted] = [grid, other].map((each) => shown(each.content(row + 1, column + 1)));
      if (typeof value !== 'number' || typeof wanted !== 'number') return value;
      const agree =
        grid.isFormula(row + 1, column + 1) && Math.abs(value - wanted) <= 1e-14 * Math.abs(wanted);
      return agree ? wanted : value;
    }),
  ]);
}

function grids(sheet: string, ...files: readonly string[]): Grid[] {
  return files.map((file) => opened(file).readGrid(sheet));
}

/** Row and column of every formula. */
function formulasOf(grid: Grid): (readonly [number, number])[] {
  return cellsOf(grid).flatMap((row, index) =>
    row.flatMap((_, column) =>
      grid.isFormula(index + 1, column + 1) ? [[index + 1, column + 1] as const] : [],
    ),
  );
}

inLibreOffice.each([
  ['departments', 'xishan-2020', '明细 xishan-2020', '汇总 xishan-2020'],
  ['kunming-2024', 'kunming-2024', '明细 kunming-2024', '汇总 kunming-2024'],
])('%s, annotated, in LibreOffice', (name, policy, detail, summary) => {
  const input = path.join(root, 'samples', `${name}.xlsx`);
  const annotated = path.join(folder, `${name}.xlsx`);
  let bare: string;
  let result: string;

  beforeAll(async () => {
    await run('evaluate', input, '--policy', policy, '--out', annotated);
    bare = withoutResults(annotated);
    result = saved(bare);
  }, 200_000);

  test('all sheets are there, ours last', () => {
    const names = opened(input).sheets.map((sheet) => sheet.name);
    expect(opened(result).sheets.map((sheet) => sheet.name)).toEqual([...names, detail, summary]);
  });

  test('the user’s cells are as they were, ours beside them as we wrote them, cell by cell', () => {
    for (const { name: sheet } of opened(input).sheets) {
      const [before, ours, theirs] = grids(sheet, input, annotated, result) as [Grid, Grid, Grid];
      const [own, all] = [before.columnCount, ours.columnCount];
      expect(cells(ours, own)).toEqual(cells(before, own));
      expect(cellsLike(ours, theirs, all)).toEqual(cells(ours, all));
    }
  });

  test('明细 is what we wrote, cell by cell', () => {
    expect(cellsOf(opened(result).readGrid(detail))).toEqual(cellsOf(opened(annotated).readGrid(detail)));
  });

  test('汇总, calculated by LibreOffice from nothing, comes to the engine’s totals', () => {
    const [ours, without, theirs] = grids(summary, annotated, bare, result) as [Grid, Grid, Grid];
    const formulas = formulasOf(ours);
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter(([row, column]) => without.content(row, column) !== null)).toEqual([]);
    const values = (grid: Grid): unknown =>
      formulas.map(([row, column]) => [row, column, Math.round(Number(grid.content(row, column)) * 100)]);
    expect(values(theirs)).toEqual(values(ours));
  });
});
