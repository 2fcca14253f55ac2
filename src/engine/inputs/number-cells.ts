import { CellState, type NumberColumn } from '../columns';
import { fraction } from '../values/decimals';
import { fractionOf, times, whole, type Fraction } from '../values/fraction';
import { Decimal } from '../../rules';

/** The cells of a number column as exact numbers, in base units; undefined where a cell has no usable one. */
export function numberCells(column: NumberColumn): (row: number) => Fraction | undefined {
  const { states, raw, exact } = column;
  const factor = fraction(column.factor);
  const isPlain = column.factor.eq(1);
  return (row) => {
    if (states[row] !== CellState.value) return undefined;
    const given = exact?.get(row);
    if (given !== undefined) return fraction(given);
    const cell = shortestDecimal(raw[row] ?? 0);
    return isPlain || cell === undefined ? cell : times(cell, factor);
  };
}

/** Below this size a whole number of any of the steps is a decimal of 15 digits, and no two of these share a double. */
const LARGEST = 1e15;
/** Steps that cells are usually written in. */
const STEPS = [1, 100, 10_000, 1_000_000];

/**
 * The shortest decimal that reads back as the double. Dividing rounds correctly: where k ÷ step
 * gives the double again, it is the double nearest to that decimal, which has 15 digits at most.
 */
function shortestDecimal(cell: number): Fraction | undefined {
  for (const step of STEPS) {
    const steps = Math.floor(cell * step + 0.5);
    if (Math.abs(steps) < LARGEST && steps / step === cell)
      return step === 1 ? whole(steps) : fractionOf(steps, step);
  }
  return Number.isFinite(cell) ? fraction(new Decimal(cell)) : undefined;
}
