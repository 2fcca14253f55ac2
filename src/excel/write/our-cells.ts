import type { CellLook, OurCell, OurSheet } from '../../report';
import { cellInput } from './cell-input';
import { numberFormatOf } from './looks';

/** Cells of a sheet of ours as Office.js takes them. */

type Column = OurSheet['columns'][number] | undefined;

export function lookOf(cell: OurCell | undefined, column: Column): CellLook {
  const own = typeof cell === 'object' && cell !== null ? cell.style : undefined;
  return own ?? column?.style ?? 'plain';
}

/** A value or a formula; null where the cell stays blank. */
export function inputOf(cell: OurCell | undefined, column: Column): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cellInput(cell ?? null, lookOf(cell, column));
  return 'formula' in cell ? `=${cell.formula}` : cellInput(cell.value, cell.style);
}

export function formatOf(cell: OurCell | undefined, column: Column): string {
  return numberFormatOf(lookOf(cell, column));
}

/** Looks that are more than a number format. */
const EMPHASISED: ReadonlySet<CellLook> = new Set(['title', 'header', 'total', 'totalLabel']);

export interface EmphasisedRun {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly look: CellLook;
}

/** Cells side by side that are emphasised alike, in rows from `first`. */
export function emphasisedRuns(sheet: OurSheet, first: number, count: number): EmphasisedRun[] {
  return sheet.rows.slice(first, first + count).flatMap((cells, offset) => {
    const runs: { row: number; column: number; width: number; look: CellLook }[] = [];
    cells.forEach((cell, column) => {
      const look = lookOf(cell, sheet.columns[column]);
      if (!EMPHASISED.has(look)) return;
      const last = runs.at(-1);
      if (last !== undefined && last.look === look && last.column + last.width === column) last.width += 1;
      else runs.push({ row: first + offset, column, width: 1, look });
    });
    return runs;
  });
}

export function widthOf({ rows, columns }: OurSheet): number {
  return rows.reduce((width, row) => Math.max(width, row.length), columns.length);
}
