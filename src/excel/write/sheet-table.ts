import { detailHeaderKey, type SheetOutline } from '../../report';
import { ExcelProblem } from '../problems/problem';
import { PLACE, rangeAt } from '../session/cells';
import { type Context, run } from '../session/run';
import { makeCopies } from '../work/copies';
import { shapeTable } from '../work/table-shape';
import type { Work } from '../work/work';
import { calculatedColumns } from './calculated-columns';
import { cellInput } from './cell-input';
import { setLook } from './looks';
import { inputOf, lookOf } from './our-cells';
import type { SheetContent } from './planned-sheet';
import type { SheetTarget } from './sheet-target';
import { type CellInputs, writeBlock } from './write-cells';

type TableTarget = SheetTarget & { kind: 'table' };

/**
 * An earlier 明细 is written again into its table, wherever that stands: charts, pivots and formulas of the
 * user's go on referring to it, columns stay in the user's order, and calculated columns of the user's stay
 * calculated.
 */
export async function replaceTable(
  work: Work,
  content: SheetContent,
  target: TableTarget,
  copySheet: string,
): Promise<void> {
  const where = { sheet: target.sheetName };
  const { sheet } = content;
  const headers = sheet.table?.headers ?? [];
  const rows = Math.max(1, sheet.rowCount - 1);
  const calculated = await calculatedColumns(sheet, target, work.job);
  await work.step(
    [],
    async (context) => {
      const from = context.workbook.worksheets.getItem(target.sheetName);
      await makeCopies(context, copySheet, [{ from, cells: target.cells, what: 'all' }]);
    },
    where,
  );
  const undo = {
    kind: 'table' as const,
    table: target.table,
    shape: target.shape,
    copy: { sheet: copySheet, cells: target.cells },
    below: Math.max(0, rows - target.shape.rows),
  };
  await work.step(
    [undo],
    async (context) => {
      context.application.suspendScreenUpdatingUntilNextSync();
      await shapeTable(context, target.table, { headers, rows, totals: false });
      await clearBelow(context, target, rows);
      await dress(context, sheet, target, headers);
    },
    where,
  );
  const order = await run((context) => columnOrder(context, target.table, headers), work.job, where);
  await writeRows(work, content, target, order, calculated);
  if (target.shape.totals) {
    await work.step([], (context) => showTotalsAgain(context, target, copySheet), where);
  }
}

/** Rows of the earlier run that the table has no more. */
async function clearBelow(
  context: Context,
  { sheetName, cells, shape }: TableTarget,
  rows: number,
): Promise<void> {
  if (rows >= shape.rows) return;
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const bottom = cells.top + shape.rows;
  rangeAt(sheet, { ...cells, top: cells.top + rows + 1, bottom }).clear();
  await context.sync();
}

/** Which column of the report each column of the table is. */
async function columnOrder(context: Context, table: string, headers: readonly string[]): Promise<number[]> {
  const columns = context.workbook.tables.getItem(table).columns.load('items/name');
  await context.sync();
  const keys = headers.map(detailHeaderKey);
  return columns.items.map((column) => keys.indexOf(detailHeaderKey(column.name)));
}

/** Contents of the body go, number formats and looks come; headers are written over. */
async function dress(
  context: Context,
  sheet: SheetOutline,
  { table: name }: TableTarget,
  headers: readonly string[],
): Promise<void> {
  const order = await columnOrder(context, name, headers);
  const table = context.workbook.tables.getItem(name);
  const body = table.getDataBodyRange();
  body.clear(Excel.ClearApplyTo.contents);
  const header = table.getHeaderRowRange();
  setLook(header, 'header', order.length);
  header.values = [order.map((at) => cellInput(headers[at] ?? '', 'header'))];
  order.forEach((at, index) => {
    const column = sheet.columns[at];
    if (at >= 0 && column?.style !== 'plain') setLook(body.getColumn(index), lookOf(null, column));
  });
  await context.sync();
}

async function writeRows(
  work: Work,
  { sheet, rows }: SheetContent,
  target: TableTarget,
  order: readonly number[],
  calculated: ReadonlyMap<number, string>,
): Promise<void> {
  const where = { sheet: target.sheetName };
  await writeBlock(work, {
    stage: sheet.kind,
    rowCount: sheet.rowCount - 1,
    width: order.length,
    where,
    property: 'formulas',
    rows: async (first, count): Promise<CellInputs> =>
      (await rows(first + 1, first + 1 + count)).map((row) =>
        order.map((at) => calculated.get(at) ?? inputOf(row[at], sheet.columns[at])),
      ),
    target: async (context, first, count) => {
      const body = context.workbook.tables.getItemOrNullObject(target.table).getDataBodyRange().load(PLACE);
      await context.sync();
      const isWhole =
        !body.isNullObject &&
        body.columnCount === order.length &&
        body.rowCount === Math.max(1, sheet.rowCount - 1);
      if (!isWhole) throw new ExcelProblem('sheetChanged', where);
      return body.getCell(first, 0).getResizedRange(count - 1, order.length - 1);
    },
  });
}

/** The totals row comes back with the formulas that it had. */
async function showTotalsAgain(context: Context, target: TableTarget, copySheet: string): Promise<void> {
  const table = context.workbook.tables.getItem(target.table);
  table.showTotals = true;
  await context.sync();
  const copy = context.workbook.worksheets.getItem(copySheet);
  const totals = { ...target.cells, top: target.cells.bottom };
  table.getTotalRowRange().copyFrom(rangeAt(copy, totals), Excel.RangeCopyType.formulas);
  await context.sync();
}
