import type { CellLook } from '../../report';
import { ExcelProblem } from '../problems/problem';
import { cellRange, PLACE } from '../session/cells';
import { type Context, run } from '../session/run';
import { pointsOf } from '../work/columns-width';
import { type CopyOrder, makeCopies } from '../work/copies';
import { type NameToWrite, writeNames } from '../work/defined-names';
import { findPlaces, formulaOf, rangeOfPlace } from '../work/places';
import { rowsDigestNow } from '../work/rows-digest';
import type { Work } from '../work/work';
import { cellInput } from './cell-input';
import { type ColumnsPlan, placesOf, type PlannedColumn, undoOf } from './columns-plan';
import { numberFormatOf, setLook, setNumberFormat } from './looks';
import { type CellInputs, writeBlock } from './write-cells';

/** First of all names for the places, and copies of what will be written over. Nothing of the user's is touched. */
export async function prepareColumns(work: Work, plan: ColumnsPlan): Promise<void> {
  const { looksSheet, sheetName } = plan;
  const entries = looksSheet === null ? [] : [{ kind: 'sheet' as const, ...looksSheet }];
  await work.step(
    entries,
    async (context) => {
      const sheet = context.workbook.worksheets.getItem(plan.sheetId);
      const order =
        (what: CopyOrder['what']) =>
        (one: PlannedColumn): CopyOrder => ({
          from: sheet,
          cells: one.target.cells,
          what,
        });
      const copied = plan.columns.filter(({ copy }) => copy !== null).map(order('all'));
      await makeCopies(context, plan.copySheet, copied);
      if (looksSheet !== null) {
        const kept = plan.columns.filter(({ looks }) => looks !== null).map(order('looks'));
        await makeCopies(context, looksSheet.name, kept);
      }
      await writeNames(context, placesOf(plan));
    },
    { sheet: sheetName },
  );
}

/** Headers and looks, then the values in chunks; at last a look whether the rows are still where they were. */
export async function writeColumns(work: Work, plan: ColumnsPlan): Promise<void> {
  const where = { sheet: plan.sheetName };
  await work.step(undoOf(plan), (context) => dressColumns(context, plan), where);
  for (const group of adjacent(plan.columns)) await writeGroup(work, plan, group);
  await requireSameRows(work, plan);
}

async function dressColumns(context: Context, plan: ColumnsPlan): Promise<void> {
  const { headerRow, lastRow } = plan.placement;
  const found = await findPlaces(
    context,
    plan.columns.map(({ place }) => place),
  );
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  plan.columns.forEach(({ column: { column, width, earlier }, target }, index) => {
    const range = found[index]?.range;
    if (range === undefined || isMoved(found[index]?.cells, target.cells)) {
      throw new ExcelProblem('sheetChanged', { sheet: plan.sheetName });
    }
    if (earlier !== null) range.clear();
    if (width !== null) range.format.columnWidth = pointsOf(width);
    const header = range.getCell(0, 0);
    setLook(header, 'header');
    header.values = [[cellInput(column.header, 'header')]];
    if (lastRow > headerRow) {
      const body = range.getCell(1, 0).getResizedRange(lastRow - headerRow - 1, 0);
      setNumberFormat(body, numberFormatOf(lookOf(column.money)));
    }
  });
}

function lookOf(isMoney: boolean): CellLook {
  return isMoney ? 'money' : 'text';
}

/** Cells whose number of rows is another: somebody inserted or deleted some. */
function isMoved(
  now: { readonly top: number; readonly bottom: number } | undefined,
  before: { readonly top: number; readonly bottom: number },
): boolean {
  return now === undefined || now.bottom - now.top !== before.bottom - before.top;
}

/** Columns side by side are written together. */
function adjacent(columns: readonly PlannedColumn[]): PlannedColumn[][] {
  const groups: PlannedColumn[][] = [];
  for (const column of columns.toSorted((a, b) => a.column.at - b.column.at)) {
    const group = groups.at(-1);
    const isNext = group?.at(-1)?.column.at === column.column.at - 1;
    if (group !== undefined && isNext) group.push(column);
    else groups.push([column]);
  }
  return groups;
}

async function writeGroup(work: Work, plan: ColumnsPlan, group: readonly PlannedColumn[]): Promise<void> {
  const { headerRow, lastRow } = plan.placement;
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined || lastRow === headerRow) return;
  const where = { sheet: plan.sheetName };
  await writeBlock(work, {
    stage: 'columns',
    rowCount: lastRow - headerRow,
    width: group.length,
    where,
    rows: async (from, count): Promise<CellInputs> => {
      const columns = await Promise.all(group.map(({ values }) => values(from, from + count)));
      return Array.from({ length: count }, (_, offset) =>
        group.map(({ column: { column } }, index) =>
          cellInput(columns[index]?.[offset] ?? null, lookOf(column.money)),
        ),
      );
    },
    target: async (context, from, count) => {
      const [start, end] = [first, last].map(({ place }) => rangeOfPlace(context, place).load(PLACE));
      await context.sync();
      if (start === undefined || end === undefined || start.isNullObject || end.isNullObject) {
        throw new ExcelProblem('sheetChanged', where);
      }
      const isWhole =
        !isMoved(cellRange(start), first.target.cells) &&
        !isMoved(cellRange(end), last.target.cells) &&
        end.rowIndex === start.rowIndex &&
        end.columnIndex - start.columnIndex === group.length - 1;
      if (!isWhole) throw new ExcelProblem('sheetChanged', where);
      return start.getCell(1 + from, 0).getResizedRange(count - 1, group.length - 1);
    },
  });
}

/**
 * Results stand beside the enterprises they belong to, or are not written: rows may have been moved since the
 * sheet was read, and while it was written.
 * @throws ExcelProblem `sheetChanged`
 */
export async function requireSameRows(work: Work, plan: ColumnsPlan): Promise<void> {
  const where = { sheet: plan.sheetName };
  const cells = await run(
    async (context) => {
      const found = await findPlaces(
        context,
        plan.keys.map(({ place }) => place),
      );
      return found.map((place) => place && { sheetName: place.sheetName, cells: place.cells });
    },
    work.job,
    where,
  );
  const present = cells.filter((place) => place !== null);
  const [first] = present;
  if (first === undefined || present.length < cells.length) throw new ExcelProblem('sheetChanged', where);
  const digest = await rowsDigestNow(
    first.sheetName,
    present.map((place) => place.cells),
    work.job,
  );
  if (digest !== plan.placement.identity.digest) throw new ExcelProblem('sheetChanged', where);
}

/** The names of the columns, for the cells where they are now. */
export async function columnNamesNow(context: Context, plan: ColumnsPlan): Promise<NameToWrite[]> {
  const found = await findPlaces(
    context,
    plan.columns.map(({ place }) => place),
  );
  const rows = plan.placement.lastRow - plan.placement.headerRow;
  return plan.columns.map(({ column }, index) => {
    const place = found[index];
    if (place === undefined || place === null)
      throw new ExcelProblem('sheetChanged', { sheet: plan.sheetName });
    const { top, left } = place.cells;
    const formula = formulaOf(place.sheetName, { top, left, bottom: top + rows, right: left });
    return { name: column.name, sheet: null, formula };
  });
}
