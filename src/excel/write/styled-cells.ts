import type { Work } from '../work/work';
import { setLook } from './looks';
import { emphasisedRuns, formatOf, inputOf } from './our-cells';
import type { SheetContent } from './planned-sheet';
import { type Block, type CellInputs, writeBlock } from './write-cells';

/** Rows of which each cell has a look of its own: number formats first, then values and formulas, then emphasis. */
export async function writeStyledCells(
  work: Work,
  { sheet, rows }: SheetContent,
  target: Block['target'],
  sheetName: string,
): Promise<void> {
  const { width, rowCount } = sheet;
  const block = (property: 'numberFormat' | 'formulas', of: typeof formatOf | typeof inputOf): Block => ({
    stage: sheet.kind,
    rowCount,
    width,
    where: { sheet: sheetName },
    property,
    rows: async (first, count): Promise<CellInputs> =>
      (await rows(first, first + count)).map((row) =>
        Array.from({ length: width }, (_, column) => of(row[column], sheet.columns[column])),
      ),
    target,
  });
  await writeBlock(work, block('numberFormat', formatOf));
  await writeBlock(work, block('formulas', inputOf));
  for (let first = 0; first < rowCount; first += ROWS_AT_ONCE) {
    const runs = emphasisedRuns(await rows(first, first + ROWS_AT_ONCE), sheet.columns, first);
    if (runs.length === 0) continue;
    await work.write(
      async (context) => {
        const origin = await target(context, 0, 1);
        for (const { row, column, width: cells, look } of runs) {
          setLook(origin.getCell(row, column).getResizedRange(0, cells - 1), look, cells);
        }
      },
      { sheet: sheetName },
    );
  }
}

const ROWS_AT_ONCE = 500;
