import { greater, isZero, lesser, minus, plus, quotient, times } from '../values/fraction';
import {
  asNumber,
  missingOf,
  NOTHING,
  UNDECIDED,
  union,
  unknown,
  ZERO_VALUE,
  type Evaluate,
  type NumberValue,
  type Value,
} from '../values/value';

/** Exact arithmetic. Nothing counts as 0; what hangs on a parameter that is not given stays undecided. */

export const add = (left: Evaluate, right: Evaluate): Evaluate => binary(left, right, plus);
export const subtract = (left: Evaluate, right: Evaluate): Evaluate => binary(left, right, minus);

/** A known zero makes the product zero, whatever the other factor is. */
export function multiply(left: Evaluate, right: Evaluate): Evaluate {
  return (row) => {
    const a = asNumber(left(row));
    if (a.kind === 'number' && isZero(a)) return ZERO_VALUE;
    const b = asNumber(right(row));
    if (b.kind === 'number' && isZero(b)) return ZERO_VALUE;
    return combine(a, b, times);
  };
}

/** Zero divided by anything is zero; nothing comes of dividing by zero. */
export function divide(left: Evaluate, right: Evaluate): Evaluate {
  return (row) => {
    const a = asNumber(left(row));
    const b = asNumber(right(row));
    if (b.kind === 'number' && isZero(b)) return NOTHING;
    if (a.kind === 'number' && isZero(a)) return ZERO_VALUE;
    return combine(a, b, quotient);
  };
}

export const min = (terms: readonly Evaluate[]): Evaluate => extreme(terms, lesser);
export const max = (terms: readonly Evaluate[]): Evaluate => extreme(terms, greater);

function extreme(
  terms: readonly Evaluate[],
  pick: (a: NumberValue, b: NumberValue) => NumberValue,
): Evaluate {
  const [first, ...others] = terms;
  if (first === undefined) return () => NOTHING;
  return others.reduce((left, right) => binary(left, right, pick), first);
}

function binary(
  left: Evaluate,
  right: Evaluate,
  operate: (a: NumberValue, b: NumberValue) => Value,
): Evaluate {
  return (row) => combine(asNumber(left(row)), asNumber(right(row)), operate);
}

function combine(
  a: ReturnType<typeof asNumber>,
  b: ReturnType<typeof asNumber>,
  operate: (a: NumberValue, b: NumberValue) => Value,
): Value {
  if (a.kind === 'number' && b.kind === 'number') return operate(a, b);
  if (a.kind === 'undecided' || b.kind === 'undecided') return UNDECIDED;
  return unknown(union(missingOf(a), missingOf(b)));
}
