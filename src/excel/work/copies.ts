import type { CellRange } from '../../sheet';
import { addressOf, rangeAt } from '../session/cells';
import type { Context } from '../session/run';
import type { KeptCells } from './marker';
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
    const target = sheet.getRange(addressOf(cells));
    const source = rangeAt(from, cells);
    if (what === 'all') target.copyFrom(source, Excel.RangeCopyType.formulas);
    target.copyFrom(source, Excel.RangeCopyType.formats);
  }
  await context.sync();
}

export function keptAt(sheet: string, cells: CellRange): KeptCells {
  return { sheet, cells };
}
