import { rangeAt } from '../session/cells';
import { makeCopies } from '../work/copies';
import { writeNames } from '../work/defined-names';
import { placeName } from '../work/places';
import type { Work } from '../work/work';
import type { SheetContent } from './planned-sheet';
import type { SheetTarget } from './sheet-target';
import { writeStyledCells } from './styled-cells';
import { fixedTarget } from './write-cells';

/** An earlier 汇总 is cleared and written again where it stands; what users have beside it stays. */
export async function replaceCells(
  work: Work,
  content: SheetContent,
  { sheetName, cells }: SheetTarget & { kind: 'cells' },
  copySheet: string,
): Promise<void> {
  const place = work.newPlace();
  const where = { sheet: sheetName };
  const { width, rowCount } = content.sheet;
  const whole = {
    ...cells,
    bottom: Math.max(cells.bottom, rowCount),
    right: Math.max(cells.right, width),
  };
  await work.step(
    [],
    async (context) => {
      const from = context.workbook.worksheets.getItem(sheetName);
      await makeCopies(context, copySheet, [{ from, cells: whole, what: 'all' }]);
      await writeNames(context, [placeName(place, sheetName, whole)]);
    },
    where,
  );
  const copy = { sheet: copySheet, cells: whole };
  await work.step(
    [{ kind: 'cells', copies: [{ place, copy }], rows: null }],
    (context) => {
      context.application.suspendScreenUpdatingUntilNextSync();
      rangeAt(context.workbook.worksheets.getItem(sheetName), whole).clear();
      return Promise.resolve();
    },
    where,
  );
  const first = { ...cells, bottom: cells.top, right: cells.left + width - 1 };
  await writeStyledCells(work, content, fixedTarget(sheetName, first), sheetName);
}
