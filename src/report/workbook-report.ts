import type { Plan, PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Bilingual, Lang } from '../rules';
import type { Grid, SheetReading } from '../sheet';
import { auditLines } from './audit';
import { basisFromExplanations } from './basis';
import type { RowIdentity } from './detail-columns';
import { blockNumbers, type OurNameEdit, staleNames } from './our-names';
import { type OurSheet, type PolicySheets, policySheets, type TakenNames } from './our-sheets';
import type { Ours } from './ours';
import { type KeptColumn, placeColumns, type SheetPlacement } from './placement';
import { provenance } from './provenance';
import { resultsSheet } from './results-sheet';

/** What an evaluation writes into a workbook: the same, whether into a file or into Excel. */
export interface WorkbookReport {
  /** Columns beside the data, one for each sheet that was evaluated. */
  readonly placements: readonly SheetPlacement[];
  /** 明细 and 汇总, policy by policy. */
  readonly sheets: readonly OurSheet[];
  /** Names to write and, first, names to remove. */
  readonly names: readonly OurNameEdit[];
  readonly notices: readonly Bilingual[];
}

export interface WorkbookReportInput {
  readonly plans: readonly Plan[];
  readonly outcome: WorkbookOutcome;
  /** The sheets that were evaluated. */
  readonly tables: readonly { readonly reading: SheetReading; readonly grid: Grid }[];
  readonly ours: Ours;
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly groupBy: string | undefined;
  /** What the scenario is called, if one was used. */
  readonly scenarioName: string | undefined;
  readonly lang: Lang;
  /** Name and version of the program. */
  readonly generator: string;
  /** What the workbook has: names of all sheets; of all tables and defined names. */
  readonly sheetNames: readonly string[];
  readonly tableNames: readonly string[];
  /** Columns beside the data, or on sheets of their own where the data's sheets cannot be written to. */
  readonly results?: 'beside' | 'ownSheet';
  /** Reads a sheet (an earlier 明细); null where it cannot be read. */
  readonly gridOf: (sheetName: string) => Grid | null;
}

export function workbookReport(input: WorkbookReportInput): WorkbookReport {
  const { ours, outcome, tables, lang } = input;
  const madeFrom = new Map(
    input.plans.map((plan, index) => {
      const policy = outcome.policies[index];
      return [plan.policy.id, policy === undefined ? [] : provenance({ ...input, outcome: policy, plan })];
    }),
  );
  const linesOf = ({ policy }: PolicyOutcome): readonly string[] => madeFrom.get(policy.id) ?? [];
  const evaluated = tables.map(({ reading }) => reading.sheetName);
  const blocks = blockNumbers(ours, evaluated);
  const placements = tables.map(({ reading, grid }, sheet) =>
    placeColumns({
      outcome,
      sheet,
      reading,
      grid,
      ours,
      block: blocks.get(reading.sheetName) ?? sheet + 1,
      lang,
      provenance: (policy) => linesOf(policy).join('\n'),
    }),
  );
  const taken = {
    sheets: new Set(input.sheetNames.map((name) => name.toLowerCase())),
    tables: new Set(input.tableNames.map((name) => name.toLowerCase())),
  };
  const policies = allPolicySheets(input, linesOf, taken);
  const orphans = policies.reduce((sum, { orphanedReviews }) => sum + orphanedReviews, 0);
  const sheets = policies.flatMap((written) => written.sheets);
  const ofSheets = policies.flatMap(({ names }) => names);
  if (input.results === 'ownSheet') {
    const results = outcome.policies.flatMap(
      ({ policy }) => resultsSheet({ ...input, policy: policy.id, placements, taken }) ?? [],
    );
    return {
      placements: [],
      sheets: [...results.map(({ sheet }) => sheet), ...sheets],
      names: [...results.map(({ name }) => name), ...ofSheets],
      notices: orphans === 0 ? [] : [orphanNotice(orphans)],
    };
  }
  const names = [...placements.flatMap((placement) => placement.names), ...ofSheets];
  return {
    placements,
    sheets,
    names: [...staleNames(ours, outcome, evaluated, names), ...names],
    notices: [
      ...placements.flatMap(({ kept }) => kept.map(keptNotice)),
      ...(orphans === 0 ? [] : [orphanNotice(orphans)]),
    ],
  };
}

function allPolicySheets(
  input: WorkbookReportInput,
  linesOf: (policy: PolicyOutcome) => readonly string[],
  taken: TakenNames,
): PolicySheets[] {
  const { tables, outcome, groupBy, lang } = input;
  const groups = groupBy === undefined ? [] : [groupBy];
  const identity = (sheet: number, row: number): RowIdentity => ({
    ...input.identity(sheet, row),
    groups: groups.map((header) => tables[sheet]?.reading.data.groups.get(header)?.[row] ?? null),
  });
  const basis = basisFromExplanations(
    input.plans,
    tables.map(({ reading }) => reading.data),
    lang,
  );
  return outcome.policies.map((policy) =>
    policySheets({
      outcome: policy,
      ours: input.ours,
      groups,
      groupHeaders: new Set(tables.flatMap(({ reading }) => [...reading.data.groups.keys()])),
      identity,
      basis: (sheet, clause) => basis(policy, sheet, clause),
      provenance: linesOf(policy).slice(1),
      audit: auditLines(
        policy,
        tables.map(({ reading }) => reading),
      ),
      lang,
      gridOf: input.gridOf,
      taken,
    }),
  );
}

function keptNotice({ sheet, cell, header }: KeptColumn): Bilingual {
  return {
    zh: `“${sheet}”的 ${cell} 列“${header}”有人改过或移走：原样保留，新结果写在数据右侧的新列。`,
    en: `The column ${cell} “${header}” of “${sheet}” was edited or moved: it is kept as it is, and the new results stand in a new column to the right of the data.`,
  };
}

function orphanNotice(count: number): Bilingual {
  return {
    zh: `明细里有 ${count} 行审核内容已没有对应结果，保留在明细末尾。`,
    en: `Reviews in the detail sheet that have no result any more: ${count}. They are kept at its end.`,
  };
}
