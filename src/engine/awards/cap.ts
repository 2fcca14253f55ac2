import { isKnownZero, NONE, openAward, payment, unknownAward, type Award } from './award';
import { compile } from '../expressions/compile';
import { multiply } from '../expressions/arithmetic';
import {
  asNumber,
  missingOf,
  UNDECIDED,
  union,
  type Evaluate,
  type NumberValue,
  type Undecided,
  type Unknown,
} from '../values/value';
import type { ClauseScope } from '../expressions/scope';
import type { CapSpec } from '../../rules';

/** A cap on a row; undecided is no cap (the analyst has set none). */
export type Cap = (row: number) => NumberValue | Unknown | Undecided;

const noCap: Cap = () => UNDECIDED;

export function compileCap(spec: CapSpec | undefined, scope: ClauseScope): Cap {
  if (spec === undefined) return noCap;
  const amount = compile(spec.amount, scope);
  const cap: Evaluate = spec.times === undefined ? amount : multiply(amount, compile(spec.times, scope));
  return (row) => asNumber(cap(row));
}

/**
 * An amount under its cap. Nothing comes of an amount of zero whatever the cap is, nor of a cap of
 * zero; an amount that the analyst has not decided is open, with the cap as its bound.
 */
export function underCap(value: ReturnType<typeof asNumber>, cap: ReturnType<Cap>): Award {
  if (isKnownZero(value) || isKnownZero(cap)) return NONE;
  if (value.kind === 'undecided') return openAward(cap.kind === 'undecided' ? null : cap);
  if (value.kind === 'unknown' || cap.kind === 'unknown')
    return unknownAward(union(missingOf(value), missingOf(cap)));
  return payment(value, cap.kind === 'undecided' ? null : cap);
}
