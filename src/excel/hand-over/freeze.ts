import type { CellRange } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { byChunks } from '../read/by-chunks';
import { cellRange, PLACE, rangeAt } from '../session/cells';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';
import { removeState } from '../state/workbook-state';
import { ourSettings, removeSettings, SETTINGS } from '../work/workbook-settings';
import { deleteSheet } from '../work/sheets';
import type { Work } from '../work/work';
import { LOOKS_PREFIX } from '../write/columns-plan';
import { runsOfOurs } from './our-formulas';

export interface Frozen {
  /** Cells that held formulas of ours. */
  readonly cells: number;
}

interface SheetFormulas {
  readonly id: string;
  readonly name: string;
  readonly runs: readonly CellRange[];
}

/**
 * Formulas with functions of ours become their values: whoever has no add-in sees them. Then everything goes
 * by which we find our own things again; what people see (results, notes on where they come from) stays. It
 * may be done again after it was done in part.
 */
export async function freezeFormulas(work: Work): Promise<Frozen> {
  const sheets = await sheetsWithFormulas(work.job);
  let cells = 0;
  for (const { id, name, runs } of sheets) {
    for (const one of runs) {
      cells += one.bottom - one.top + 1;
      await work.step([], (context) => freezeRun(context, id, one), { sheet: name });
    }
  }
  await work.step([], removeInternals);
  return { cells };
}

/** @throws ExcelProblem for a sheet that cannot be written to, before anything is */
export async function sheetsWithFormulas(job: JobOptions): Promise<SheetFormulas[]> {
  const listed = await run(async (context) => {
    const sheets = context.workbook.worksheets.load(
      'items/id,items/name,items/protection/protected,items/autoFilter/isDataFiltered',
    );
    await context.sync();
    const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load(PLACE));
    await context.sync();
    return sheets.items.map((sheet, index) => {
      const range = used[index];
      return {
        id: sheet.id,
        name: sheet.name,
        isProtected: sheet.protection.protected,
        isFiltered: sheet.autoFilter.isDataFiltered,
        cells: range === undefined || range.isNullObject ? null : cellRange(range),
      };
    });
  }, job);
  const found: SheetFormulas[] = [];
  for (const { id, name, cells, isProtected, isFiltered } of listed) {
    const runs = cells === null ? [] : await runsIn(id, name, cells, job);
    if (runs.length === 0) continue;
    if (isProtected) throw new ExcelProblem('sheetProtected', { sheet: name });
    if (isFiltered) throw new ExcelProblem('filtered', { sheet: name });
    found.push({ id, name, runs });
  }
  return found;
}

async function runsIn(id: string, name: string, cells: CellRange, job: JobOptions): Promise<CellRange[]> {
  const runs: CellRange[] = [];
  await byChunks(cells, job, async (rows) => {
    const formulas = await run((context) => formulasIn(context, id, rows), job, { sheet: name });
    runs.push(...runsOfOurs(formulas, rows.top, cells.left));
    job.onProgress?.({
      stage: 'freezing',
      sheet: name,
      done: rows.bottom - cells.top + 1,
      total: cells.bottom - cells.top + 1,
    });
    return formulas;
  });
  return runs;
}

async function formulasIn(context: Context, id: string, rows: CellRange): Promise<unknown[][]> {
  const range = rangeAt(context.workbook.worksheets.getItem(id), rows).load('formulas');
  await context.sync();
  return range.formulas as unknown[][];
}

/** Copied onto themselves as values; a formula that spills together with all its cells. */
async function freezeRun(context: Context, id: string, cells: CellRange): Promise<void> {
  const range = rangeAt(context.workbook.worksheets.getItem(id), cells).load('hasSpill');
  await context.sync();
  // Neither all nor none is null, whatever the types say.
  const hasSpill = range.hasSpill as boolean | null;
  if (hasSpill === false) {
    range.copyFrom(range, Excel.RangeCopyType.values);
    return;
  }
  const rows = Array.from({ length: cells.bottom - cells.top + 1 }, (_, row) => range.getCell(row, 0));
  const spilled = rows.map((cell) => cell.getSpillingToRangeOrNullObject().load('address'));
  await context.sync();
  rows.forEach((cell, index) => {
    const spill = spilled[index];
    const whole = spill === undefined || spill.isNullObject ? cell : spill;
    whole.copyFrom(whole, Excel.RangeCopyType.values);
  });
}

async function removeInternals(context: Context): Promise<void> {
  const names = context.workbook.names.load('items/name');
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const ofSheets = sheets.items.map((sheet) => sheet.names.load('items/name'));
  await context.sync();
  for (const item of [names, ...ofSheets].flatMap(({ items }) => items)) {
    if (item.name.startsWith('_SUBSIDY.')) item.delete();
  }
  for (const sheet of sheets.items) if (sheet.name.startsWith(LOOKS_PREFIX)) deleteSheet(sheet);
  await context.sync();
  await removeState(context);
  // The marker of this very work goes last, when all is done.
  const kept: readonly string[] = [SETTINGS.marker, SETTINGS.heartbeat];
  await removeSettings(
    context,
    (await ourSettings(context)).filter((key) => !kept.includes(key)),
  );
}
