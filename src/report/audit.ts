import type { ClauseOutcome, PolicyOutcome, SheetOutcome } from '../engine';
import { type Bilingual, type ClauseId, type Decimal, type IndicatorKey, type Policy, ZERO } from '../rules';
import { findingText, type SheetReading } from '../sheet';
import { dataFindingText } from './finding-text';
import { indicatorNames } from './phrases';

/** A finding an analyst works off: where, what, and which results of the policy hang on it. */
export interface AuditLine {
  readonly sheetName: string;
  /** The cell, the header's cell for a finding about a column, or `12:12` for a row. */
  readonly cell: string;
  readonly code: string;
  readonly severity: 'error' | 'question' | 'warning';
  readonly text: Bilingual;
  /** Payable money of the rows concerned, from clauses that use the indicator concerned. */
  readonly money: Decimal;
  /** Results of those clauses and rows that are missing: money not known yet. */
  readonly open: number;
  /** Those clauses, in the policy's order. */
  readonly clauses: readonly ClauseId[];
}

/** Findings of every sheet under one policy (supports have no money and do not count); those with the most money first, then by place. */
export function auditLines(outcome: PolicyOutcome, readings: readonly SheetReading[]): AuditLine[] {
  const uses = clausesByInput(outcome.policy);
  const lines = outcome.sheets.flatMap((sheet) => {
    const reading = readings[sheet.sheet];
    return reading === undefined ? [] : sheetLines(outcome.policy, sheet, reading, uses);
  });
  return lines.toSorted((a, b) => b.money.comparedTo(a.money) || b.open - a.open);
}

type Uses = ReadonlyMap<IndicatorKey, ReadonlySet<ClauseId>>;

function clausesByInput(policy: Policy): Uses {
  const uses = new Map<IndicatorKey, Set<ClauseId>>();
  for (const clause of policy.clauses.values()) {
    for (const { key } of clause.inputs) {
      const clauses = uses.get(key) ?? new Set<ClauseId>();
      uses.set(key, clauses.add(clause.id));
    }
  }
  return uses;
}

function sheetLines(policy: Policy, sheet: SheetOutcome, reading: SheetReading, uses: Uses): AuditLine[] {
  const rowOf = new Map(reading.data.rowNumbers.map((rowNumber, row) => [rowNumber, row]));
  const own = reading.findings.map((finding): AuditLine => {
    const rows = finding.cells.flatMap((cell) => rowOf.get(rowNumberOf(cell)) ?? []);
    const key = 'key' in finding.params ? finding.params.key : undefined;
    return {
      sheetName: reading.sheetName,
      cell: finding.cell,
      code: finding.code,
      severity: finding.severity,
      text: findingText(finding),
      ...atStake(
        policy,
        sheet,
        rows.length === 0 ? null : rows,
        key === undefined ? null : (uses.get(key) ?? new Set()),
      ),
    };
  });
  return [...own, ...alike(sheet, reading).map((finding) => engineLine(policy, sheet, reading, finding))];
}

type DataFinding = SheetOutcome['findings'][number];

/** Findings of the engine that say the same of several rows: one line to work off, not hundreds. */
interface AlikeFindings {
  readonly finding: DataFinding;
  readonly rows: readonly number[];
}

function alike(sheet: SheetOutcome, reading: SheetReading): AlikeFindings[] {
  const groups = new Map<string, { finding: DataFinding; rows: number[] }>();
  const said = reading.findings.flatMap((one) => (one.code === 'blankScope' ? [one.params.key] : []));
  for (const finding of sheet.findings) {
    if (finding.code === 'blankScope' && said.includes(finding.key)) continue;
    const group = groups.get(sameness(finding));
    if (group === undefined) groups.set(sameness(finding), { finding, rows: [finding.row] });
    else group.rows.push(finding.row);
  }
  return [...groups.values()];
}

/** Two growths that differ say different figures; blanks of one indicator say the same. */
function sameness(finding: DataFinding): string {
  switch (finding.code) {
    case 'unranked':
      return `${finding.code} ${finding.clause} ${finding.keys.join(' ')}`;
    case 'blankScope':
      return `${finding.code} ${finding.key}`;
    case 'growthDiffers':
      return `${finding.code} ${finding.clause} ${finding.row}`;
  }
}

const SHOWN = 5;

function engineLine(
  policy: Policy,
  sheet: SheetOutcome,
  reading: SheetReading,
  { finding, rows }: AlikeFindings,
): AuditLine {
  const keys = 'keys' in finding ? finding.keys : [finding.key];
  const column = reading.columns.find(({ key }) => key !== null && keys.includes(key))?.column;
  const cells = rows.map((row) => {
    const rowNumber = reading.data.rowNumbers[row] ?? 0;
    return column === undefined ? `${rowNumber}:${rowNumber}` : `${column}${rowNumber}`;
  });
  const list = cells.slice(0, SHOWN).join(', ') + (cells.length > SHOWN ? ' …' : '');
  const text = (lang: 'zh' | 'en'): string => {
    const sentence = dataFindingText(finding, indicatorNames(keys, policy, lang), lang);
    if (cells.length === 1) return sentence;
    return lang === 'zh'
      ? `${cells.length} 处（${list}）：${sentence}`
      : `${cells.length} cells (${list}): ${sentence}`;
  };
  return {
    sheetName: reading.sheetName,
    cell: cells[0] ?? '',
    code: finding.code,
    severity: 'warning',
    text: { zh: text('zh'), en: text('en') },
    ...atStake(policy, sheet, rows, 'clause' in finding ? new Set([finding.clause]) : null),
  };
}

function rowNumberOf(cell: string): number {
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}

/** What the results of these rows and clauses come to; `null` stands for all of them. */
function atStake(
  policy: Policy,
  sheet: SheetOutcome,
  rows: readonly number[] | null,
  clauses: ReadonlySet<ClauseId> | null,
): Pick<AuditLine, 'money' | 'open' | 'clauses'> {
  const found = new Set<ClauseId>();
  let money = ZERO;
  let open = 0;
  for (const { clause, status, amount } of outcomesIn(sheet, rows)) {
    if (policy.clauses.get(clause)?.kind === 'support') continue;
    if (clauses !== null && !clauses.has(clause)) continue;
    if (status === 'payable' && amount !== null) money = money.plus(amount);
    else if (status === 'missing') open += 1;
    else continue;
    found.add(clause);
  }
  return { money, open, clauses: [...sheet.clauses.keys()].filter((id) => found.has(id)) };
}

/** By rows where there are some: findings may be as many as the rows of the sheet. */
function outcomesIn(sheet: SheetOutcome, rows: readonly number[] | null): ClauseOutcome[] {
  return rows === null
    ? [...sheet.clauses.values()].flat()
    : [...new Set(rows)].flatMap((row) => sheet.rows[row]?.clauses ?? []);
}
