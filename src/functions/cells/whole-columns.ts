import type { Extent, Vector } from './vectors';

/** Columns longer than this are taken for whole ones: `B2:B1048576` goes to the sheet's end. */
const LONGEST = 1_000_000;
const WHOLE = /!\$?[a-z]+:\$?[a-z]+$/i;

/**
 * How much of whole columns is taken: down to the last row in which any of them holds something. What lies
 * below is no data, and a million empty results are more than Excel on the web accepts (5 MB).
 *
 * @param addresses of the arguments, where the host gives them
 * @returns the extent as it is for shorter columns; of length 0 for empty ones
 */
export function takenExtent(
  extent: Extent,
  vectors: readonly Vector[],
  addresses: readonly unknown[] | undefined,
): Extent {
  if (extent.lies !== 'column') return extent;
  const columns = vectors.flatMap(({ cells, lies }) => (lies === 'column' ? [cells] : []));
  const isWhole =
    extent.length > LONGEST ||
    vectors.some(({ lies }, at) => lies === 'column' && isWholeColumn(addresses?.[at]));
  if (!isWhole) return extent;
  // Where the host passes blanks on as null, a 0 is a figure; elsewhere it may be a blank.
  const zeroIsFigure = columns.some((cells) => cells.includes(null));
  let { length } = extent;
  while (length > 0 && columns.every((cells) => isEmpty(cells[length - 1], zeroIsFigure))) length -= 1;
  return { ...extent, length };
}

const isWholeColumn = (address: unknown): boolean => typeof address === 'string' && WHOLE.test(address);

const isEmpty = (cell: unknown, zeroIsFigure: boolean): boolean =>
  cell === null || (cell === 0 && !zeroIsFigure);
