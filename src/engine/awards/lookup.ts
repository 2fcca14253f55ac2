import { joinAwards, never, NONE, openAward, payment, type Award, type Mechanism } from './award';
import { compare } from '../values/fraction';
import type { ParameterTable } from '../plan';
import type { Evaluate, NumberValue } from '../values/value';

/**
 * A table that the analyst gives, ascending: the highest threshold not above the value, or for
 * ranks (`atMost`) the lowest not below it. Outside the table there is nothing.
 */
export function lookup(
  of: Evaluate,
  table: ParameterTable | undefined,
  match: 'atLeast' | 'atMost',
): Mechanism {
  const entries = table ?? [];
  return {
    award: (row) => {
      const value = of(row);
      if (value.kind === 'nothing') return NONE;
      if (table === undefined || value.kind === 'undecided') return openAward(null);
      if (value.kind === 'unknown') {
        return joinAwards([...entries.map(({ amount }) => payment(amount, null)), NONE], value.missing);
      }
      return value.kind === 'number' ? find(entries, value, match) : NONE;
    },
    zeroBase: never,
  };
}

function find(table: ParameterTable, value: NumberValue, match: 'atLeast' | 'atMost'): Award {
  const entry =
    match === 'atLeast'
      ? table.findLast(({ threshold }) => compare(threshold, value) <= 0)
      : table.find(({ threshold }) => compare(threshold, value) >= 0);
  return entry === undefined ? NONE : payment(entry.amount, null);
}
