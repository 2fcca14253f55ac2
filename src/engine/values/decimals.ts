import { bigOf, fractionOf, narrowed, quotient, roundedToFen, type Fraction } from './fraction';
import { Decimal, ONE } from '../../rules';

/** Decimals at the engine's borders: figures and cells come in, amounts go out. */

/** num ÷ den, exactly; of finite decimals. */
export function fraction(num: Decimal, den: Decimal = ONE): Fraction {
  return den === ONE ? exactly(num) : quotient(exactly(num), exactly(den));
}

/** Ten to this power is a safe integer. */
const SAFE_PLACES = 15;

function exactly(value: Decimal): Fraction {
  const places = value.decimalPlaces();
  const scaled = value.times(`1e${places}`);
  if (places <= SAFE_PLACES && scaled.abs().lte(Number.MAX_SAFE_INTEGER))
    return fractionOf(scaled.toNumber(), 10 ** places);
  return narrowed(BigInt(scaled.toFixed()), 10n ** BigInt(places));
}

/** As a decimal: exact where the denominator divides a power of ten, otherwise to 400 digits. */
export function decimalOf(value: Fraction): Decimal {
  if (value.den === 1) return new Decimal(value.num);
  const { num, den } = bigOf(value);
  return new Decimal(num.toString()).div(den.toString());
}

/** Doubles carry every number of fen up to here, shown as yuan, to the digit. */
const SHOWN_BY_DOUBLE = 1e15;

/** Half up to 0.01. */
export function roundToFen(value: Fraction): Decimal {
  const rounded = roundedToFen(value);
  if (Math.abs(rounded.num) < SHOWN_BY_DOUBLE) return new Decimal(rounded.num / rounded.den);
  return decimalOf(rounded);
}
