import type { OurSheet } from '../../report';
import type { Work } from '../work/work';
import { setLook } from './looks';
import { emphasisedRuns, formatOf, inputOf, widthOf } from './our-cells';
import { type Block, type CellInputs, writeBlock } from './write-cells';

/** Rows of which each cell has a look of its own: number formats first, then values and formulas, then emphasis. */
export async function writeStyledCells(
  work: Work,
  sheet: OurSheet,
  target: Block['target'],
  sheetName: string,
): Promise<void> {
  const width = widthOf(sheet);
  const block = (property: 'numberFormat' | 'formulas', of: typeof formatOf | typeof inputOf): Block => ({
    stage: sheet.kind,
    rowCount: sheet.rows.length,
    width,
    where: { sheet: sheetName },
    property,
    rows: (first, count): CellInputs =>
      sheet.rows
        .slice(first, first + count)
        .map((row) => Array.from({ length: width }, (_, column) => of(row[column], sheet.columns[column]))),
    target,
  });
  await writeBlock(work, block('numberFormat', formatOf));
  await writeBlock(work, block('formulas', inputOf));
  for (let first = 0; first < sheet.rows.length; first += ROWS_AT_ONCE) {
    const runs = emphasisedRuns(sheet, first, ROWS_AT_ONCE);
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
