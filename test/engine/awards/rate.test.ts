import { rate } from '../../../src/engine/awards/rate';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, is, nothing, notGiven, num } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;
const cap = () => num(1_000_000);

test('base × rate under the cap', () => {
  expect(award(rate(is('5000000.05'), is('0.2'), undefined, cap).award(0))).toBe('1000000.01 under 1000000');
});

test('so many together: three cars at 10 % of 300,000 each', () => {
  const cars = rate(is(300_000), is('0.1'), is(3), () => num(90_000));
  expect(award(cars.award(0))).toBe('90000 under 90000');
});

test('a zero base is nothing whatever else is blank', () => {
  for (const other of [blank('rate'), notGiven, is('0.2')])
    expect(award(rate(is(0), other, undefined, noCap).award(0))).toBe('none');
  expect(rate(is(0), notGiven, undefined, noCap).zeroBase(0)).toBe(true);
  expect(rate(is(5), notGiven, is(0), noCap).zeroBase(0)).toBe(true);
  expect(rate(nothing, notGiven, undefined, noCap).zeroBase(0)).toBe(true);
  expect(rate(is(5), is(0), undefined, noCap).zeroBase(0)).toBe(false);
});

test('without the analyst’s rate the amount is open, also where the base is blank', () => {
  expect(award(rate(is(100), notGiven, undefined, noCap).award(0))).toBe('open');
  expect(award(rate(blank('base'), notGiven, undefined, noCap).award(0))).toBe('open');
});

test('with the rate a blank base is missing', () => {
  expect(award(rate(blank('base'), is('0.05'), undefined, noCap).award(0))).toBe('missing base');
});

test('a ceiling by rate: base × 1 % is the bound until a rate is given (26-guarantee)', () => {
  const bound = () => num(800_000);
  expect(award(rate(is(80_000_000), notGiven, undefined, bound).award(0))).toBe('open up to 800000');
  expect(award(rate(is(80_000_000), is('0.0101'), undefined, bound).award(0))).toBe('808000 under 800000');
});
