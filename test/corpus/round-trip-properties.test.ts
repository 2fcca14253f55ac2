import fc from 'fast-check';
import { openWorkbook } from '../../src/xlsx';
import { same } from '../xlsx/workbooks';
import { type UserSheet, userSheets } from './annotated';
import { fileOf, SHEET, tables } from './round-trip/tables';
import { annotated, places, results, sheetCells } from './round-trip/annotate';
import { opinions, typedOver, withOpinion } from './round-trip/edits';
import { takenAway } from './round-trip/take-away';
import { done, type Step } from './round-trip/users';

/** Whatever people do to an annotated workbook: nothing of theirs is lost, nothing of ours is there twice. */

// Seconds where the machine is free, minutes where it is not.
jest.setTimeout(600_000);

const SEEDED = { seed: 20_241_122, numRuns: 30 };

const users = (file: Uint8Array): UserSheet[] => userSheets(openWorkbook(file));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('sorts' as const), by: fc.nat(99) }),
  fc.record({
    does: fc.constantFrom('inserts a blank row' as const, 'appends an enterprise', 'inserts a column'),
    at: fc.nat(30),
  }),
);

test('evaluating twice equals evaluating once, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const once = await annotated(fileOf(rows));
      const twice = await annotated(once.file);
      expect(same(twice.file, once.file)).toBe(true);
    }),
    SEEDED,
  );
});

test('sorted, rows and columns inserted: the same columns with the results of the rows they now stand beside', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.array(step, { minLength: 1, maxLength: 4 }), async (rows, steps) => {
      const changed = steps.reduce(done, (await annotated(fileOf(rows))).file);
      const again = await annotated(changed);
      expect(places(again.file)).toEqual(places(changed));
      expect(places(again.file)).toHaveLength(8);
      expect(users(again.file)).toEqual(users(changed));
      expect(again.notices).toBe('');
      const fresh = await annotated(takenAway(again.file));
      expect(results(again.file)).toEqual(results(fresh.file));
    }),
    SEEDED,
  );
});

test('taken away: the sheets and cells the user had, and no name of ours', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const before = fileOf(rows);
      const bare = takenAway((await annotated(before)).file);
      expect(users(bare)).toEqual(users(before));
      expect(openWorkbook(bare).sheets.map(({ name }) => name)).toEqual([SHEET]);
      expect(openWorkbook(bare).definedNames).toEqual(openWorkbook(before).definedNames);
    }),
    SEEDED,
  );
});

test('a cell of ours that was edited stays, with its column, and the results stand in one new column', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.nat(7),
      fc.nat(50),
      fc.constantFrom('手工核定', -1),
      async (rows, which, at, value) => {
        const { file } = await annotated(fileOf(rows));
        const { edited, id, width } = typedOver(file, which, at, value);
        const again = await annotated(edited);
        expect(sheetCells(again.file).map((row) => row.slice(0, width))).toEqual(sheetCells(edited));
        expect(again.notices).toContain('有人改过或移走：原样保留');
        expect(places(again.file).filter(([, place]) => place > width)).toEqual([[id, width + 2]]);
      },
    ),
    SEEDED,
  );
});

test('reviews stay with their enterprise and clause when the sheet is sorted and rows come between', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.nat(20), fc.nat(99), async (rows, line, by) => {
      const { file } = await annotated(fileOf(rows));
      const reviewed = withOpinion(file, line, '同意');
      fc.pre(reviewed !== null);
      const sorted = done(done(reviewed, { does: 'sorts', by }), { does: 'inserts a blank row', at: line });
      const again = await annotated(sorted);
      expect(opinions(again.file)).toEqual(opinions(reviewed));
    }),
    SEEDED,
  );
});
