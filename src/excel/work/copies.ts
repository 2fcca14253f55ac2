import type { CellRange } from '../../sheet';
import { addressOf, rangeAt } from '../session/cells';
import type { Context } from '../session/run';
import { addedSheet } from './sheets';

/** Cells to copy to a hidden sheet, to the same address there, so that relative references stay what they are. */
export interface CopyOrder {
  readonly from: Excel.Worksheet;
  readonly cells: CellRange;
  /** Contents and looks, or only looks. */
  readonly what: 'all' | 'looks';
}

/** Copies are made by Excel itself: however many cells they are, nothing travels. */
export async function makeCopies(
  context: Context,
  sheetName: string,
  orders: readonly CopyOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const sheet = await addedSheet(context, sheetName);
  sheet.visibility = Excel.SheetVisibility.veryHidden;
  for (const { from, cells, what } of orders) {
    for (const block of blocksOf(cells)) {
      const target = sheet.getRange(addressOf(block));
      const source = rangeAt(from, block);
      if (what === 'all') target.copyFrom(source, Excel.RangeCopyType.formulas);
      target.copyFrom(source, Excel.RangeCopyType.formats);
    }
  }
  await context.sync();
}

/** Cells that Excel copies in one operation: one that keeps it busy for seconds makes it restart the add-in. */
const CELLS_AT_ONCE = 1_000_000;

/** The cells in blocks of whole rows, from the top. */
export function blocksOf(cells: CellRange, most = CELLS_AT_ONCE): CellRange[] {
  const rows = Math.max(1, Math.floor(most / (cells.right - cells.left + 1)));
  const count = Math.ceil((cells.bottom - cells.top + 1) / rows);
  return Array.from({ length: count }, (_, index) => {
    const top = cells.top + index * rows;
    return { ...cells, top, bottom: Math.min(cells.bottom, top + rows - 1) };
  });
}

/** Copies contents and looks back to where they came from, of which `first` is the first cell now. */
export function copyBack(first: Excel.Range, cells: CellRange, source: Excel.Range): void {
  for (const { top, bottom } of blocksOf(cells)) {
    const block = (origin: Excel.Range): Excel.Range =>
      origin.getOffsetRange(top - cells.top, 0).getResizedRange(bottom - top, cells.right - cells.left);
    const from = block(source.getCell(0, 0));
    block(first).copyFrom(from, Excel.RangeCopyType.formulas);
    block(first).copyFrom(from, Excel.RangeCopyType.formats);
  }
}
