import type { CellRange, Grid } from './grid';

/** Merged cells of a few rows, looked up by cell: a cell inside a merge shows its anchor's content. */
export interface MergedCells {
  /** The merge that covers the cell, if any. */
  at(row: number, column: number): CellRange | undefined;
}

const COLUMNS = 16_384;

/** Merges that touch the given rows; others are left out, a sheet may have thousands of them. */
export function mergesBetween(grid: Grid, top: number, bottom: number): MergedCells {
  const covered = new Map<number, CellRange>();
  for (const merge of grid.merges) {
    if (merge.bottom < top || merge.top > bottom) continue;
    for (let row = Math.max(top, merge.top); row <= Math.min(bottom, merge.bottom); row++) {
      for (let column = merge.left; column <= Math.min(merge.right, grid.columnCount); column++)
        covered.set(row * COLUMNS + column, merge);
    }
  }
  return { at: (row, column) => covered.get(row * COLUMNS + column) };
}
