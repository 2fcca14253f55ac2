import { CellState, type NumberColumn } from '../engine';

/** A column's values as doubles, NaN where there is none: for comparing sizes, never for money. */
export function amountsOf(column: NumberColumn): Float64Array {
  const factor = column.factor.toNumber();
  const amounts = new Float64Array(column.raw.length);
  for (let at = 0; at < amounts.length; at++) {
    amounts[at] = column.states[at] === CellState.value ? (column.raw[at] ?? NaN) * factor : NaN;
  }
  for (const [at, value] of column.exact ?? []) amounts[at] = value.toNumber();
  return amounts;
}
