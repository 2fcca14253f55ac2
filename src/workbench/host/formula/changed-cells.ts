/** The cells that changed since formulas were last looked at, so that their dependents can be found in one pass. */
import type { CellRange } from '../../../sheet';
import { boundsOf, cellsOf, overlap } from '../book/area';
import type { Sheet } from '../book/sheet';
import type { Cells } from './result';

interface OnSheet {
  bounds: CellRange;
  /** Single cells, column by column, because thousands of them may change one by one. */
  readonly cells: Map<number, Set<number>>;
  readonly areas: CellRange[];
}

export class ChangedCells {
  private readonly sheets = new Map<Sheet, OnSheet>();

  get isEmpty(): boolean {
    return this.sheets.size === 0;
  }

  add(sheet: Sheet, changed: CellRange): void {
    const known = this.sheets.get(sheet);
    const onSheet = known ?? { bounds: changed, cells: new Map<number, Set<number>>(), areas: [] };
    onSheet.bounds = boundsOf(onSheet.bounds, changed);
    if (cellsOf(changed) > 1) onSheet.areas.push(changed);
    else rowsOfColumn(onSheet, changed.left).add(changed.top);
    this.sheets.set(sheet, onSheet);
  }

  clear(): void {
    this.sheets.clear();
  }

  touch({ sheet, area: used }: Cells): boolean {
    const onSheet = this.sheets.get(sheet);
    if (onSheet === undefined || overlap(onSheet.bounds, used) === null) return false;
    if (onSheet.areas.some((changed) => overlap(changed, used) !== null)) return true;
    return [...onSheet.cells].some(
      ([column, rows]) =>
        column >= used.left && column <= used.right && anyBetween(rows, used.top, used.bottom),
    );
  }

  /** The bounds of what changed, by sheet. */
  *bySheet(): Iterable<readonly [Sheet, CellRange]> {
    for (const [sheet, { bounds }] of this.sheets) yield [sheet, bounds];
  }
}

function rowsOfColumn({ cells }: OnSheet, column: number): Set<number> {
  const rows = cells.get(column) ?? new Set<number>();
  cells.set(column, rows);
  return rows;
}

function anyBetween(rows: ReadonlySet<number>, first: number, last: number): boolean {
  if (last - first < rows.size) {
    for (let row = first; row <= last; row += 1) if (rows.has(row)) return true;
    return false;
  }
  for (const row of rows) if (row >= first && row <= last) return true;
  return false;
}
