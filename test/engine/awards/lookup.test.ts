import { lookup } from '../../../src/engine/awards/lookup';
import { blank, category, is, nothing, notGiven, num } from '../evaluates';
import { award } from './shown';

const increments = [
  { threshold: num(300_000), amount: num(50_000) },
  { threshold: num(1_000_000), amount: num(100_000) },
];
const ranks = [
  { threshold: num(1), amount: num(200_000) },
  { threshold: num(3), amount: num(100_000) },
];

test.each([
  ['299999.99', 'none'],
  ['300000', '50000'],
  ['999999.99', '50000'],
  ['1000000', '100000'],
])('the highest threshold not above %s', (value, expected) => {
  expect(award(lookup(is(value), increments, 'atLeast').award(0))).toBe(expected);
});

test.each([
  [1, '200000'],
  [2, '100000'],
  [3, '100000'],
  [4, 'none'],
])('of ranks the lowest not below %i', (value, expected) => {
  expect(award(lookup(is(value), ranks, 'atMost').award(0))).toBe(expected);
});

test('no table given: open, whatever the value', () => {
  expect(award(lookup(is(5), undefined, 'atLeast').award(0))).toBe('open');
  expect(award(lookup(blank('exportUsd'), undefined, 'atLeast').award(0))).toBe('open');
});

test('a line that nobody passed gives nothing, table or not (12.5)', () => {
  expect(award(lookup(nothing, undefined, 'atLeast').award(0))).toBe('none');
  expect(award(lookup(nothing, increments, 'atLeast').award(0))).toBe('none');
});

test('a blank value is missing, unless every line gives nothing', () => {
  expect(award(lookup(blank('exportUsd'), increments, 'atLeast').award(0))).toBe('missing exportUsd');
  expect(award(lookup(blank('exportUsd'), [], 'atLeast').award(0))).toBe('none');
});

test('only numbers are looked up', () => {
  expect(award(lookup(category('x'), increments, 'atLeast').award(0))).toBe('none');
  expect(award(lookup(notGiven, increments, 'atLeast').award(0))).toBe('open');
  expect(lookup(is(0), increments, 'atLeast').zeroBase(0)).toBe(false);
});
