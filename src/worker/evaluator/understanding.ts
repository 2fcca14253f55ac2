import type { Json } from '../../excel';
import type { Bilingual, Policy, Vocabulary } from '../../rules';
import {
  type Alternative,
  type ColumnHead,
  type Corrections,
  correctionsFor,
  type Finding,
  findingText,
  type Grid,
  type LeftColumn,
  type NotATable,
  policyContext,
  readCorrections,
  type SheetReading,
  type SkippedRow,
  type TakenColumn,
  understandSheet,
} from '../../sheet';
import { EvaluationProblem } from '../problem';
import type { UnderstandAsk } from '../protocol';
import type { ColumnSummary, Meaning, TableSummary, Understood } from '../summaries';

/** A sheet that reads as a table of enterprises. */
export interface ReadTable {
  readonly reading: SheetReading;
  readonly grid: Grid;
}

/** @throws EvaluationProblem for corrections that cannot be read */
export function understandTables(
  grids: readonly Grid[],
  policies: readonly Policy[],
  vocabulary: Vocabulary,
  { corrections, ours }: Pick<UnderstandAsk, 'corrections' | 'ours'>,
  onTable: (done: number) => void,
): { readonly tables: readonly ReadTable[]; readonly others: readonly NotATable[] } {
  const corrected = correctionsIn(corrections);
  const ofPolicies = policyContext(policies);
  const tables: ReadTable[] = [];
  const others: NotATable[] = [];
  for (const [index, grid] of grids.entries()) {
    onTable(index);
    const { sheetName } = grid;
    const own = correctionsFor(corrected, sheetName);
    const understood = understandSheet(grid, vocabulary, {
      ...ofPolicies,
      ...(own === undefined ? {} : { corrections: own }),
      ourColumns: new Set(
        ours.columns.filter((column) => column.sheetName === sheetName).map(({ at }) => at),
      ),
    });
    if (understood.kind === 'table') tables.push({ reading: understood, grid });
    else others.push(understood);
  }
  return { tables, others };
}

function correctionsIn(json: Json): Corrections {
  if (json === null) return new Map();
  const result = readCorrections(json);
  if (result.ok) return result.corrections;
  const [first] = result.problems;
  throw new EvaluationProblem({
    zh: `工作簿里保存的列识别更正无法使用：${first?.path ?? ''} ${first?.text.zh ?? ''}。请在“识别”中重新更正。`,
    en: `The corrections of columns kept in the workbook cannot be used: ${first?.path ?? ''} ${first?.text.en ?? ''}. Correct the columns anew.`,
  });
}

export function understoodSummary(
  { tables, others }: ReturnType<typeof understandTables>,
  policies: readonly Policy[],
  vocabulary: Vocabulary,
): Omit<Understood, 'inForce'> {
  const nameOf = (key: string | null, clauseId: string | null): Bilingual =>
    key === null ? amountOf(clauseId ?? '', policies) : (vocabulary.indicators.get(key)?.names ?? same(key));
  return { tables: tables.map(({ reading }) => tableSummary(reading, nameOf)), others };
}

type NameOf = (key: string | null, clauseId: string | null) => Bilingual;

const same = (text: string): Bilingual => ({ zh: text, en: text });

function amountOf(clauseId: string, policies: readonly Policy[]): Bilingual {
  const clause = policies.flatMap((policy) => policy.clauses.get(clauseId) ?? [])[0];
  if (clause === undefined) return same(clauseId);
  return { zh: `${clause.title.zh}拟补助金额`, en: `given amount of ${clause.title.en}` };
}

function tableSummary(reading: SheetReading, nameOf: NameOf): TableSummary {
  const questions = questionsOf(reading.findings);
  const columns: (TakenColumn | LeftColumn)[] = [...reading.columns, ...reading.unmapped];
  return {
    sheetName: reading.sheetName,
    headerRows: reading.headerRows,
    firstDataRow: reading.firstDataRow,
    lastDataRow: reading.lastDataRow,
    year: reading.year ?? null,
    rowCount: reading.data.columns.rowCount,
    columns: columns
      .toSorted((a, b) => a.index - b.index)
      .map((column) => columnSummary(column, questions.get(column.column) ?? [], nameOf)),
    skipped: skippedByReason(reading.skippedRows),
    questions: questions.get(WHOLE_SHEET) ?? [],
    groupHeaders: [...reading.data.groups.keys()],
  };
}

function columnSummary(
  column: TakenColumn | LeftColumn,
  questions: readonly Bilingual[],
  nameOf: NameOf,
): ColumnSummary {
  const meaning = (key: string | null, clauseId: string | null): Meaning => ({
    key,
    clauseId,
    name: nameOf(key, clauseId),
  });
  const alternatives = column.alternatives.map((one: Alternative) => meaning(one.key, one.clauseId));
  return {
    ...headOf(column),
    meaning: column.taken ? meaning(column.key, column.clauseId) : null,
    why: column.why,
    confidence: column.taken ? column.confidence : 0,
    alternatives,
    questions,
  };
}

function headOf({ column, headerPath, unit, scale }: ColumnHead) {
  return { column, headerPath, unit, scale };
}

/** Findings that ask the analyst something are about a column, by its letter, or about the whole sheet. */
const WHOLE_SHEET = '';

function questionsOf(findings: readonly Finding[]): ReadonlyMap<string, Bilingual[]> {
  const questions = new Map<string, Bilingual[]>();
  for (const finding of findings) {
    if (finding.severity !== 'question') continue;
    const about = 'header' in finding.params ? (/^[A-Z]+/.exec(finding.cell)?.[0] ?? '') : WHOLE_SHEET;
    const known = questions.get(about);
    if (known === undefined) questions.set(about, [findingText(finding)]);
    else known.push(findingText(finding));
  }
  return questions;
}

function skippedByReason(rows: readonly SkippedRow[]): TableSummary['skipped'] {
  const byReason = new Map<SkippedRow['why'], number[]>();
  for (const { row, why } of rows) {
    if (why === 'blank') continue;
    const known = byReason.get(why);
    if (known === undefined) byReason.set(why, [row]);
    else known.push(row);
  }
  return [...byReason].map(([why, numbers]) => ({ why, rows: numbers }));
}
