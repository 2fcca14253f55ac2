import { divideToFloor, lowestTerms, type Big } from './big';

/**
 * Exact numbers: num ÷ den in whole numbers, never divided out; the denominator is positive. Both
 * are doubles as long as they are safe integers. Where they would not be, they are big integers, and
 * `num` and `den` are NaN: whatever is computed with NaN is not safe, and so leads to the big ones.
 */
export interface Fraction {
  readonly kind: 'number';
  readonly num: number;
  readonly den: number;
  readonly big: Big | null;
}

/** Of safe integers, the denominator positive. */
export const fractionOf = (num: number, den: number): Fraction => ({ kind: 'number', num, den, big: null });
export const whole = (num: number): Fraction => fractionOf(num, 1);
export const NOUGHT: Fraction = whole(0);

/** False for NaN. A product or sum that rounds to a safe integer is one, and exact. */
const isSafe = (value: number): boolean =>
  value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;

export const bigOf = (value: Fraction): Big =>
  value.big ?? { num: BigInt(value.num), den: BigInt(value.den) };

/** num ÷ den for a denominator other than 0, in doubles where they carry its lowest terms. */
export function narrowed(num: bigint, den: bigint): Fraction {
  const big = lowestTerms(num, den);
  const small = fractionOf(Number(big.num), Number(big.den));
  return isSafe(small.num) && isSafe(small.den) ? small : { kind: 'number', num: NaN, den: NaN, big };
}

/** part ÷ whole for a whole other than 0; the sign moves to the numerator. */
export function quotient(part: Fraction, by: Fraction): Fraction {
  const alike = part.den === by.den;
  const num = alike ? part.num : part.num * by.den;
  const den = alike ? by.num : by.num * part.den;
  if (isSafe(num) && isSafe(den)) return den < 0 ? fractionOf(-num, -den) : fractionOf(num, den);
  const [a, b] = [bigOf(part), bigOf(by)];
  return narrowed(a.num * b.den, a.den * b.num);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.den === b.den) {
    const num = a.num + b.num;
    if (isSafe(num)) return fractionOf(num, a.den);
  }
  const left = a.num * b.den;
  const right = b.num * a.den;
  const den = a.den * b.den;
  if (isSafe(left) && isSafe(right) && isSafe(left + right) && isSafe(den))
    return fractionOf(left + right, den);
  const [x, y] = [bigOf(a), bigOf(b)];
  return narrowed(x.num * y.den + y.num * x.den, x.den * y.den);
}

export const negated = (a: Fraction): Fraction =>
  a.big === null ? fractionOf(-a.num, a.den) : narrowed(-a.big.num, a.big.den);

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, negated(b));

export function times(a: Fraction, b: Fraction): Fraction {
  const num = a.num * b.num;
  const den = a.den * b.den;
  if (isSafe(num) && isSafe(den)) return fractionOf(num, den);
  const [x, y] = [bigOf(a), bigOf(b)];
  return narrowed(x.num * y.num, x.den * y.den);
}

/** Negative, 0 or positive, as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const alike = a.den === b.den;
  const left = alike ? a.num : a.num * b.den;
  const right = alike ? b.num : b.num * a.den;
  if (isSafe(left) && isSafe(right)) return left < right ? -1 : left > right ? 1 : 0;
  const [x, y] = [bigOf(a), bigOf(b)];
  return Number(x.num * y.den > y.num * x.den) - Number(x.num * y.den < y.num * x.den);
}

/** Big integers are never 0: a 0 is small. */
export const isZero = (a: Fraction): boolean => a.num === 0;
export const lesser = <F extends Fraction>(a: F, b: F): F => (compare(a, b) <= 0 ? a : b);
export const greater = <F extends Fraction>(a: F, b: F): F => (compare(a, b) >= 0 ? a : b);

/** The greatest whole number not above the fraction. */
export function floor(a: Fraction): Fraction {
  if (a.den === 1) return a;
  if (isSafe(Math.abs(a.num) + a.den)) return whole(flooredQuotient(a.num, a.den));
  const { num, den } = bigOf(a);
  return narrowed(divideToFloor(num, den), 1n);
}

/** Half up to 0.01, away from zero, in hundredths: the one rounding of the engine, at the end of a clause. */
export function roundedToFen(a: Fraction): Fraction {
  if (a.den === 1 || a.den === 100) return a;
  const size = Math.abs(a.num) * 200 + a.den;
  const by = 2 * a.den;
  if (isSafe(size + by)) {
    const fen = flooredQuotient(size, by);
    return fractionOf(a.num < 0 ? -fen : fen, 100);
  }
  const { num, den } = bigOf(a);
  const fen = divideToFloor((num < 0n ? -num : num) * 200n + den, den * 2n);
  return narrowed(num < 0n ? -fen : fen, 100n);
}

/**
 * Of integers whose sizes add up to a safe one: the quotient is then further from the next whole
 * number than half the distance of two doubles, so that it cannot round up to it.
 */
const flooredQuotient = (num: number, den: number): number => Math.floor(num / den);
