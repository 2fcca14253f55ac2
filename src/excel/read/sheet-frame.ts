import type { CellRange, GridTable } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { cellRange, PLACE, rangeAt, sheetOf } from '../session/cells';
import { type JobOptions, PATIENCE } from '../session/job';
import { run } from '../session/run';
import type { SheetFrame } from './chunked-grid';

/** A sheet without its cells; whether its dates count from 1904 shows only in the cells. */
export async function readFrame(sheetKey: string, job: JobOptions): Promise<SheetFrame> {
  const outline = await run((context) => readOutline(context, sheetKey), job, { sheet: sheetKey });
  const { used, isColumnHidden } = outline;
  return {
    sheetId: outline.sheetId,
    sheetName: outline.sheetName,
    used,
    tables: outline.tables,
    merges: used === null ? [] : await readMerges(outline.sheetId, used, job),
    hiddenColumns:
      used === null || isColumnHidden === false ? [] : await readHiddenColumns(outline.sheetId, used, job),
    date1904: false,
  };
}

interface Outline extends Pick<SheetFrame, 'sheetId' | 'sheetName' | 'used' | 'tables'> {
  /** null where some are and some are not. */
  readonly isColumnHidden: boolean | null;
}

async function readOutline(context: Excel.RequestContext, sheetKey: string): Promise<Outline> {
  const sheet = sheetOf(context, sheetKey).load('id,name');
  const used = sheet.getUsedRangeOrNullObject(true).load(`${PLACE},columnHidden`);
  const tables = sheet.tables.load('items/name,items/showHeaders,items/showTotals');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelProblem('sheetGone', { sheet: sheetKey });
  const places = tables.items.map((table) => table.getRange().load(PLACE));
  if (places.length > 0) await context.sync();
  return {
    sheetId: sheet.id,
    sheetName: sheet.name,
    used: used.isNullObject ? null : cellRange(used),
    // Office.js says null for "some", whatever its types say.
    isColumnHidden: used.isNullObject ? false : used.columnHidden,
    tables: tables.items.flatMap((table, index): GridTable[] => {
      const place = places[index];
      if (place === undefined) return [];
      const rows = { headerRows: table.showHeaders ? 1 : 0, totalsRows: table.showTotals ? 1 : 0 };
      return [{ name: table.name, range: cellRange(place), ...rows }];
    }),
  };
}

/** Excel gives no more than 512 merged areas at once: where it fails, the rows are halved. */
async function readMerges(sheetId: string, rows: CellRange, job: JobOptions): Promise<CellRange[]> {
  try {
    return await run((context) => mergesIn(context, sheetId, rows), impatient(job));
  } catch (error) {
    const isRefused = error instanceof ExcelProblem && (error.code === 'excel' || error.code === 'tooLarge');
    if (!isRefused || rows.top === rows.bottom) throw error;
    const middle = Math.floor((rows.top + rows.bottom) / 2);
    const upper = await readMerges(sheetId, { ...rows, bottom: middle }, job);
    const lower = await readMerges(sheetId, { ...rows, top: middle + 1 }, job);
    return withoutRepeats([...upper, ...lower]);
  }
}

/** What fails here mostly fails again; a halved range is the better second attempt. */
function impatient(job: JobOptions): JobOptions {
  const { forUser } = job.patience ?? PATIENCE;
  return { ...job, patience: { forUser, pauses: [] } };
}

async function mergesIn(
  context: Excel.RequestContext,
  sheetId: string,
  rows: CellRange,
): Promise<CellRange[]> {
  const merged = rangeAt(context.workbook.worksheets.getItem(sheetId), rows).getMergedAreasOrNullObject();
  const areas = merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  merged.load('areaCount');
  await context.sync();
  return merged.isNullObject ? [] : areas.items.map(cellRange);
}

/** A merge across the middle is found in both halves. */
function withoutRepeats(merges: readonly CellRange[]): CellRange[] {
  const byPlace = new Map(merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  return [...byPlace.values()];
}

async function readHiddenColumns(sheetId: string, used: CellRange, job: JobOptions): Promise<number[]> {
  return run(async (context) => {
    const range = rangeAt(context.workbook.worksheets.getItem(sheetId), used);
    const columns = range.getColumnProperties({ columnHidden: true });
    await context.sync();
    return columns.value.flatMap(({ columnHidden }, index) =>
      columnHidden === true ? [used.left + index] : [],
    );
  }, job);
}
