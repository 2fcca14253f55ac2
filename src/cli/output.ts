import type { Plan, PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import type { RowIdentity } from '../report';
import { type NameEdit, type NewSheet, type SheetEdit, spliceWorkbook } from '../xlsx';
import { annotateSheet } from './annotate';
import { basisFromExplanations } from './basis';
import { policySheets } from './detail-sheets';
import { inFile, type ReadWorkbook } from './read-sheets';

export interface OutputInput {
  readonly file: string;
  readonly read: ReadWorkbook;
  readonly plans: readonly Plan[];
  readonly outcome: WorkbookOutcome;
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly groupBy: string | undefined;
  readonly lang: Lang;
  /** Name and version of the program. */
  readonly generator: string;
}

/** The annotated copy: columns beside the data, a 明细 and a 汇总 sheet per policy; all else as it was. */
export function annotatedWorkbook(input: OutputInput): { bytes: Uint8Array; notices: string[] } {
  const { read, outcome, lang } = input;
  const notices: string[] = [];
  const edits: SheetEdit[] = [];
  const names: NameEdit[] = [];
  const usedBlocks = new Set(read.ours.columns.map(({ block }) => block));
  read.tables.forEach(({ reading, grid }, sheet) => {
    const annotation = annotateSheet({
      outcome,
      sheet,
      reading,
      grid,
      ours: read.ours,
      block: blockOf(read, reading.sheetName, usedBlocks),
      lang,
      provenance: (policy) => provenance(policy, lang, input.generator),
    });
    edits.push(annotation.edit);
    names.push(...annotation.names);
    for (const kept of annotation.kept) notices.push(keptNotice(reading.sheetName, kept, lang));
  });

  const groups = input.groupBy === undefined ? [] : [input.groupBy];
  const knownHeaders = read.tables.flatMap(({ reading }) => [...reading.data.groups.keys()]);
  const identity = (sheet: number, row: number): RowIdentity => ({
    ...input.identity(sheet, row),
    groups: groups.map((header) => read.tables[sheet]?.reading.data.groups.get(header)?.[row] ?? null),
  });
  const takenSheets = new Set(read.workbook.sheets.map(({ name }) => name.toLowerCase()));
  const basis = basisFromExplanations(
    input.plans,
    read.tables.map(({ reading }) => reading.data),
    lang,
  );
  const put: NewSheet[] = [];
  for (const policy of outcome.policies) {
    const sheets = policySheets({
      workbook: read.workbook,
      outcome: policy,
      ours: read.ours,
      groups,
      knownHeaders,
      identity,
      basis,
      lang,
      takenSheets,
    });
    put.push(...sheets.put);
    names.push(...sheets.names);
    if (sheets.detail.orphanedReviews > 0) notices.push(orphanNotice(sheets.detail.orphanedReviews, lang));
  }
  const written = new Set(names.map(({ name }) => name));
  const stale = read.ours.names
    .filter((name) => !written.has(name) && concerns(name, input))
    .map((name): NameEdit => ({ name, sheet: null, formula: null }));
  const bytes = inFile(input.file, () =>
    spliceWorkbook(read.workbook, { edit: edits, put, names: [...stale, ...names] }),
  );
  return { bytes, notices };
}

/** A sheet keeps the number under which its columns were named before. */
function blockOf(read: ReadWorkbook, sheetName: string, used: Set<number>): number {
  const earlier = read.ours.columns.find((column) => column.sheetName === sheetName);
  if (earlier !== undefined) return earlier.block;
  let block = 1;
  while (used.has(block)) block += 1;
  used.add(block);
  return block;
}

/** Names of ours for a policy and a sheet that were evaluated now, and that were not written again. */
function concerns(name: string, { read, outcome }: OutputInput): boolean {
  const sheets = new Set(read.tables.map(({ reading }) => reading.sheetName));
  const columns = read.ours.columns.filter(({ sheetName }) => sheets.has(sheetName));
  return outcome.policies.some(({ policy }) =>
    columns.some(({ block }) => name.startsWith(`_SUBSIDY.${policy.id.replaceAll(/\W/g, '_')}.${block}.`)),
  );
}

/** What stands in the note on a policy's first column: enough to verify the figures a year later. */
function provenance(policy: PolicyOutcome, lang: Lang, generator: string): string {
  const version = policy.policy.hash.slice(0, 12);
  return lang === 'zh'
    ? `${policy.policy.title.zh}\n规则版本 ${version}\n适用期 ${policy.asOf}\n${generator}`
    : `${policy.policy.title.en}\nRules ${version}\nAs of ${policy.asOf}\n${generator}`;
}

function keptNotice(sheet: string, kept: { cell: string; header: string }, lang: Lang): string {
  return lang === 'zh'
    ? `“${sheet}”的列 ${kept.cell} ${kept.header} 有人改过：原样保留，新结果写在右侧新列。`
    : `Column ${kept.cell} ${kept.header} of “${sheet}” was edited: it is kept as it is, the new results stand in a new column to the right.`;
}

function orphanNotice(count: number, lang: Lang): string {
  return lang === 'zh'
    ? `明细里有 ${count} 行审核内容已没有对应结果，保留在明细末尾。`
    : `${count} reviewed lines have no result any more; they are kept at the end of the detail sheet.`;
}
