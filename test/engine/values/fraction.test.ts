import fc from 'fast-check';
import { decimalOf, fraction, roundToFen } from '../../../src/engine/values/decimals';
import {
  bigOf,
  compare,
  floor,
  isZero,
  minus,
  narrowed,
  plus,
  quotient,
  times,
  whole,
  type Fraction,
} from '../../../src/engine/values/fraction';
import { Decimal } from '../../../src/rules';
import { law } from '../law';

const f = (num: string | number, den: string | number = 1) => fraction(new Decimal(num), new Decimal(den));

/** Sizes either side of where products and numbers stop being safe integers, and far beyond. */
const size = fc.oneof(
  fc.bigInt({ min: 0n, max: 1_000_000n }),
  ...[2n ** 26n, 2n ** 53n, 10n ** 18n, 10n ** 40n].map((near) =>
    fc.bigInt({ min: near - 3n, max: near + 3n }),
  ),
);
const fractions = fc
  .tuple(size, fc.boolean(), size)
  .map(([num, negative, den]) => narrowed(negative ? -num : num, den + 1n));

/** A fraction is num ÷ den. */
function isWorth(value: Fraction, num: bigint, den: bigint): boolean {
  const is = bigOf(value);
  return is.den > 0n && is.num * den === num * is.den;
}

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
    expect([value.num, value.den]).toEqual([-1, 4]);
  });

  test.each([
    [f(7, 2), '3'],
    [f(-7, 2), '-4'],
    [f(8, 2), '4'],
    [f(-8, 2), '-4'],
    [f('2.9'), '2'],
    [f('90071992547409929.9'), '90071992547409929'],
    [f('-90071992547409929.9'), '-90071992547409930'],
  ])('floor %#', (value, expected) => {
    expect(decimalOf(floor(value)).toFixed()).toBe(expected);
  });

  test('the largest safe integer and the first beyond it', () => {
    const last = whole(Number.MAX_SAFE_INTEGER);
    expect([last.big, bigOf(plus(last, whole(0))).num]).toEqual([null, 9_007_199_254_740_991n]);
    expect(bigOf(plus(last, whole(1)))).toEqual({ num: 9_007_199_254_740_992n, den: 1n });
    expect(bigOf(plus(last, whole(2))).num).toBe(9_007_199_254_740_993n);
    expect(minus(plus(last, whole(2)), whole(2))).toEqual(last);
  });

  law(
    'sums, differences, products and quotients are what big integers make of them',
    fc.property(fractions, fractions, (a, b) => {
      const [x, y] = [bigOf(a), bigOf(b)];
      return (
        isWorth(plus(a, b), x.num * y.den + y.num * x.den, x.den * y.den) &&
        isWorth(minus(a, b), x.num * y.den - y.num * x.den, x.den * y.den) &&
        isWorth(times(a, b), x.num * y.num, x.den * y.den) &&
        (isZero(b) || isWorth(quotient(a, b), x.num * y.den, x.den * y.num))
      );
    }),
  );

  law(
    'two fractions are compared by multiplying across',
    fc.property(fractions, fractions, (a, b) => {
      const [x, y] = [bigOf(a), bigOf(b)];
      const difference = x.num * y.den - y.num * x.den;
      return compare(a, b) === (difference > 0n ? 1 : difference < 0n ? -1 : 0);
    }),
  );

  law(
    'the floor is the last whole number that is not above',
    fc.property(fractions, (value) => {
      const below = floor(value);
      return (
        bigOf(below).den === 1n && compare(below, value) <= 0 && compare(plus(below, whole(1)), value) > 0
      );
    }),
  );
});

describe('decimals', () => {
  const decimals = fc
    .tuple(size, fc.boolean(), fc.integer({ min: 0, max: 40 }))
    .map(([digits, negative, places]) => new Decimal(`${negative ? '-' : ''}${digits}e-${places}`));

  law(
    'come out as they went in',
    fc.property(decimals, (value) => decimalOf(fraction(value)).eq(value)),
  );
});

describe('rounding to the fen', () => {
  test.each([
    [f('0.005'), '0.01'],
    [f('0.0049'), '0.00'],
    [f('1000000.01002'), '1000000.01'],
    [f('24691.356'), '24691.36'],
    [f('12345678901234567.895'), '12345678901234567.90'],
    [f(1, 3), '0.33'],
    [f(1, 200), '0.01'],
    [f(-1, 200), '-0.01'],
    [f(-1, 300), '0.00'],
  ])('half up, %#', (value, expected) => {
    expect(roundToFen(value).toFixed(2)).toBe(expected);
  });

  law(
    'is what decimals round to, away from zero',
    fc.property(fractions, (value) => {
      const { num, den } = bigOf(value);
      const magnitude = new Decimal((num < 0n ? -num : num).toString());
      const hundredths = magnitude
        .times(200)
        .plus(den.toString())
        .divToInt(new Decimal(den.toString()).times(2));
      const expected = hundredths.times(num < 0n ? '-0.01' : '0.01');
      return roundToFen(value).eq(expected);
    }),
  );

  law(
    'is the same however the fraction is written',
    fc.property(fractions, size, (value, factor) => {
      const written = times(value, quotient(narrowed(factor + 1n, 1n), narrowed(factor + 1n, 1n)));
      return roundToFen(written).eq(roundToFen(value));
    }),
  );

  law(
    'never turns the order of two amounts round',
    fc.property(fractions, fractions, (a, b) => compare(a, b) > 0 || roundToFen(a).lte(roundToFen(b))),
  );
});
