/** Merged areas. */
import type { CellRange } from '../../../sheet';
import { boundsOf, cellsOf, overlap } from './area';
import { clearContents } from './edit';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** The first cell's content stays, the others lose theirs. With `across` each row is merged by itself. */
export function merge(workbook: Workbook, sheet: Sheet, range: CellRange, across: boolean): void {
  if (sheet.tables.some((table) => overlap(table.range, range) !== null))
    throw new Problem('MergedRangeConflict');
  unmerge(workbook, sheet, range);
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
  const areas = across ? rows.map((row) => ({ ...range, top: row, bottom: row })) : [range];
  for (const whole of areas) {
    if (cellsOf(whole) === 1) continue;
    if (whole.right > whole.left) {
      clearContents(workbook, sheet, { ...whole, bottom: whole.top, left: whole.left + 1 });
    }
    if (whole.bottom > whole.top) clearContents(workbook, sheet, { ...whole, top: whole.top + 1 });
    sheet.merges.push(whole);
  }
}

/** Areas that the range touches are undone as a whole. */
export function unmerge(workbook: Workbook, sheet: Sheet, range: CellRange): void {
  const touched = mergesIn(sheet, range);
  if (touched.length === 0) return;
  sheet.merges = sheet.merges.filter((other) => !touched.includes(other));
  workbook.tell({ kind: 'cellsFormatted', sheet, area: touched.reduce(boundsOf) });
}

export function mergesIn(sheet: Sheet, range: CellRange): CellRange[] {
  return sheet.merges.filter((other) => overlap(other, range) !== null);
}
