import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWorkbook } from '../../src/xlsx';
import { temporaryFolder } from './corpus';
import { annotated, places, results, sheetCells } from './round-trip/annotate';
import { fileOf, SHEET, tables } from './round-trip/tables';
import { takenAway } from './round-trip/take-away';
import { done, type Step } from './round-trip/users';

/**
 * Annotated, saved anew by LibreOffice, annotated again. Where LibreOffice is not installed this is skipped;
 * test/corpus/round-trip-properties.test.ts says the same with our own reader and writer.
 */
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
const inLibreOffice = hasLibreOffice ? describe : describe.skip;
if (!hasLibreOffice) console.warn('LibreOffice (soffice) is not installed: its round trips are skipped.');

const COUNT = 10;

/** Every other workbook was worked on before. */
const STEPS: readonly (readonly Step[])[] = [
  [],
  [
    { does: 'sorts', by: 5 },
    { does: 'inserts a column', at: 4 },
    { does: 'appends an enterprise', at: 7 },
  ],
];

inLibreOffice('through LibreOffice', () => {
  const folder = temporaryFolder();
  const trips: { readonly before: Uint8Array; readonly after: Uint8Array }[] = [];

  beforeAll(async () => {
    const made: Uint8Array[] = [];
    for (const [i, rows] of fc.sample(tables, { seed: 20_241_122, numRuns: COUNT }).entries())
      made.push(STEPS[i % 2]?.reduce(done, (await annotated(fileOf(rows))).file) ?? new Uint8Array());
    savedByLibreOffice(made, folder).forEach((after, i) => trips.push({ before: made[i] ?? after, after }));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the columns are there once, where they were, with the same results', async () => {
    expect(trips).toHaveLength(COUNT);
    for (const { before, after } of trips) {
      const [expected, again] = [await annotated(before), await annotated(after)];
      expect(again.notices).toBe('');
      expect(places(again.file)).toEqual(places(before));
      expect(results(again.file)).toEqual(results(expected.file));
      expect(sheetCells(again.file)).toEqual(sheetCells(expected.file));
    }
  }, 300_000);

  test('taken away: the cells the user had, and nothing of ours', () => {
    for (const { before, after } of trips) {
      const bare = takenAway(after);
      expect(sheetCells(bare)).toEqual(sheetCells(takenAway(before)));
      expect(openWorkbook(bare).sheets.map(({ name }) => name)).toEqual([SHEET]);
      expect(places(bare)).toEqual([]);
    }
  });
});

/** One start of the program for all of them. */
function savedByLibreOffice(files: readonly Uint8Array[], folder: string): Uint8Array[] {
  const names = files.map((bytes, i) => {
    const name = path.join(folder, `${i}.xlsx`);
    writeFileSync(name, bytes);
    return name;
  });
  const out = path.join(folder, 'saved');
  mkdirSync(out);
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...names],
    { stdio: 'pipe', timeout: 240_000 },
  );
  return files.map((_, i) => readFileSync(path.join(out, `${i}.xlsx`)));
}
