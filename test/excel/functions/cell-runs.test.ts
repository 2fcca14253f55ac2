import { type AskedCells, cellRuns, inParts } from '../../../src/excel/functions/cell-runs';

const asked = (column: number, ...rows: readonly number[]): AskedCells =>
  new Map([['S', new Map([[column, new Set(rows)]])]]);

const rowsOf = (cells: AskedCells, most = 1000): unknown[] =>
  cellRuns(cells, most).map(({ range: { top, bottom } }) => [top, bottom]);

test('cells close together are read as one range, whatever their order', () => {
  expect(rowsOf(asked(2, 40, 2, 3, 10))).toEqual([[2, 40]]);
});

test('a gap of more than 32 rows begins another range', () => {
  expect(rowsOf(asked(2, 2, 34, 67))).toEqual([
    [2, 34],
    [67, 67],
  ]);
});

test('no range is longer than a request may ask for', () => {
  expect(rowsOf(asked(1, 1, 2, 3, 4, 5), 2)).toEqual([
    [1, 2],
    [3, 4],
    [5, 5],
  ]);
});

test('each column and each sheet has ranges of its own', () => {
  const runs = cellRuns(
    new Map([
      [
        'S',
        new Map([
          [2, new Set([5])],
          [3, new Set([5])],
        ]),
      ],
      ['T', new Map([[2, new Set([5])]])],
    ]),
    1000,
  );
  expect(runs.map(({ sheet, range: { left, right } }) => [sheet, left, right])).toEqual([
    ['S', 2, 2],
    ['S', 3, 3],
    ['T', 2, 2],
  ]);
});

test('a request asks for so many cells and so many ranges', () => {
  const runs = cellRuns(asked(1, 1, 2, 3, 100, 200, 300), 1000);
  const sizes = (bounds: { cells: number; ranges: number }): number[] =>
    inParts(runs, bounds).map(({ length }) => length);
  expect(sizes({ cells: 100, ranges: 2 })).toEqual([2, 2]);
  expect(sizes({ cells: 4, ranges: 10 })).toEqual([2, 2]);
  expect(sizes({ cells: 100, ranges: 10 })).toEqual([4]);
});
