import type { CellContent, CellRange, Grid } from './grid';

/** Cells below the headers, with what merges over several rows spread to each of them. */
export interface BodyCells {
  /** Content; inside a merge over several rows, that of the merge's first cell. */
  merged(row: number, column: number): CellContent;
  /** Merges over several rows that begin in the column. */
  mergesIn(column: number): readonly CellRange[];
}

const COLUMNS = 16_384;

export function bodyCells(grid: Grid, firstRow: number): BodyCells {
  const tops = new Map<number, number>();
  const byColumn = new Map<number, CellRange[]>();
  for (const merge of grid.merges) {
    if (merge.top < firstRow || merge.bottom === merge.top) continue;
    const merges = byColumn.get(merge.left);
    if (merges === undefined) byColumn.set(merge.left, [merge]);
    else merges.push(merge);
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, grid.rowCount); row++)
      tops.set(row * COLUMNS + merge.left, merge.top);
  }
  const merged =
    tops.size === 0
      ? (row: number, column: number): CellContent => grid.content(row, column)
      : (row: number, column: number): CellContent =>
          grid.content(tops.get(row * COLUMNS + column) ?? row, column);
  return { merged, mergesIn: (column) => byColumn.get(column) ?? [] };
}
