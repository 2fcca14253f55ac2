import { compareDates } from '../values/dates';
import { compare } from '../values/fraction';
import {
  FALSE,
  missingOf,
  NOTHING,
  truth,
  UNDECIDED,
  union,
  unknown,
  type Condition,
  type Evaluate,
  type Names,
  type Value,
} from '../values/value';
import type { Comparator, IndicatorKey } from '../../rules';

/**
 * Comparisons: exact for numbers, at the written precision for dates, false with nothing. With both
 * sides open, a parameter is not asked for before the figure it is compared with: whether the
 * target of unemployment is needed shows once the layoffs are known.
 */
export function comparison(
  left: Evaluate,
  comparator: Comparator,
  right: Evaluate,
  isParameter: (key: IndicatorKey) => boolean = () => false,
): Condition {
  const figures = (keys: readonly IndicatorKey[]): readonly IndicatorKey[] => {
    if (keys.length < 2) return keys;
    const inputs = keys.filter((key) => !isParameter(key));
    return inputs.length === 0 ? keys : inputs;
  };
  return (row) => {
    const a = left(row);
    const b = right(row);
    if (a.kind === 'number' && b.kind === 'number') return truth(numbersStand(compare(a, b), comparator));
    if (a === NOTHING || b === NOTHING) return FALSE;
    if (a.kind === 'undecided' || b.kind === 'undecided') return UNDECIDED;
    if (a.kind === 'unknown' || b.kind === 'unknown')
      return unknown(figures(union(missingOf(a), missingOf(b))));
    if (a.kind === 'date' && b.kind === 'date') return compareDates(a, comparator, b);
    return truth(equal(a, b) === (comparator === '='));
  };
}

function numbersStand(order: number, comparator: Comparator): boolean {
  switch (comparator) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}

/** Flags are equal; of categories, one name in common is enough. */
function equal(a: Value, b: Value): boolean {
  if (a.kind === 'truth' && b.kind === 'truth') return a.holds === b.holds;
  return a.kind === 'names' && b.kind === 'names' && a.names.some((name) => b.names.includes(name));
}

/** True when any value of the category stands in the list. */
export function isOneOf(category: Evaluate, listed: readonly string[]): Condition {
  return (row) => {
    const value = category(row);
    if (value.kind === 'unknown') return value;
    return truth(value.kind === 'names' && holdsAny(value, listed));
  };
}

const holdsAny = (value: Names, listed: readonly string[]): boolean =>
  value.names.some((name) => listed.includes(name));
