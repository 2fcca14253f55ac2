/** Fractions of big integers, for what a double cannot carry; the denominator is positive. */
export interface Big {
  readonly num: bigint;
  readonly den: bigint;
}

/** In lowest terms; for a denominator other than 0. */
export function lowestTerms(num: bigint, den: bigint): Big {
  const divisor = commonDivisor(num < 0n ? -num : num, den < 0n ? -den : den);
  const sign = den < 0n ? -1n : 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Division towards minus infinity, by a positive number. */
export function divideToFloor(num: bigint, den: bigint): bigint {
  const towardsZero = num / den;
  return num < 0n && towardsZero * den !== num ? towardsZero - 1n : towardsZero;
}
