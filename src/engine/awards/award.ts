import { compare, fractionOf, isZero, lesser, type Fraction } from '../values/fraction';
import { missingOf, union, type NumberValue, type Unknown, type Value } from '../values/value';
import type { IndicatorKey } from '../../rules';

/**
 * What an award comes to on a row, exact and not yet rounded: an amount with its cap, nothing at
 * all, unknown for want of inputs, or open because the analyst has decided nothing yet.
 */
export type Award = Payment | NoAward | UnknownAward | OpenAward;

export interface Payment {
  readonly kind: 'payment';
  readonly uncapped: Fraction;
  readonly cap: Fraction | null;
}
export interface NoAward {
  readonly kind: 'none';
}
export interface UnknownAward {
  readonly kind: 'unknown';
  readonly missing: readonly IndicatorKey[];
}
/** The bound is what a ceiling may come to; without one the amount is unquantified. */
export interface OpenAward {
  readonly kind: 'open';
  readonly bound: NumberValue | Unknown | null;
}

/** A compiled award node. */
export interface Mechanism {
  readonly award: (row: number) => Award;
  /** Whether what the award is paid on is known to be zero: then there is none, whatever else is given. */
  readonly zeroBase: (row: number) => boolean;
}

export const NONE: NoAward = { kind: 'none' };
export const never = (): boolean => false;

export const payment = (uncapped: Fraction, cap: Fraction | null): Payment => ({
  kind: 'payment',
  uncapped,
  cap,
});
export const unknownAward = (missing: readonly IndicatorKey[]): UnknownAward => ({
  kind: 'unknown',
  missing,
});
export const openAward = (bound: OpenAward['bound']): OpenAward => ({ kind: 'open', bound });

/** After the cap. */
export function amountOf({ uncapped, cap }: Payment): Fraction {
  return cap === null ? uncapped : lesser(uncapped, cap);
}

/** Whether nothing is left after rounding to the fen. */
export function comesToNothing(award: Award): boolean {
  switch (award.kind) {
    case 'none':
      return true;
    case 'payment':
      return roundsToNothing(amountOf(award));
    case 'open':
      return award.bound?.kind === 'number' && roundsToNothing(award.bound);
    case 'unknown':
      return false;
  }
}

/** The least amount that is rounded up to a fen. */
const HALF_A_FEN = fractionOf(5, 1000);
const roundsToNothing = (amount: Fraction): boolean => compare(amount, HALF_A_FEN) < 0;

/** One of these awards, depending on missing inputs: what is the same in any case is known. */
export function joinAwards(possible: readonly Award[], open: readonly IndicatorKey[]): Award {
  if (possible.every(comesToNothing)) return NONE;
  const [first, ...others] = possible;
  if (first !== undefined && others.every((other) => sameAward(first, other))) return first;
  return unknownAward(
    possible.reduce<readonly IndicatorKey[]>((keys, award) => union(keys, awardKeys(award)), open),
  );
}

export function awardKeys(award: Award): readonly IndicatorKey[] {
  if (award.kind === 'unknown') return award.missing;
  return award.kind === 'open' && award.bound !== null ? missingOf(award.bound) : [];
}

function sameAward(a: Award, b: Award): boolean {
  if (a.kind === 'payment')
    return b.kind === 'payment' && compare(a.uncapped, b.uncapped) === 0 && sameAmount(a.cap, b.cap);
  if (a.kind === 'open') return b.kind === 'open' && sameBound(a.bound, b.bound);
  return a.kind === 'none' && b.kind === 'none';
}

const sameAmount = (a: Fraction | null, b: Fraction | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;

const sameBound = (a: OpenAward['bound'], b: OpenAward['bound']): boolean =>
  a === null || b === null ? a === b : a.kind === 'number' && b.kind === 'number' && compare(a, b) === 0;

/** Whether a value is known to be zero; nothing is an amount of zero. */
export function isKnownZero(value: Value): boolean {
  return value.kind === 'nothing' || (value.kind === 'number' && isZero(value));
}
