import { ANNOTATION_COLUMNS, type FoundColumn, type FoundSheet, type KeptColumn } from '../../report';
import { type CellContent, cellAddress } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { readWorkbook, type WorkbookFrame } from '../read/workbook-frame';
import type { JobOptions } from '../session/job';
import { recoverBefore } from '../work/recover-before';
import { Work, type WorkOutcome } from '../work/work';
import { columnName, concerned, requestFor } from './decide';
import { columnsNow } from './edits';
import { performTakeBack } from './perform';
import { reviewedLines } from './reviewed-lines';

export interface TakeBackOptions extends JobOptions {
  /** Ids of the policies whose results go; all of them when absent. */
  readonly policies?: readonly string[];
  /** Asked for a 明细 in which users filled in something; without an answer it is kept. */
  readonly onReviews?: (sheet: ReviewedSheet) => Promise<'remove' | 'keep' | 'cancel'>;
  /** Mapping corrections, scenario and settings stay in the workbook. */
  readonly keepState?: boolean;
}

export interface ReviewedSheet {
  readonly name: string;
  /** Lines in which something is filled in. */
  readonly lines: number;
}

export interface TakenBack {
  /** How many columns were cleared. */
  readonly columns: number;
  readonly sheets: readonly string[];
  /** Columns that a user changed: they stay, as the user's own. */
  readonly kept: readonly KeptColumn[];
  /** Sheets that stay for what users filled in, as the user's own. */
  readonly keptSheets: readonly string[];
}

/**
 * Takes back what we wrote: columns, sheets, names, settings. Cells are as before, but what users changed
 * stays and is told. Once begun it is finished, now or at the next start.
 */
export async function takeBack(options: TakeBackOptions = {}): Promise<WorkOutcome<TakenBack>> {
  const recovered = await recoverBefore(options);
  if (recovered !== null) return recovered;
  let begun: Awaited<ReturnType<typeof decide>>;
  try {
    begun = await decide(options);
  } catch (error) {
    if (error instanceof ExcelProblem) return { kind: 'refused', problem: error };
    throw error;
  }
  const { request, value } = begun;
  return Work.finish('takeBack', request, options, async (work) => {
    await performTakeBack(work, request);
    return value;
  });
}

async function decide(options: TakeBackOptions) {
  const workbook = await readWorkbook(options);
  const { columns, sheets } = concerned(workbook.ours, options.policies);
  requireWritable(workbook, columns, sheets);
  const now = await columnsNow(workbook, columns, options);
  const isEdited = (column: FoundColumn): boolean => now.get(column)?.isEdited ?? true;
  const keptSheets = await sheetsToKeep(sheets, options);
  const request = requestFor(workbook.ours, {
    policies: options.policies,
    isEdited,
    keptSheets,
    withState: options.keepState !== true,
  });
  return {
    request,
    value: {
      columns: request.columns.length,
      sheets: sheets.map(({ sheetName }) => sheetName).filter((name) => !keptSheets.has(name)),
      kept: columns.filter(isEdited).map((column) => keptColumn(column, now.get(column)?.header)),
      keptSheets: [...keptSheets],
    },
  };
}

/** @throws ExcelProblem before anything is touched */
function requireWritable(
  { sheets, isStructureProtected }: WorkbookFrame,
  columns: readonly FoundColumn[],
  ours: readonly FoundSheet[],
): void {
  if (isStructureProtected && ours.length > 0) throw new ExcelProblem('structureProtected');
  const touched = new Set(columns.map(({ sheetName }) => sheetName));
  const isTouched = ({ name }: { name: string }): boolean => touched.has(name);
  const blocked = sheets.find((sheet) => isTouched(sheet) && (sheet.isProtected || sheet.isFiltered));
  if (blocked === undefined) return;
  throw new ExcelProblem(blocked.isProtected ? 'sheetProtected' : 'filtered', { sheet: blocked.name });
}

/** @throws ExcelProblem `cancelled` */
async function sheetsToKeep(
  sheets: readonly FoundSheet[],
  options: TakeBackOptions,
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (const { sheetName, kind } of sheets) {
    if (kind !== 'detail') continue;
    const lines = await reviewedLines(sheetName, options);
    if (lines === 0) continue;
    const answer = (await options.onReviews?.({ name: sheetName, lines })) ?? 'keep';
    if (answer === 'cancel') throw new ExcelProblem('cancelled');
    if (answer === 'keep') kept.add(sheetName);
  }
  return kept;
}

function keptColumn(column: FoundColumn, content: CellContent | undefined): KeptColumn {
  const { sheetName, headerRow, at } = column;
  const written = ANNOTATION_COLUMNS.find(({ id }) => id === column.column)?.header.zh;
  return {
    sheet: sheetName,
    cell: cellAddress(headerRow, at),
    header: typeof content === 'string' ? content : (written ?? columnName(column)),
  };
}
