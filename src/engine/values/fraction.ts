import { Decimal, ONE, ZERO } from '../../rules';

/**
 * Exact numbers: num ÷ den, never divided out. The denominator is positive, and 1 for all but
 * growth, shares and prorated units; comparisons multiply across.
 */
export interface Fraction {
  readonly num: Decimal;
  readonly den: Decimal;
}

export const fraction = (num: Decimal, den: Decimal = ONE): Fraction => ({ num, den });
export const NOUGHT: Fraction = fraction(ZERO);

/** part ÷ whole for a whole other than 0; the sign moves to the numerator. */
export function quotient(part: Fraction, whole: Fraction): Fraction {
  const num = part.num.times(whole.den);
  const den = part.den.times(whole.num);
  return den.isNegative() ? fraction(num.negated(), den.negated()) : fraction(num, den);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.den === ONE && b.den === ONE) return fraction(a.num.plus(b.num));
  return fraction(a.num.times(b.den).plus(b.num.times(a.den)), a.den.times(b.den));
}

export function minus(a: Fraction, b: Fraction): Fraction {
  if (a.den === ONE && b.den === ONE) return fraction(a.num.minus(b.num));
  return fraction(a.num.times(b.den).minus(b.num.times(a.den)), a.den.times(b.den));
}

export function times(a: Fraction, b: Fraction): Fraction {
  if (a.den === ONE && b.den === ONE) return fraction(a.num.times(b.num));
  return fraction(a.num.times(b.num), a.den.times(b.den));
}

/** Negative, 0 or positive, as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  if (a.den === ONE && b.den === ONE) return a.num.cmp(b.num);
  return a.num.times(b.den).cmp(b.num.times(a.den));
}

export const isZero = (a: Fraction): boolean => a.num.isZero();
export const lesser = <F extends Fraction>(a: F, b: F): F => (compare(a, b) <= 0 ? a : b);
export const greater = <F extends Fraction>(a: F, b: F): F => (compare(a, b) >= 0 ? a : b);

/** The greatest whole number not above the fraction. */
export function floor(a: Fraction): Decimal {
  return a.den === ONE ? a.num.floor() : divideToFloor(a.num, a.den);
}

const HUNDRED = new Decimal(100);
const TWO = new Decimal(2);

/** Half up to 0.01, away from zero: the one rounding of the engine, at the end of a clause. */
export function roundToFen(a: Fraction): Decimal {
  if (a.den === ONE) return a.num.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const size = a.num.abs();
  const hundredths = divideToFloor(size.times(HUNDRED).times(TWO).plus(a.den), a.den.times(TWO));
  const fen = hundredths.times('0.01');
  return a.num.isNegative() ? fen.negated() : fen;
}

/** Integer division towards minus infinity, by a positive number; exact. */
function divideToFloor(num: Decimal, den: Decimal): Decimal {
  const towardsZero = num.divToInt(den);
  return num.isNegative() && !towardsZero.times(den).eq(num) ? towardsZero.minus(ONE) : towardsZero;
}
