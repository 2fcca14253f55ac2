import type { Plan, PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import { provenance, type RowIdentity } from '../report';
import { type NameEdit, type NewSheet, type SheetEdit, spliceWorkbook } from '../xlsx';
import { annotateSheet, type KeptColumn } from './annotate';
import { basisFromExplanations } from './basis';
import { policySheets } from './detail-sheets';
import { blockNumbers, staleNames } from './our-names';
import { inFile, type ReadWorkbook } from './read-sheets';

export interface OutputInput {
  readonly file: string;
  readonly read: ReadWorkbook;
  readonly plans: readonly Plan[];
  readonly outcome: WorkbookOutcome;
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly groupBy: string | undefined;
  /** What the scenario is called, if one was used. */
  readonly scenarioName: string | undefined;
  readonly lang: Lang;
  /** Name and version of the program. */
  readonly generator: string;
}

/** The annotated copy: columns beside the data, a 明细 and a 汇总 sheet per policy; all else as it was. */
export function annotatedWorkbook(input: OutputInput): { bytes: Uint8Array; notices: string[] } {
  const { read, outcome, lang } = input;
  const madeFrom = new Map(
    input.plans.map((plan, index) => {
      const policy = outcome.policies[index];
      return [plan.policy.id, policy === undefined ? [] : provenance({ ...input, outcome: policy, plan })];
    }),
  );
  const linesOf = ({ policy }: PolicyOutcome): readonly string[] => madeFrom.get(policy.id) ?? [];
  const sheetNames = read.tables.map(({ reading }) => reading.sheetName);
  const blocks = blockNumbers(read.ours, sheetNames);
  const annotations = read.tables.map(({ reading, grid }, sheet) =>
    annotateSheet({
      outcome,
      sheet,
      reading,
      grid,
      ours: read.ours,
      block: blocks.get(reading.sheetName) ?? sheet + 1,
      lang,
      provenance: (policy) => linesOf(policy).join('\n'),
    }),
  );
  const edit: SheetEdit[] = annotations.map((annotation) => annotation.edit);
  const sheets = allPolicySheets(input, linesOf);
  const names: NameEdit[] = [...annotations, ...sheets].flatMap((written) => written.names);
  const put: NewSheet[] = sheets.flatMap((written) => written.put);
  const stale = staleNames(read.ours, outcome, sheetNames, names);
  const bytes = inFile(input.file, () =>
    spliceWorkbook(read.workbook, { edit, put, names: [...stale, ...names] }),
  );
  const orphans = sheets.reduce((sum, { orphanedReviews }) => sum + orphanedReviews, 0);
  return {
    bytes,
    notices: [
      ...annotations.flatMap(({ kept }) => kept.map((column) => keptNotice(column, lang))),
      ...(orphans === 0 ? [] : [orphanNotice(orphans, lang)]),
    ],
  };
}

function allPolicySheets(input: OutputInput, linesOf: (policy: PolicyOutcome) => readonly string[]) {
  const { read, outcome, groupBy, lang } = input;
  const groups = groupBy === undefined ? [] : [groupBy];
  const identity = (sheet: number, row: number): RowIdentity => ({
    ...input.identity(sheet, row),
    groups: groups.map((header) => read.tables[sheet]?.reading.data.groups.get(header)?.[row] ?? null),
  });
  const basis = basisFromExplanations(
    input.plans,
    read.tables.map(({ reading }) => reading.data),
    lang,
  );
  const taken = {
    sheets: new Set(read.workbook.sheets.map(({ name }) => name.toLowerCase())),
    tables: new Set(
      [...read.tableNames, ...read.workbook.definedNames.map(({ name }) => name)].map((name) =>
        name.toLowerCase(),
      ),
    ),
  };
  return outcome.policies.map((policy) =>
    policySheets({
      workbook: read.workbook,
      outcome: policy,
      ours: read.ours,
      groups,
      groupHeaders: new Set(read.tables.flatMap(({ reading }) => [...reading.data.groups.keys()])),
      identity,
      basis: (sheet, clause) => basis(policy, sheet, clause),
      provenance: linesOf(policy).slice(1),
      lang,
      taken,
    }),
  );
}

function keptNotice({ sheet, cell, header }: KeptColumn, lang: Lang): string {
  return lang === 'zh'
    ? `“${sheet}”的 ${cell} 列“${header}”有人改过或移走：原样保留，新结果写在数据右侧的新列。`
    : `The column ${cell} “${header}” of “${sheet}” was edited or moved: it is kept as it is, and the new results stand in a new column to the right of the data.`;
}

function orphanNotice(count: number, lang: Lang): string {
  return lang === 'zh'
    ? `明细里有 ${count} 行审核内容已没有对应结果，保留在明细末尾。`
    : `Reviews in the detail sheet that have no result any more: ${count}. They are kept at its end.`;
}
