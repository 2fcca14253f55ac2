import type { CellRange } from '../../sheet';
import type { Sheet } from '../host';

export interface SelectionSummary {
  /** Cells that hold anything. */
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

/** Of the selected cells that are shown. */
export function summaryOf(sheet: Sheet, range: CellRange): SelectionSummary {
  let [count, numbers, sum] = [0, 0, 0];
  for (const [, column] of sheet.storedColumns(range)) {
    const last = Math.min(range.bottom, column.usedRows(true)?.last ?? 0);
    for (let row = range.top; row <= last; row += 1) {
      const content = column.content(row);
      if (content === null || sheet.isRowHidden(row)) continue;
      count += 1;
      if (typeof content !== 'number') continue;
      numbers += 1;
      sum += content;
    }
  }
  return { count, numbers, sum: Number(sum.toPrecision(15)) };
}
