import {
  join,
  missingOf,
  NOTHING,
  same,
  truth,
  UNDECIDED,
  unknown,
  type Condition,
  type Evaluate,
  type Value,
} from '../values/value';
import type { IndicatorKey } from '../../rules';

/** `if`, `orElse` and `table`: one of several values. */

/** With the condition open, the branches are joined: what is the same either way is known. */
export function conditional(condition: Condition, then: Evaluate, otherwise: Evaluate): Evaluate {
  return (row) => {
    const holds = condition(row);
    if (holds.kind === 'truth') return holds.holds ? then(row) : otherwise(row);
    const a = then(row);
    const b = otherwise(row);
    if (holds.kind === 'unknown') return join([a, b], holds.missing);
    return same(a, b) ? a : UNDECIDED;
  };
}

/** The first of two that is known; both unknown: the first is named. */
export function orElse(first: Evaluate, second: Evaluate): Evaluate {
  return (row) => {
    const preferred = first(row);
    if (isKnown(preferred)) return preferred;
    const other = second(row);
    if (isKnown(other) || preferred.kind !== 'unknown') return other;
    return other.kind === 'nothing' ? other : preferred;
  };
}

const isKnown = ({ kind }: Value): boolean =>
  kind !== 'unknown' && kind !== 'undecided' && kind !== 'nothing';

export interface Entry {
  readonly match: string | Evaluate;
  readonly value: Evaluate;
}

/** The value of the first entry that matches; nothing where none does. */
export function table(of: Evaluate, entries: readonly Entry[]): Evaluate {
  return (row) => {
    const value = of(row);
    if (value.kind === 'undecided') return value;
    if (value.kind === 'unknown')
      return join([...entries.map((entry) => entry.value(row)), NOTHING], value.missing);
    let open: readonly IndicatorKey[] | undefined;
    for (const { match, value: result } of entries) {
      if (typeof match === 'string') {
        if (value.kind === 'names' && value.names.includes(match)) return result(row);
      } else {
        const line = match(row);
        if (same(value, line)) return result(row);
        if (line.kind === 'unknown') open = missingOf(line);
      }
    }
    return open === undefined ? NOTHING : unknown(open);
  };
}

/** A number that equals one of the figures. */
export function equalsOneOf(left: Evaluate, figures: readonly Evaluate[]): Condition {
  return (row) => {
    const value = left(row);
    if (value.kind === 'unknown' || value.kind === 'undecided') return value;
    return truth(figures.some((figure) => same(value, figure(row))));
  };
}
