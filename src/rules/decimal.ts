import DecimalJs from 'decimal.js';

/**
 * Exact decimals. 400 significant digits are far more than any product or sum of
 * amounts, rates and prior-year figures needs, so `plus`, `minus` and `times` are exact;
 * quotients are never taken with `div` but kept as fractions or divided to an integer
 * (`divToInt`), which is exact too.
 */
export const Decimal = DecimalJs.clone({
  precision: 400,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -400,
  toExpPos: 400,
});
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);
