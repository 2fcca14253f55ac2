import type { CellLook, OurCell, OurColumn } from '../../report';
import { cellInput } from './cell-input';
import { numberFormatOf } from './looks';

/** Cells of a sheet of ours as Office.js takes them. */

type Column = OurColumn | undefined;

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

/** Cells side by side that are emphasised alike, in rows of which the first stands at `first`. */
export function emphasisedRuns(
  rows: readonly (readonly OurCell[])[],
  columns: readonly OurColumn[],
  first: number,
): EmphasisedRun[] {
  return rows.flatMap((cells, offset) => {
    const runs: { row: number; column: number; width: number; look: CellLook }[] = [];
    cells.forEach((cell, column) => {
      const look = lookOf(cell, columns[column]);
      if (!EMPHASISED.has(look)) return;
      const last = runs.at(-1);
      if (last !== undefined && last.look === look && last.column + last.width === column) last.width += 1;
      else runs.push({ row: first + offset, column, width: 1, look });
    });
    return runs;
  });
}
