import fc from 'fast-check';
import { CellState, numberAt, type NumberColumn } from '../../../src/engine';
import { numberCells } from '../../../src/engine/inputs/number-cells';
import { decimalOf } from '../../../src/engine/values/decimals';
import { Decimal } from '../../../src/rules';
import { law } from '../law';

function column(raw: readonly number[], factor: string, exact?: ReadonlyMap<number, Decimal>): NumberColumn {
  return {
    kind: 'number',
    key: 'revenue',
    states: new Uint8Array(raw.length).fill(CellState.value),
    raw: Float64Array.from(raw),
    factor: new Decimal(factor),
    ...(exact === undefined ? {} : { exact }),
  };
}

function shown(cells: NumberColumn): (string | undefined)[] {
  const read = numberCells(cells);
  return [...cells.raw.keys()].map((row) => {
    const value = read(row);
    return value === undefined ? undefined : decimalOf(value).toFixed();
  });
}

test('a cell is the shortest decimal that reads back as its double, times the factor', () => {
  expect(shown(column([0.1, 1234567.89, 64.005, 1e-7, 0.1 + 0.2], '1000'))).toEqual([
    '100',
    '1234567890',
    '64005',
    '0.0001',
    '300.00000000000004',
  ]);
  expect(shown(column([15.5, -2.3], '0.01'))).toEqual(['0.155', '-0.023']);
  expect(shown(column([123456789012345.67, 9007199254740992, 1e22], '1'))).toEqual([
    '123456789012345.67',
    '9007199254740992',
    '10000000000000000000000',
  ]);
});

test('what a double cannot carry stands beside it', () => {
  const exact = new Map([[1, new Decimal('1234567890123456.78')]]);
  expect(shown(column([5, 1234567890123456.8], '10000', exact))).toEqual(['50000', '1234567890123456.78']);
});

test('blank and unusable cells have no number', () => {
  const cells = column([0, 0, 7], '1');
  cells.states.set([CellState.blank, CellState.unusable]);
  expect(shown(cells)).toEqual([undefined, undefined, '7']);
});

const doubles = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc
    .tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 8 }))
    .map(([digits, places]) => digits / 10 ** places),
);
law(
  'fast or not, a cell is worth what decimals make of it',
  fc.property(
    doubles,
    fc.constantFrom('1', '10000', '100000000', '0.01', '0.0001', '666.6666'),
    (cell, factor) => {
      const cells = column([cell], factor);
      const value = numberCells(cells)(0);
      return value !== undefined && numberAt(cells, 0)?.eq(decimalOf(value)) === true;
    },
  ),
  { numRuns: 1000 },
);
