import type { OurCell, PlacementOutline, ReportSource } from '../../report';
import type { Bilingual } from '../../rules';
import { ExcelProblem } from '../problems/problem';
import { namesIn } from '../read/workbook-names';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';
import { COPY_PREFIX } from '../work/marker';
import { cleanUp } from '../work/marker-store';
import { recoverBefore } from '../work/recover-before';
import { Work, type WorkOutcome } from '../work/work';
import { prepareColumns, requireSameRows, writeColumns } from './columns';
import { type ColumnsPlan, planColumns } from './columns-plan';
import { columnsTarget } from './columns-target';
import { writeFinalNames } from './final-names';
import { writeNotes } from './notes';
import type { PlannedSheet } from './planned-sheet';
import { replaceCells } from './sheet-cells';
import { writeNewSheet } from './sheet-new';
import { replaceTable } from './sheet-table';
import { sheetTarget, type SheetTarget, type TakenNames } from './sheet-target';
import { differencesInSummary } from './summary-check';

/** What of a report is written, and where. */
export interface AnnotateOptions extends JobOptions {
  /** Columns beside the data (the default), or none. */
  readonly columns?: 'beside' | 'none';
  /** 明细 and 汇总: where they were (the default), on new sheets in any case, or none. */
  readonly sheets?: 'replace' | 'fresh' | 'none';
  /** Ids of the sheets as they were read, by name: a sheet renamed meanwhile is found by its id. */
  readonly sheetIds?: ReadonlyMap<string, string>;
}

export interface Annotated {
  /** Sheets of ours as they are called now. */
  readonly sheets: readonly string[];
  readonly notices: readonly Bilingual[];
}

/**
 * Writes a report into the workbook: columns beside the data, 明细, 汇总, hidden names. Its cells are asked for
 * block by block, as many as one request takes; between two blocks the page gets to paint. All of it or nothing:
 * what fails half-way or is cancelled is taken back, now or, after a crash, at the next start.
 */
export async function annotate(
  source: ReportSource,
  options: AnnotateOptions = {},
): Promise<WorkOutcome<Annotated>> {
  const recovered = await recoverBefore(options);
  if (recovered !== null) return recovered;
  return Work.annotate(options, async (work) => {
    const plan = await planAll(work, source, options);
    for (const columns of plan.columns) {
      await prepareColumns(work, columns);
      await requireSameRows(work, columns);
    }
    for (const columns of plan.columns) await writeColumns(work, columns);
    for (const sheet of plan.sheets) await writeSheet(work, sheet);
    const notices: Bilingual[] = [...source.outline.notices];
    for (const columns of plan.columns) notices.push(...(await writeNotes(work, columns)));
    await writeFinalNames(work, source.outline, plan);
    notices.push(...(await differencesInSummary(work, plan.sheets)));
    return { sheets: plan.sheets.map(({ target }) => nameOf(target)), notices };
  });
}

export interface AnnotatePlan {
  readonly columns: readonly ColumnsPlan[];
  readonly sheets: readonly PlannedSheet[];
}

/** Looks at everything before anything is written. @throws ExcelProblem */
async function planAll(work: Work, source: ReportSource, options: AnnotateOptions): Promise<AnnotatePlan> {
  const { outline } = source;
  const { columns = 'beside', sheets = 'replace' } = options;
  const workbook = await run(lookAtWorkbook, options);
  const ours = sheets === 'none' ? [] : outline.sheets;
  if (workbook.isStructureProtected && ours.length > 0) throw new ExcelProblem('structureProtected');
  const plans: ColumnsPlan[] = [];
  for (const [index, placement] of (columns === 'none' ? [] : outline.placements).entries()) {
    plans.push(
      await planOne(work, placement, options, {
        number: index + 1,
        values: (column, from, to) => source.columnValues(index, column, from, to),
        canAddSheets: !workbook.isStructureProtected,
        sheetNames: new Set(workbook.taken.sheets),
      }),
    );
  }
  const planned: PlannedSheet[] = [];
  for (const [index, sheet] of ours.entries()) {
    const target = await run(
      (context) => sheetTarget(context, sheet, workbook.taken, sheets === 'fresh'),
      options,
      { sheet: sheet.name },
    );
    planned.push({
      sheet,
      rows: (from, to) => source.sheetRows(index, from, to),
      target,
      copySheet: `${COPY_PREFIX}${plans.length + index + 1}`,
    });
  }
  return { columns: plans, sheets: withTablesRenamed(planned) };
}

async function planOne(
  work: Work,
  placement: PlacementOutline,
  options: AnnotateOptions,
  plan: Parameters<typeof planColumns>[3],
): Promise<ColumnsPlan> {
  const key = options.sheetIds?.get(placement.sheetName) ?? placement.sheetName;
  const target = await run((context) => columnsTarget(context, key, placement), options, {
    sheet: placement.sheetName,
  });
  return planColumns(work, placement, target, plan);
}

async function lookAtWorkbook(
  context: Context,
): Promise<{ readonly isStructureProtected: boolean; readonly taken: TakenNames }> {
  // What an earlier run left behind would be in the way of names and copies of this one.
  await cleanUp(context);
  const protection = context.workbook.protection.load('protected');
  const sheets = context.workbook.worksheets.load('items/name');
  const tables = context.workbook.tables.load('items/name');
  const names = await namesIn(context);
  return {
    isStructureProtected: protection.protected,
    taken: {
      sheets: new Set(sheets.items.map(({ name }) => name.toLowerCase())),
      tables: new Set([...tables.items, ...names].map(({ name }) => name.toLowerCase())),
    },
  };
}

/** Formulas of 汇总 refer to the table of 明细 by its name: where that had to be another, they follow. */
function withTablesRenamed(planned: readonly PlannedSheet[]): PlannedSheet[] {
  const renames = planned.flatMap(({ sheet, target }) => {
    const to = target.kind === 'new' ? target.table : undefined;
    const from = sheet.table?.name;
    return sheet.kind !== 'detail' || from === undefined || to === undefined || to === from
      ? []
      : [{ policy: sheet.policy, from, to }];
  });
  return planned.map((one) => {
    const change = renames.find(({ policy }) => policy === one.sheet.policy);
    if (change === undefined || one.sheet.kind !== 'summary') return one;
    const renamed = (cell: OurCell): OurCell => withTable(cell, change);
    return {
      ...one,
      rows: async (from, to) => (await one.rows(from, to)).map((row) => row.map(renamed)),
    };
  });
}

function withTable(cell: OurCell, { from, to }: { readonly from: string; readonly to: string }): OurCell {
  return typeof cell === 'object' && cell !== null && 'formula' in cell
    ? { ...cell, formula: cell.formula.replaceAll(`${from}[`, `${to}[`) }
    : cell;
}

async function writeSheet(work: Work, planned: PlannedSheet): Promise<void> {
  const { target, copySheet } = planned;
  switch (target.kind) {
    case 'new':
      await writeNewSheet(work, planned, target);
      return;
    case 'table':
      await replaceTable(work, planned, target, copySheet);
      return;
    case 'cells':
      await replaceCells(work, planned, target, copySheet);
  }
}

function nameOf(target: SheetTarget): string {
  return target.kind === 'new' ? target.name : target.sheetName;
}
