import fc from 'fast-check';
import type { SimulatedHost } from '../../../src/workbench/host';
import { newHost } from './new-host';

/**
 * Each cell of a small sheet gets its own address as its value, and a formula on another sheet refers to each
 * of them. After any course of insertions and deletions every formula must still show the cell it was made for.
 */
const SIZE = 6;
const REACH = 20;

function marked(): SimulatedHost {
  const host = newHost();
  const rows = Array.from({ length: SIZE }, (_, row) =>
    Array.from({ length: SIZE }, (__, column) => `r${row + 1}c${column + 1}`),
  );
  host.user.enter('Sheet1!A1', rows);
  host.user.addSheet('看');
  host.user.enter(
    '看!A1',
    rows.map((row, top) => row.map((_, left) => `=Sheet1!${letter(left + 1)}${top + 1}`)),
  );
  return host;
}

const letter = (column: number): string => String.fromCharCode(64 + column);

interface Lines {
  readonly kind: 'insert' | 'delete';
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
}

const lines = fc.record<Lines>({
  kind: fc.constantFrom('insert' as const, 'delete' as const),
  axis: fc.constantFrom('rows' as const, 'columns' as const),
  at: fc.integer({ min: 1, max: SIZE + 2 }),
  count: fc.integer({ min: 1, max: 2 }),
});

function addressOf({ axis, at, count }: Lines): string {
  const last = at + count - 1;
  return axis === 'rows' ? `Sheet1!${at}:${last}` : `Sheet1!${letter(at)}:${letter(last)}`;
}

/** What the first sheet holds, row by row. */
function contentsOf(host: SimulatedHost, sheetName = 'Sheet1', size = REACH): unknown[][] {
  const sheet = host.workbook.sheetNamed(sheetName);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => sheet?.content(row + 1, column + 1)),
  );
}

/** What the formulas should show: their cell's mark, as long as it is somewhere on the first sheet. */
function expectedMarks(host: SimulatedHost): unknown[][] {
  const present = new Set(contentsOf(host).flat());
  return Array.from({ length: SIZE }, (_, row) =>
    Array.from({ length: SIZE }, (__, column) => {
      const mark = `r${row + 1}c${column + 1}`;
      return present.has(mark) ? mark : { error: '#REF!' };
    }),
  );
}

test('formulas keep showing the cell they were made for, or #REF! when it is gone', () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 6 }), (course) => {
      const host = marked();
      for (const step of course) host.user[step.kind](addressOf(step));
      expect(contentsOf(host, '看', SIZE)).toEqual(expectedMarks(host));
    }),
    { numRuns: 60 },
  );
});

test('inserting and deleting the same lines changes nothing', () => {
  fc.assert(
    fc.property(lines, (step) => {
      const host = marked();
      const before = contentsOf(host);
      host.user.insert(addressOf(step));
      host.user.delete(addressOf(step));
      expect(contentsOf(host)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('hidden rows, widths, merges and filters move with their rows and columns', () => {
  const host = newHost();
  const sheet = host.workbook.activeSheet;
  host.user.enter('Sheet1!A1', [
    ['a', 'b'],
    [1, 'x'],
    [2, 'y'],
    [3, 'x'],
  ]);
  host.user.filter('Sheet1!A1:B4', 1, { filterOn: 'Values', values: ['x'] });
  host.user.hideRows('Sheet1!6:6');
  host.user.merge('Sheet1!D4:E5');
  sheet.columnWidths.set(2, 99);
  host.user.insert('Sheet1!1:1');
  host.user.insert('Sheet1!A:A');
  expect([...sheet.hiddenRows]).toEqual([7]);
  expect(sheet.merges).toEqual([{ top: 5, left: 5, bottom: 6, right: 6 }]);
  expect(sheet.columnWidths.get(3)).toBe(99);
  expect(sheet.filters.map(({ range }) => range)).toEqual([{ top: 2, left: 2, bottom: 5, right: 3 }]);
  expect(sheet.filters.flatMap(({ hiddenRows }) => [...hiddenRows])).toEqual([4]);
  sheet.filter?.reapply();
  expect(sheet.filters.flatMap(({ hiddenRows }) => [...hiddenRows])).toEqual([4]);
});

test('a merged area is not torn', () => {
  const host = newHost();
  host.user.merge('Sheet1!B2:C3');
  expect(() => {
    host.user.delete('Sheet1!B1:B2');
  }).toThrow('MergedRangeConflict');
});

test('sorted rows take their formulas along, blanks come last', () => {
  const host = newHost();
  const sheet = host.workbook.activeSheet;
  host.user.enter('Sheet1!A1', [
    ['k', 'v', 'f'],
    [3, 'c', '=A2*10'],
    [1, 'a', '=A3*10'],
    [null, 'z', '=$A$2'],
    [2, 'b', '=A5*10'],
  ]);
  host.user.sort('Sheet1!A1:C5', [{ column: 0, ascending: true }]);
  const rows = [2, 3, 4, 5].map((row) => [
    sheet.content(row, 1),
    sheet.content(row, 2),
    sheet.formula(row, 3)?.text,
    sheet.content(row, 3),
  ]);
  expect(rows).toEqual([
    [1, 'a', '=A2*10', 10],
    [2, 'b', '=A3*10', 20],
    [3, 'c', '=A4*10', 30],
    [null, 'z', '=$A$2', 1],
  ]);
});
