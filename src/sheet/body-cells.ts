import type { CellContent, CellRange, Grid } from './grid';

/** Cells below the headers, with what merges over several rows spread to each of them. */
export interface BodyCells {
  /** Content; inside a merge over several rows, that of the merge's first cell. */
  merged(row: number, column: number): CellContent;
  /** Merges over several rows that begin in the column. */
  mergesIn(column: number): readonly CellRange[];
}

export function bodyCells(grid: Grid, firstRow: number): BodyCells {
  const byColumn = new Map<number, CellRange[]>();
  for (const merge of grid.merges) {
    if (merge.top < firstRow || merge.bottom === merge.top) continue;
    const merges = byColumn.get(merge.left);
    if (merges === undefined) byColumn.set(merge.left, [merge]);
    else merges.push(merge);
  }
  const sorted = new Map(
    Array.from(byColumn, ([column, merges]) => [column, merges.toSorted((a, b) => a.top - b.top)]),
  );
  const merged =
    sorted.size === 0
      ? (row: number, column: number): CellContent => grid.content(row, column)
      : (row: number, column: number): CellContent => grid.content(topOf(sorted.get(column), row), column);
  return { merged, mergesIn: (column) => byColumn.get(column) ?? [] };
}

/** First row of the merge that holds a row, or the row itself; merges do not overlap. */
function topOf(merges: readonly CellRange[] | undefined, row: number): number {
  if (merges === undefined) return row;
  let low = 0;
  let high = merges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((merges[middle]?.top ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const last = merges[low - 1];
  return last !== undefined && row <= last.bottom ? last.top : row;
}
