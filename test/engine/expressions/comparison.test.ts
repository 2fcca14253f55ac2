import { comparison, isOneOf } from '../../../src/engine/expressions/comparison';
import { FALSE, TRUE, type Evaluate } from '../../../src/engine/values/value';
import { blank, category, is, nothing, notGiven, num, shown } from '../evaluates';
import { literalDate, parseDate, writtenDate } from '../../../src/engine/values/dates';
import type { Comparator } from '../../../src/rules';

const check = (left: Evaluate, comparator: Comparator, right: Evaluate): string =>
  shown(comparison(left, comparator, right)(0));

test.each([
  ['>=', '0.7', true],
  ['>=', '0.7001', false],
  ['>', '0.7', false],
  ['>', '0.6999', true],
  ['<=', '0.7', true],
  ['<', '0.7', false],
  ['=', '0.70', true],
  ['!=', '0.70', false],
] as const)('0.7 %s %s: %s', (comparator, line, expected) => {
  expect(check(is('0.7'), comparator, is(line))).toBe(String(expected));
});

test('by cross-multiplication: 11 of 200 is exactly 5.5 %', () => {
  expect(check(() => num(11, 200), '<=', is('0.055'))).toBe('true');
  expect(check(() => num(11, 200), '<', is('0.055'))).toBe('false');
});

test('with nothing every comparison is false, whatever the other side', () => {
  for (const comparator of ['>=', '>', '<=', '<', '=', '!='] as const) {
    expect(check(nothing, comparator, is(1))).toBe('false');
    expect(check(blank('a'), comparator, nothing)).toBe('false');
  }
});

test('a blank is named; a parameter that is not given leaves it undecided', () => {
  expect(check(blank('a'), '>=', blank('b'))).toBe('missing a, b');
  expect(check(is(3), '>=', notGiven)).toBe('undecided');
});

test('a parameter is not asked for before the figure it is compared with (3.2)', () => {
  const isParameter = (key: string): boolean => key === 'nationalUnemploymentTarget';
  const line = (rate: Evaluate): string =>
    shown(comparison(rate, '<=', blank('nationalUnemploymentTarget'), isParameter)(0));
  expect(line(blank('layoffs'))).toBe('missing layoffs');
  expect(line(is('0.01'))).toBe('missing nationalUnemploymentTarget');
});

test('dates compare as dates, flags as flags, categories by a common name', () => {
  const date =
    (text: string): Evaluate =>
    () =>
      writtenDate(parseDate(text), 'd');
  expect(check(date('2020-05-01'), '>=', () => literalDate({ year: 2020 }))).toBe('true');
  expect(
    check(
      () => TRUE,
      '=',
      () => TRUE,
    ),
  ).toBe('true');
  expect(
    check(
      () => TRUE,
      '!=',
      () => FALSE,
    ),
  ).toBe('true');
  expect(check(category('省', '市'), '=', category('市'))).toBe('true');
  expect(check(category('省'), '=', category('市'))).toBe('false');
  expect(check(category('省'), '=', is(1))).toBe('false');
});

test('any value of a cell may stand in the list; none matches nothing', () => {
  expect(shown(isOneOf(category('单项冠军', '专精特新小巨人'), ['专精特新小巨人'])(0))).toBe('true');
  expect(shown(isOneOf(category('单项冠军'), ['专精特新小巨人'])(0))).toBe('false');
  expect(shown(isOneOf(category(), ['专精特新小巨人'])(0))).toBe('false');
  expect(shown(isOneOf(blank('industry'), ['批发业'])(0))).toBe('missing industry');
});
