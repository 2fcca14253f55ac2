import { ExcelProblem } from '../problems/problem';
import { rangeAt } from '../session/cells';
import type { Context } from '../session/run';
import { pointsOf } from '../work/columns-width';
import { writeNames } from '../work/defined-names';
import { findPlaces, placeName } from '../work/places';
import { addedSheet } from '../work/sheets';
import type { Work } from '../work/work';
import { setLook } from './looks';
import { inputOf, lookOf } from './our-cells';
import type { SheetContent } from './planned-sheet';
import { writeStyledCells } from './styled-cells';
import type { SheetTarget } from './sheet-target';
import { type CellInputs, fixedTarget, writeBlock } from './write-cells';

const FIRST_CELL = { top: 1, left: 1, bottom: 1, right: 1 };

/** A sheet of ours where there was none: taken back by removing it. */
export async function writeNewSheet(
  work: Work,
  content: SheetContent,
  target: SheetTarget & { kind: 'new' },
): Promise<void> {
  const { name } = target;
  const { sheet } = content;
  const place = work.newPlace();
  await work.step(
    [{ kind: 'sheet', name, place }],
    async (context) => {
      await requireOurs(context, name, place);
      const added = await addedSheet(context, name);
      await writeNames(context, [placeName(place, name, FIRST_CELL)]);
      sheet.columns.forEach(({ width }, index) => {
        added.getRangeByIndexes(0, index, 1, 1).format.columnWidth = pointsOf(width);
      });
      if (sheet.frozenRows !== undefined) added.freezePanes.freezeRows(sheet.frozenRows);
    },
    { sheet: name },
  );
  if (target.table === undefined) {
    await writeStyledCells(work, content, fixedTarget(name, { ...FIRST_CELL, right: sheet.width }), name);
  } else await writeTable(work, content, name, target.table);
}

/** The name was free when it was chosen: a sheet that has it now and is not this step's own is somebody's. */
async function requireOurs(context: Context, name: string, place: string): Promise<void> {
  const [found = null] = await findPlaces(context, [place]);
  if (found !== null) return;
  const used = context.workbook.worksheets
    .getItemOrNullObject(name)
    .getUsedRangeOrNullObject(true)
    .load('address');
  await context.sync();
  if (!used.isNullObject) throw new ExcelProblem('cellsInTheWay', { sheet: name });
}

/** Looks by whole columns, values, and the table at last. */
async function writeTable(
  work: Work,
  { sheet, rows }: SheetContent,
  name: string,
  table: string,
): Promise<void> {
  const { width, rowCount } = sheet;
  const cells = { top: 1, left: 1, bottom: Math.max(2, rowCount), right: width };
  await work.step(
    [],
    (context) => {
      const target = context.workbook.worksheets.getItem(name);
      context.application.suspendScreenUpdatingUntilNextSync();
      setLook(rangeAt(target, { ...cells, bottom: 1 }), 'header', width);
      sheet.columns.forEach((column, index) => {
        const body = { ...cells, top: 2, left: index + 1, right: index + 1 };
        setLook(rangeAt(target, body), lookOf(null, column));
      });
      return Promise.resolve();
    },
    { sheet: name },
  );
  await writeBlock(work, {
    stage: sheet.kind,
    rowCount,
    width,
    where: { sheet: name },
    rows: async (first, count): Promise<CellInputs> =>
      (await rows(first, first + count)).map((row) =>
        Array.from({ length: width }, (_, column) => inputOf(row[column], sheet.columns[column])),
      ),
    target: fixedTarget(name, { ...cells, bottom: 1 }),
  });
  await work.step([], (context) => addTable(context, name, cells, table), { sheet: name });
}

async function addTable(
  context: Context,
  sheetName: string,
  cells: { top: number; left: number; bottom: number; right: number },
  name: string,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const tables = sheet.tables.load('items/name');
  await context.sync();
  const [present] = tables.items;
  const table = present ?? sheet.tables.add(rangeAt(sheet, cells), true);
  table.name = name;
  table.style = 'TableStyleLight9';
  await context.sync();
}
