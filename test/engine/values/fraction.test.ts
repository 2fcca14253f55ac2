import fc from 'fast-check';
import {
  compare,
  floor,
  fraction,
  minus,
  plus,
  quotient,
  roundToFen,
  times,
} from '../../../src/engine/values/fraction';
import { Decimal } from '../../../src/rules';
import { law } from '../law';

const f = (num: string | number, den: string | number = 1) => fraction(new Decimal(num), new Decimal(den));
const whole = fc
  .bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
  .map((value) => new Decimal(value.toString()));
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n }).map((value) => new Decimal(value.toString()));
const fractions = fc.tuple(whole, positive).map(([num, den]) => fraction(num, den));

describe('exact fractions', () => {
  test('1.21 ÷ 1.1 − 1 is exactly 10 %', () => {
    expect(compare(minus(quotient(f('1.21'), f('1.1')), f(1)), f('0.1'))).toBe(0);
  });

  test('a third three times is one', () => {
    const third = quotient(f(1), f(3));
    expect(compare(plus(plus(third, third), third), f(1))).toBe(0);
  });

  test('dividing by a negative number keeps the denominator positive', () => {
    const value = quotient(f(1), f(-4));
    expect([value.num.toFixed(), value.den.toFixed()]).toEqual(['-1', '4']);
  });

  test.each([
    [f(7, 2), '3'],
    [f(-7, 2), '-4'],
    [f(8, 2), '4'],
    [f(-8, 2), '-4'],
    [f('2.9'), '2'],
  ])('floor %#', (value, expected) => {
    expect(floor(value).toFixed()).toBe(expected);
  });
});

describe('rounding to the fen', () => {
  test.each([
    [f('0.005'), '0.01'],
    [f('0.0049'), '0'],
    [f('1000000.01002'), '1000000.01'],
    [f('24691.356'), '24691.36'],
    [f(1, 3), '0.33'],
    [f(1, 200), '0.01'],
    [f(-1, 200), '-0.01'],
    [f(-1, 300), '0'],
  ])('half up, %#', (value, expected) => {
    expect(roundToFen(value).abs().eq(new Decimal(expected).abs())).toBe(true);
  });

  law(
    'is within half a fen of the exact value, however it is written',
    fc.property(fractions, positive, (value, factor) => {
      const rounded = roundToFen(value);
      const distance = minus(fraction(rounded), value);
      const half = fraction(new Decimal('0.005'));
      const size = distance.num.isNegative() ? times(distance, f(-1)) : distance;
      const scaled = fraction(value.num.times(factor), value.den.times(factor));
      return rounded.decimalPlaces() <= 2 && compare(size, half) <= 0 && roundToFen(scaled).eq(rounded);
    }),
  );

  law(
    'never turns the order of two amounts round',
    fc.property(fractions, fractions, (a, b) => compare(a, b) > 0 || roundToFen(a).lte(roundToFen(b))),
  );
});
