import type { IndicatorKey } from '../../rules';
import { compare, NOUGHT, type Fraction } from './fraction';

/**
 * What an expression can be worth on a row. `unknown` carries the keys of the blanks that keep it
 * open; `nothing` is the value of a table without an entry or of a line nobody passed; `undecided`
 * hangs on a parameter that the text leaves to the analyst and that has not been given.
 */
export type Value = NumberValue | Truth | DateValue | Names | Unknown | Nothing | Undecided;

export type NumberValue = Fraction;
export interface Truth {
  readonly kind: 'truth';
  readonly holds: boolean;
}
/**
 * First and last day (days since 1970-01-01) of a date as precise as it is written. A literal
 * means its whole span (`2024-02`: all of February); a date of the data is one day within it.
 */
export interface DateValue {
  readonly kind: 'date';
  readonly from: number;
  readonly to: number;
  readonly literal: boolean;
  /** Keys of the inputs that would have to be more precise. */
  readonly keys: readonly IndicatorKey[];
}
/** Category values; empty where the enterprise has none. */
export interface Names {
  readonly kind: 'names';
  readonly names: readonly string[];
}
export interface Unknown {
  readonly kind: 'unknown';
  readonly missing: readonly IndicatorKey[];
}
export interface Nothing {
  readonly kind: 'nothing';
}
export interface Undecided {
  readonly kind: 'undecided';
}
/** Conditions are three-valued, and undecided where they compare with a parameter that is not given. */
export type Trilean = Truth | Unknown | Undecided;

/** A compiled expression: 0-based data row → value. */
export type Evaluate = (row: number) => Value;
export type Condition = (row: number) => Trilean;

export const TRUE: Truth = { kind: 'truth', holds: true };
export const FALSE: Truth = { kind: 'truth', holds: false };
export const NOTHING: Nothing = { kind: 'nothing' };
export const UNDECIDED: Undecided = { kind: 'undecided' };

export const truth = (holds: boolean): Truth => (holds ? TRUE : FALSE);
export const unknown = (missing: readonly IndicatorKey[]): Unknown => ({ kind: 'unknown', missing });
export const names = (values: readonly string[]): Names => ({ kind: 'names', names: values });

/** The keys of both, each once. */
export function union(a: readonly IndicatorKey[], b: readonly IndicatorKey[]): readonly IndicatorKey[] {
  if (a === b || b.length === 0) return a;
  const added = b.filter((key) => !a.includes(key));
  if (added.length === 0) return a;
  return a.length === 0 ? b : [...a, ...added];
}

const NO_KEYS: readonly IndicatorKey[] = [];
export const missingOf = (value: Value): readonly IndicatorKey[] =>
  value.kind === 'unknown' ? value.missing : NO_KEYS;

/** What is definitely the same, whatever the blanks turn out to be. */
export function same(a: Value, b: Value): boolean {
  if (a === b) return a.kind !== 'unknown';
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && compare(a, b) === 0;
    case 'truth':
      return b.kind === 'truth' && a.holds === b.holds;
    case 'date':
      return b.kind === 'date' && a.from === b.from && a.to === b.to && a.literal === b.literal;
    case 'names':
      return (
        b.kind === 'names' &&
        a.names.length === b.names.length &&
        a.names.every((name) => b.names.includes(name))
      );
    case 'nothing':
    case 'undecided':
      return a.kind === b.kind;
    case 'unknown':
      return false;
  }
}

/** One of these, depending on inputs that are missing: the common value, or unknown. */
export function join(possible: readonly Value[], open: readonly IndicatorKey[]): Value {
  const [first, ...others] = possible;
  if (first !== undefined && others.every((other) => same(first, other)) && first.kind !== 'unknown')
    return first;
  return unknown(
    possible.reduce<readonly IndicatorKey[]>((keys, value) => union(keys, missingOf(value)), open),
  );
}

/** An amount: nothing counts as 0; whatever is no number has no amount. */
export function asNumber(value: Value): NumberValue | Unknown | Undecided {
  switch (value.kind) {
    case 'number':
    case 'unknown':
    case 'undecided':
      return value;
    default:
      return ZERO_VALUE;
  }
}
export const ZERO_VALUE: NumberValue = NOUGHT;

/** A condition: nothing is false. */
export function asCondition(value: Value): Trilean {
  switch (value.kind) {
    case 'truth':
    case 'unknown':
    case 'undecided':
      return value;
    default:
      return FALSE;
  }
}
