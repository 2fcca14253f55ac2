import type { IndicatorKey } from '../../rules';
import { FALSE, TRUE, UNDECIDED, union, unknown, type Condition, type Trilean } from './value';

/**
 * Three-valued logic after Kleene: one definite answer decides, whatever is missing; otherwise the
 * keys of all open terms are named. An open blank weighs more than an open parameter.
 */
export function all(terms: readonly Condition[]): Condition {
  return combine(terms, false);
}

export function any(terms: readonly Condition[]): Condition {
  return combine(terms, true);
}

export function not(term: Trilean): Trilean {
  if (term.kind !== 'truth') return term;
  return term.holds ? FALSE : TRUE;
}

function combine(terms: readonly Condition[], decisive: boolean): Condition {
  const neutral = decisive ? FALSE : TRUE;
  return (row) => {
    let missing: readonly IndicatorKey[] | undefined;
    let undecided = false;
    for (const term of terms) {
      const value = term(row);
      if (value.kind === 'truth') {
        if (value.holds === decisive) return value;
      } else if (value.kind === 'unknown') {
        missing = missing === undefined ? value.missing : union(missing, value.missing);
      } else undecided = true;
    }
    if (missing !== undefined) return unknown(missing);
    return undecided ? UNDECIDED : neutral;
  };
}
