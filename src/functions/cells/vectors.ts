import { contentOf, type Failure, invalidValue } from './cell';
import type { CellContent } from '../../sheet';

/** An argument of a function as a list of cells: one cell, a column, or a row. */
export interface Vector {
  readonly cells: readonly CellContent[];
  readonly lies: 'cell' | 'column' | 'row';
}

/** How the cells of a call's arguments lie, and hence its results. */
export interface Extent {
  readonly length: number;
  readonly lies: Vector['lies'];
}

/** A matrix as Excel hands it over; a bare value counts as one cell, an omitted argument as one blank. */
export function matrixOf(argument: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(argument)) return [[argument]];
  const rows: readonly unknown[] = argument;
  const matrix = rows.map((row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  return matrix.length === 0 || matrix[0]?.length === 0 ? [[null]] : matrix;
}

/** @returns a failure for a range of several rows and columns; `name` says whose it is */
export function vectorOf(argument: unknown, name: { zh: string; en: string }): Vector | Failure {
  if (isColumn(argument)) return { cells: argument.map((row) => contentOf(row[0])), lies: 'column' };
  const matrix = matrixOf(argument);
  const [first = []] = matrix;
  if (matrix.length === 1) return { cells: first.map(contentOf), lies: first.length === 1 ? 'cell' : 'row' };
  return invalidValue(
    `参数“${name.zh}”有 ${matrix.length} 行 ${first.length} 列；请只引用一个单元格或一列。`,
    `The argument “${name.en}” has ${matrix.length} rows and ${first.length} columns; refer to one cell or one column.`,
  );
}

/** Several rows of one cell. Excel's rows are of one length, so that the first tells. */
function isColumn(argument: unknown): argument is readonly (readonly unknown[])[] {
  if (!Array.isArray(argument) || argument.length < 2) return false;
  const first: unknown = argument[0];
  return Array.isArray(first) && first.length === 1;
}

/** One cell stands for as many as the longest argument has; other lengths must agree. */
export function extentOf(vectors: readonly Vector[]): Extent | Failure {
  const long = vectors.filter(({ lies }) => lies !== 'cell');
  const [first] = long;
  if (first === undefined) return { length: 1, lies: 'cell' };
  const other = long.find(({ cells, lies }) => cells.length !== first.cells.length || lies !== first.lies);
  if (other === undefined) return { length: first.cells.length, lies: first.lies };
  return other.lies === first.lies
    ? invalidValue(
        `各列长短不一：${first.cells.length} 格与 ${other.cells.length} 格；请引用同样多的行。`,
        `The columns differ in length: ${first.cells.length} and ${other.cells.length} cells; refer to the same rows.`,
      )
    : invalidValue(
        '有的参数是一列，有的是一行；请都用列。',
        'Some arguments are columns, some are rows; use columns for all of them.',
      );
}

/** All arguments at the common length. */
export function spread({ cells, lies }: Vector, { length }: Extent): readonly CellContent[] {
  if (lies === 'cell') return Array.from({ length }, () => cells[0] ?? null);
  return cells.length === length ? cells : cells.slice(0, length);
}

/** The results where the arguments lie: below one another for columns, side by side for rows. */
export function laid<T>(results: readonly T[], { lies }: Extent): readonly (readonly T[])[] {
  return lies === 'row' ? [results] : results.map((result) => [result]);
}

/** Two columns of names and values; rows without a name are left out. */
export function pairsOf(
  argument: unknown,
  name: { zh: string; en: string },
): readonly (readonly [CellContent, CellContent])[] | Failure {
  const matrix = matrixOf(argument);
  const pairs = matrix.map(([left, right]) => [contentOf(left), contentOf(right)] as const);
  const given = pairs.filter(([left, right]) => left !== null || right !== null);
  if (given.length === 0 || matrix.every(({ length }) => length === 2)) return given;
  return invalidValue(
    `参数“${name.zh}”应为两列的区域。`,
    `The argument “${name.en}” is a range of two columns.`,
  );
}
