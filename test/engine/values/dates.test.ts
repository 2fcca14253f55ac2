import {
  compareDates,
  literalDate,
  literalSpan,
  parseDate,
  shift,
  writtenDate,
} from '../../../src/engine/values/dates';
import { shown } from '../evaluates';
import { EngineError } from '../../../src/engine';
import type { Comparator } from '../../../src/rules';

const data = (text: string, key = 'd') => writtenDate(parseDate(text), key);
const literal = (text: string) => literalDate(parseDate(text));
const check = (left: string, comparator: Comparator, right: string): string =>
  shown(compareDates(data(left), comparator, literal(right)));
const day = (value: { from: number; to: number }): string[] =>
  [value.from, value.to].map((no) => new Date(no * 86_400_000).toISOString().slice(0, 10));

describe('dates against a literal, at the precision it is written in', () => {
  test.each([
    ['2024-02-29', '<=', '2024-02', 'true'],
    ['2024-03-01', '<=', '2024-02', 'false'],
    ['2024-02', '<=', '2024-02', 'true'],
    ['2024', '<=', '2024-02', 'missing d'],
    ['2023', '<=', '2024-02', 'true'],
    ['2022-11-01', '>=', '2022-11', 'true'],
    ['2022-10-31', '>=', '2022-11', 'false'],
    ['2022', '>=', '2022-11', 'missing d'],
    ['2022-10', '>=', '2022-11', 'false'],
    ['2024-02-29', '<', '2024-02', 'false'],
    ['2024-01', '<', '2024-02', 'true'],
    ['2024', '<', '2024-02', 'missing d'],
    ['2024-03', '>', '2024-02', 'true'],
    ['2024-02-29', '>', '2024-02', 'false'],
    ['2020-07', '=', '2020', 'true'],
    ['2019-12-31', '=', '2020', 'false'],
    ['2020', '=', '2020-07', 'missing d'],
    ['2020', '!=', '2020-07', 'missing d'],
    ['2021', '!=', '2020', 'true'],
  ] as const)('%s %s %s is %s', (left, comparator, right, expected) => {
    expect(check(left, comparator, right)).toBe(expected);
  });

  test('a literal on the left reads the other way round', () => {
    expect(shown(compareDates(literal('2024-02'), '>=', data('2024-02-29')))).toBe('true');
    expect(shown(compareDates(literal('2024-02'), '<', data('2024-03')))).toBe('true');
  });
});

describe('two dates of the data', () => {
  test.each([
    ['2020-07-30', '<=', '2020-07-30', 'true'],
    ['2020-07', '<=', '2020-07', 'missing a, b'],
    ['2020-07-15', '<=', '2020-07', 'missing b'],
    ['2020-06', '<=', '2020-07', 'true'],
    ['2020-08-01', '<=', '2020-07', 'false'],
    ['2020-07', '>', '2020-06-30', 'true'],
    ['2020-07-01', '<', '2020-07', 'missing b'],
    ['2020-07-31', '<', '2020-07', 'false'],
    ['2020-07-31', '>=', '2020-07', 'true'],
    ['2020-07-01', '=', '2020-07-01', 'true'],
    ['2020-07-01', '=', '2020-07', 'missing b'],
  ] as const)('%s %s %s is %s: only the imprecise ones are missing', (left, comparator, right, expected) => {
    expect(shown(compareDates(data(left, 'a'), comparator, data(right, 'b')))).toBe(expected);
  });
});

describe('moving a date', () => {
  test.each([
    ['2020-04-30', 3, '月', '2020-07-30'],
    ['2020-02-29', 1, '年', '2021-02-28'],
    ['2020-02-29', 4, '年', '2024-02-29'],
    ['2020-01-31', 1, '月', '2020-02-29'],
    ['2020-03-31', -1, '月', '2020-02-29'],
    ['2020-02-14', -3, '年', '2017-02-14'],
    ['2020-12-30', 5, '日', '2021-01-04'],
    ['2020-11-30', 3, '月', '2021-02-28'],
  ] as const)('%s by %i %s is %s', (from, amount, unit, expected) => {
    expect(day(shift(data(from), amount, unit))).toEqual([expected, expected]);
  });

  test('a literal month stays a whole month', () => {
    expect(day(shift(literal('2020-02'), 1, '月'))).toEqual(['2020-03-01', '2020-03-31']);
  });

  test('a range of literals runs from its first to its last day', () => {
    expect(day(literalSpan(literal('2022-11'), literal('2024-02')))).toEqual(['2022-11-01', '2024-02-29']);
  });
});

describe('dates as written', () => {
  test.each([
    ['2020', { year: 2020 }],
    ['2020-2', { year: 2020, month: 2 }],
    ['2020-02-29', { year: 2020, month: 2, day: 29 }],
  ])('%s', (text, expected) => {
    expect(parseDate(text)).toEqual(expected);
  });

  test.each(['2019-02-29', '2020-13', '20', 'soon'])('%s is none', (text) => {
    expect(() => parseDate(text)).toThrow(EngineError);
    expect(() => parseDate(text)).toThrow(`“${text}” is not a date; write 2020, 2020-02 or 2020-02-14.`);
  });
});
