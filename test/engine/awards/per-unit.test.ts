import { perUnit } from '../../../src/engine/awards/per-unit';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, is, num } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;
const investment = (yuan: string) => perUnit(is(yuan), is(100_000_000), is(2_000), 'whole', noCap);

test.each([
  ['99999999.99', 'none'],
  ['100000000', '2000'],
  ['100000000.01', '2000'],
  ['199999999.99', '2000'],
  ['200000000', '4000'],
  ['0', 'none'],
])('2000元 for every whole 1亿元 of %s', (yuan, expected) => {
  expect(award(investment(yuan).award(0))).toBe(expected);
});

test('in proportion: 2元 for every ㎡ of 12345.678', () => {
  expect(award(perUnit(is('12345.678'), is(1), is(2), 'proRata', noCap).award(0))).toBe('24691.356');
});

test('a price for ten thousand, kept as a fraction until the end', () => {
  expect(award(perUnit(is(1), is(30_000), is(10), 'proRata', noCap).award(0))).toBe('10/30000');
});

test('under a cap', () => {
  expect(award(perUnit(is(410_000), is(10_000), is(50_000), 'whole', () => num(2_000_000)).award(0))).toBe(
    '2050000 under 2000000',
  );
});

test('a blank base is missing; a zero base is known to be one', () => {
  expect(award(perUnit(blank('base'), is(1), is(2), 'whole', noCap).award(0))).toBe('missing base');
  expect(
    [is(0), is(1), blank('base')].map((base) => perUnit(base, is(1), is(2), 'whole', noCap).zeroBase(0)),
  ).toEqual([true, false, false]);
});
