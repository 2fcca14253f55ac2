import { isFailure, notAvailable, type Failure } from '../cells/cell';
import { matrixOf } from '../cells/vectors';
import type { ArgumentPlace, Zeros } from './zeros';
import type { Bilingual } from '../../rules';

/** A whole range among the arguments (a table, overrides), and which of its zeros matter. */
export interface RangeArgument {
  readonly name: Bilingual;
  readonly place: ArgumentPlace;
  /** Whether it matters if the 0 in this cell is a blank. */
  readonly matters: (row: readonly unknown[], column: number) => boolean;
}

type Range = readonly (readonly unknown[])[];

/** The range with null for every zero that matters and is a blank cell; as it is where there is no such 0. */
function withBlanksFor(range: unknown, { name, place, matters }: RangeArgument, zeros: Zeros): unknown {
  if (zeros === 'real' || place.from === 'literal') return range;
  const matrix = matrixOf(range);
  const found = matrix.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell === 0 && matters(cells, column) ? [{ row, column }] : [])),
  );
  if (found.length === 0) return range;
  if (zeros === 'unknown' || place.from === 'unknown') return unknownZeros(name, found.length);
  return zeros.areBlank(found.map((cell) => ({ address: place.address, ...cell }))).then((answers) => {
    const unknown = answers.filter((answer) => answer === undefined).length;
    return unknown > 0 ? unknownZeros(name, unknown) : blanked(matrix, found, answers);
  });
}

function blanked(
  matrix: Range,
  found: readonly { readonly row: number; readonly column: number }[],
  answers: readonly (boolean | undefined)[],
): Range {
  const copy = matrix.map((cells) => [...cells]);
  for (const [at, { row, column }] of found.entries()) {
    const cells = copy[row];
    if (answers[at] === true && cells !== undefined) cells[column] = null;
  }
  return copy;
}

function unknownZeros(name: Bilingual, count: number): Failure {
  return notAvailable(
    `“${name.zh}”里有 ${count} 个 0，Excel 没有说明是数值还是空白单元格；请重新计算，或在空白处填“/”。`,
    `“${name.en}” holds ${count} zeros, and Excel does not say whether they are values or blank cells; recalculate, or put “/” into the blank ones.`,
  );
}

/** The arguments with each range as `withBlanksFor` gives it; a promise only where somebody has to be asked. */
export function withBlanksIn(
  values: readonly unknown[],
  ranges: ReadonlyMap<number, RangeArgument>,
  zeros: Zeros,
): readonly unknown[] | Failure | Promise<readonly unknown[] | Failure> {
  const settled = values.map((value, at) => {
    const range = ranges.get(at);
    return range === undefined ? value : withBlanksFor(value, range, zeros);
  });
  const firstFailure = (all: readonly unknown[]): readonly unknown[] | Failure => all.find(isFailure) ?? all;
  return settled.some((value) => value instanceof Promise)
    ? Promise.all(settled).then(firstFailure)
    : firstFailure(settled);
}
