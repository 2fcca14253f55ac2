import type { ClauseOutcome, PolicyOutcome, Sums, WorkbookOutcome } from '../engine';
import { Decimal, type Lang, ZERO } from '../rules';
import { findingText, type SheetReading } from '../sheet';
import { moneyText } from './money';
import { STATUS_WORDS } from './words';

/** What `evaluate --json` gives (design: semantics, Command line); money as decimal strings in yuan. */
export interface ResultJsonInput {
  readonly generator: string;
  readonly outcome: WorkbookOutcome;
  /** In the order of the outcome's sheets. */
  readonly readings: readonly SheetReading[];
  readonly identity: (sheet: number, row: number) => { name: string | null; creditCode: string | null };
  readonly lang: Lang;
}

export function resultJson(input: ResultJsonInput): unknown {
  const { outcome } = input;
  return {
    schema: 1,
    generator: input.generator,
    policies: outcome.policies.map((policy) => ({
      id: policy.policy.id,
      rulesHash: policy.policy.hash,
      asOf: policy.asOf,
      unchecked: policy.unchecked,
    })),
    sheets: input.readings.map((reading, index) => sheetJson(input, reading, index)),
    totals: totalsJson(outcome.policies),
  };
}

function sheetJson(
  { outcome, identity, lang }: ResultJsonInput,
  reading: SheetReading,
  index: number,
): unknown {
  const perPolicy = outcome.policies.map((policy) => ({
    policy: policy.policy,
    sheet: policy.sheets.find(({ sheet }) => sheet === index),
  }));
  return {
    sheet: reading.sheetName,
    headerRows: reading.headerRows,
    columns: reading.columns.map((column) => ({
      column: column.column,
      header: column.header,
      ...(column.headerPath.length > 1 ? { headerPath: column.headerPath } : {}),
      key: column.key,
      ...(column.clauseId === null ? {} : { clause: column.clauseId }),
      unit: column.unit,
      why: column.why,
      confidence: column.confidence,
    })),
    unmapped: reading.unmapped.map((column) => ({
      column: column.column,
      header: column.header,
      why: column.why,
    })),
    skippedRows: reading.skippedRows.map(({ row, why }) => ({ row, why })),
    notAssessed: perPolicy.flatMap(({ sheet }) =>
      (sheet?.notAssessed ?? []).map(({ clause, missingColumns }) => ({ clause, missingColumns })),
    ),
    findings: [
      ...reading.findings.map((finding) => ({
        cell: finding.cell,
        code: finding.code,
        severity: finding.severity,
        text: findingText(finding)[lang],
      })),
      ...perPolicy.flatMap(({ policy, sheet }) =>
        (sheet?.findings ?? []).map((finding) => dataFindingJson(finding, reading, policy.vocabulary, lang)),
      ),
    ],
    rows: reading.data.rowNumbers.map((rowNumber, row) => {
      const outcomes = perPolicy.flatMap(({ sheet }) => sheet?.rows[row] ?? []);
      const who = identity(index, row);
      return {
        row: rowNumber,
        name: who.name,
        creditCode: who.creditCode,
        award: moneyText(total(outcomes.map(({ award }) => award))),
        ceiling: moneyText(total(outcomes.map(({ ceiling }) => ceiling))),
        saving: moneyText(total(outcomes.map(({ saving }) => saving))),
        capHits: outcomes.flatMap(({ capHits }) => capHits),
        approval: outcomes.flatMap(({ approval }) => approval),
        clauses: outcomes.flatMap(({ clauses }) => clauses.map((clause) => clauseJson(clause, outcome))),
      };
    }),
  };
}

function dataFindingJson(
  finding: PolicyOutcome['sheets'][number]['findings'][number],
  reading: SheetReading,
  vocabulary: PolicyOutcome['policy']['vocabulary'],
  lang: Lang,
): unknown {
  const rowNumber = reading.data.rowNumbers[finding.row] ?? 0;
  const keys = 'keys' in finding ? finding.keys : [finding.key];
  const column = reading.columns.find(({ key }) => key !== null && keys.includes(key))?.column;
  const names = keys
    .map((key) => vocabulary.indicators.get(key)?.names[lang] ?? key)
    .join(lang === 'zh' ? '、' : ', ');
  const cell = column === undefined ? `${rowNumber}:${rowNumber}` : `${column}${rowNumber}`;
  return { cell, code: finding.code, severity: 'warning', text: dataFindingText(finding, names, lang) };
}

/** What the engine noticed about the data, as a sentence. */
export function dataFindingText(
  finding: PolicyOutcome['sheets'][number]['findings'][number],
  names: string,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  switch (finding.code) {
    case 'unranked':
      return zh
        ? `${names}为空，未能参加条款${finding.clause}的排名；请补数或填官方名次。`
        : `${names} is blank, so the row holds no rank for clause ${finding.clause}; fill it in or give the official rank.`;
    case 'blankScope':
      return zh
        ? `${names}为空，按不符合适用范围处理；请补填是或否。`
        : `${names} is blank and counts as no, so the row is outside the scope; fill in yes or no.`;
    case 'growthDiffers':
      return zh
        ? `${names}的核定数与自算数使条款${finding.clause}结果不同：按核定数${amountText(finding.amount, lang)}，按自算数${amountText(finding.recomputedAmount, lang)}；请核对，可切换读法。`
        : `The official ${names} and the recomputed one give different results for clause ${finding.clause}: ${amountText(finding.amount, lang)} by the official figure, ${amountText(finding.recomputedAmount, lang)} recomputed; please check.`;
  }
}

function amountText(amount: Decimal | null, lang: Lang): string {
  if (amount === null) return lang === 'zh' ? '无金额' : 'no amount';
  return lang === 'zh' ? `${moneyText(amount)}元` : `CNY ${moneyText(amount)}`;
}

function clauseJson(clause: ClauseOutcome, outcome: WorkbookOutcome): Record<string, unknown> {
  const json: Record<string, unknown> = {
    id: clause.clause,
    status: clause.status,
    uncapped: moneyOrNull(clause.uncapped),
    cap: moneyOrNull(clause.cap),
    amount: moneyOrNull(clause.amount),
    capHit: clause.capHit,
  };
  if (clause.missing.length > 0) json['missing'] = clause.missing;
  if (clause.payout.length > 0)
    json['payout'] = clause.payout.map(({ after, amount }) => [after, moneyText(amount)]);
  if (clause.supersededBy !== undefined) json['supersededBy'] = clause.supersededBy.clause;
  if (clause.duplicateOf !== undefined) json['duplicateOf'] = place(clause.duplicateOf, outcome);
  if (clause.conflictWith !== undefined) {
    json['conflictWith'] = clause.conflictWith.map((at) => place(at, outcome));
  }
  if (clause.vetoes !== undefined) json['vetoes'] = clause.vetoes;
  if (clause.scope !== undefined) json['scope'] = clause.scope;
  if (clause.provisional !== undefined && clause.provisional.length > 0) {
    json['provisional'] = clause.provisional.map((reason) => provisionalJson(reason, outcome));
  }
  if (clause.review !== undefined && clause.review.length > 0) json['review'] = clause.review;
  return json;
}

function provisionalJson(
  reason: NonNullable<ClauseOutcome['provisional']>[number],
  outcome: WorkbookOutcome,
): unknown {
  switch (reason.why) {
    case 'computedRank':
      return {
        ...reason,
        neighbours: reason.neighbours.map(({ row, rank, measure }) => ({
          row,
          rank,
          measure: measure.toFixed(),
        })),
      };
    case 'openRival':
      return { why: reason.why, clause: reason.clause, at: place(reason.at, outcome) };
    default:
      return reason;
  }
}

function place(
  at: { sheet: number; row: number },
  outcome: WorkbookOutcome,
): { sheet: string; row: number } | null {
  for (const policy of outcome.policies) {
    const sheet = policy.sheets.find((candidate) => candidate.sheet === at.sheet);
    const row = sheet?.rows[at.row];
    if (sheet !== undefined && row !== undefined) return { sheet: sheet.sheetName, row: row.rowNumber };
  }
  return null;
}

function moneyOrNull(amount: Decimal | null): string | null {
  return amount === null ? null : moneyText(amount);
}

function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
}

/** Totals over all policies that were evaluated; `by…` maps hold payable money. */
function totalsJson(policies: readonly PolicyOutcome[]): unknown {
  const totals = policies.map((policy) => policy.totals);
  const sum = (pick: (of: (typeof totals)[number]) => Decimal): string =>
    moneyText(total(totals.map((of) => pick(of))));
  return {
    award: sum((of) => of.award),
    ceiling: sum((of) => of.ceiling),
    saving: sum((of) => of.saving),
    poolReduction: sum((of) => of.poolReduction),
    awardAfterPools: sum((of) => of.awardAfterPools),
    byClause: merged(totals.map((of) => awards(of.byClause))),
    byDepartment: merged(totals.map((of) => awards(of.byDepartment))),
    byField: merged(totals.map((of) => awards(of.byField))),
    byPayoutYear: merged(
      totals.map((of) => new Map([...of.byPayoutYear].map(([year, due]) => [String(year), due]))),
    ),
    byGroup: merged(totals.map((of) => awards(of.byGroup))),
    ceilingByClause: merged(totals.map((of) => pickSums(of.byClause, 'ceiling'))),
    savingByClause: merged(totals.map((of) => pickSums(of.byClause, 'saving'))),
  };
}

function awards(sums: ReadonlyMap<string, Sums>): Map<string, Decimal> {
  return pickSums(sums, 'award');
}

function pickSums(sums: ReadonlyMap<string, Sums>, of: keyof Sums): Map<string, Decimal> {
  return new Map([...sums].map(([key, value]) => [key, value[of]]));
}

/** Adds maps up key by key; keys whose sum is zero are left out. */
function merged(maps: readonly ReadonlyMap<string, Decimal>[]): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const map of maps) {
    for (const [key, amount] of map) sums.set(key, (sums.get(key) ?? ZERO).plus(amount));
  }
  return Object.fromEntries(
    [...sums].filter(([, amount]) => !amount.isZero()).map(([key, amount]) => [key, moneyText(amount)]),
  );
}

/** Words of a status, for people. */
export function statusText(status: ClauseOutcome['status'], lang: Lang): string {
  return STATUS_WORDS[status][lang];
}
