import type { PolicyOutcome, Sums } from '../engine';
import { type Bilingual, type Lang, ZERO } from '../rules';
import type { DetailTable } from './detail';
import type { DetailColumnId } from './detail-columns';
import type { AuditLine } from './audit';
import { moneyCell } from './money';
import { clauseNumber, indicatorNames, listed } from './phrases';
import { label, type SummaryCell } from './summary-cell';
import { type Selection, SummaryFigures } from './summary-figures';

const WORDS = {
  summary: { zh: '汇总', en: 'summary' },
  byClause: { zh: '按条款', en: 'By clause' },
  byDepartment: { zh: '按牵头部门', en: 'By lead department' },
  byGroup: { zh: '按', en: 'By ' },
  byYear: { zh: '按兑付年度', en: 'By payout year' },
  pools: { zh: '资金池', en: 'Pools' },
  notAssessed: { zh: '未评估的条款（表中没有所需的列）', en: 'Clauses not assessed (columns are missing)' },
  clause: { zh: '条款', en: 'Clause' },
  name: { zh: '名称', en: 'Title' },
  department: { zh: '牵头部门', en: 'Lead department' },
  year: { zh: '年度', en: 'Year' },
  lines: { zh: '应享户次', en: 'Payable lines' },
  award: { zh: '应享金额(元)', en: 'Award (CNY)' },
  ceiling: { zh: '上限金额(元)', en: 'Ceiling (CNY)' },
  saving: { zh: '减负金额(元)', en: 'Saving (CNY)' },
  open: { zh: '未定金额户次', en: 'Lines without amount' },
  missing: { zh: '缺数据户次', en: 'Lines lacking data' },
  poolCut: { zh: '折减(元)', en: 'Cut (CNY)' },
  afterPool: { zh: '折减后应享(元)', en: 'Award after the pool (CNY)' },
  missingColumns: { zh: '缺少的列', en: 'Missing columns' },
  audit: { zh: '数据审核（金额大的在前）', en: 'Findings about the data (most money first)' },
  cell: { zh: '单元格', en: 'Cell' },
  clauses: { zh: '涉及条款', en: 'Clauses concerned' },
  severity: { zh: '性质', en: 'Kind' },
  atStake: { zh: '涉及应享金额(元)', en: 'Award concerned (CNY)' },
  openResults: { zh: '涉及缺数据户次', en: 'Lines lacking data' },
  finding: { zh: '情况与办法', en: 'What it is, what to do' },
  total: { zh: '合计', en: 'Total' },
  blank: { zh: '（空）', en: '(blank)' },
} satisfies Record<string, Bilingual>;

export interface SummaryInput {
  readonly outcome: PolicyOutcome;
  readonly detail: DetailTable;
  /** Name of the table on the 明细 sheet. */
  readonly tableName: string;
  /** Headers of the group columns of 明细; the first is the one totals were grouped by. */
  readonly groups: readonly string[];
  /** What the figures were made from, a line each. */
  readonly provenance: readonly string[];
  /** Findings about the data, in the order in which they are worked off. */
  readonly audit: readonly AuditLine[];
  readonly lang: Lang;
}

/**
 * The 汇总 sheet of a policy: totals by clause, department, group and payout year as native formulas over
 * 明细, then what was not assessed, and the findings about the data.
 * @throws SummaryMismatch
 */
export function summaryRows(input: SummaryInput): SummaryCell[][] {
  return new SummarySheet(input).write();
}

class SummarySheet {
  private readonly rows: SummaryCell[][] = [];
  private readonly figures: SummaryFigures;

  constructor(private readonly input: SummaryInput) {
    this.figures = new SummaryFigures(input.outcome, input.detail, input.tableName, input.lang);
  }

  write(): SummaryCell[][] {
    const { outcome, provenance, groups, lang } = this.input;
    const { totals, policy } = outcome;
    this.rows.push([label(`${policy.title[lang]} ${this.word('summary')}`, 'title')]);
    for (const line of provenance) this.rows.push([label(line, 'note')]);
    this.section(this.word('byClause'), [this.word('clause'), this.word('name')]);
    this.sums(
      'clause',
      [...totals.byClause].map(([id, sums]) => [
        clauseNumber(id),
        policy.clauses.get(id)?.title[lang] ?? '',
        sums,
      ]),
    );
    this.section(this.word('byDepartment'), [this.word('department'), '']);
    this.sums(
      'department',
      [...totals.byDepartment].map(([name, sums]) => [name, '', sums]),
    );
    const [group] = groups;
    if (group !== undefined) {
      this.section(`${this.word('byGroup')}${group}`, [group, '']);
      this.sums(
        'group:0',
        [...totals.byGroup].map(([name, sums]) => [name, '', sums]),
      );
    }
    this.years();
    this.pools();
    this.notAssessed();
    this.audit();
    return this.rows;
  }

  private word(key: keyof typeof WORDS): string {
    return WORDS[key][this.input.lang];
  }

  private section(
    heading: string,
    labels: readonly string[],
    columns: readonly (keyof typeof WORDS)[] = ['lines', 'award', 'ceiling', 'saving', 'open', 'missing'],
  ): void {
    this.rows.push([], [label(heading, 'section')]);
    this.rows.push(
      [...labels, ...columns.map((column) => this.word(column))].map((text) => label(text, 'header')),
    );
  }

  /** A line per value that stands in the lines of 明细, and the total. */
  private sums(
    column: DetailColumnId,
    entries: readonly (readonly [value: string, title: string, sums: Sums])[],
  ): void {
    for (const [value, title, sums] of entries) {
      const selection = this.selection(column, value);
      if (selection === null) continue;
      this.rows.push([
        label(value === '' ? this.word('blank') : value),
        label(title),
        ...this.figuresOf(selection, sums),
      ]);
    }
    this.rows.push([
      label(this.word('total'), 'total'),
      label('', 'total'),
      ...this.figuresOf(null, this.input.outcome.totals),
    ]);
  }

  /** The four kinds of money, never mixed; of the fourth, whose amount is not known, the number of lines. */
  private figuresOf(selection: Selection | null, sums: Sums): SummaryCell[] {
    return [
      this.figures.count(selection, 'payable'),
      ...this.figures.money(selection, sums),
      this.figures.count(selection, 'unquantified'),
      this.figures.count(selection, 'missing'),
    ];
  }

  /** What the next line adds up; null where no line of 明细 has the value. */
  private selection(column: DetailColumnId, value: string): Selection | null {
    const { detail } = this.input;
    const at = detail.at.get(column) ?? -1;
    return detail.rows.some((row) => (row[at] ?? '') === value)
      ? { column, value, cell: `$A${this.rows.length + 1}` }
      : null;
  }

  private years(): void {
    const { totals } = this.input.outcome;
    this.section(this.word('byYear'), [this.word('year'), '', ''], ['award']);
    const first = this.rows.length + 1;
    for (const [year, due] of totals.byPayoutYear) {
      this.rows.push([label(String(year)), label(''), label(''), this.figures.paid(year, due)]);
    }
    const total = [...totals.byPayoutYear.values()].reduce((sum, due) => sum.plus(due), ZERO);
    const formula = first > this.rows.length ? '0' : `SUM(D${first}:D${this.rows.length})`;
    this.rows.push([
      ...[this.word('total'), '', ''].map((text) => label(text, 'total')),
      this.figures.total(formula, total),
    ]);
  }

  /** Pools that do not suffice: what they cut, and what is left. */
  private pools(): void {
    const { outcome, lang } = this.input;
    const cut = outcome.pools.filter(({ reduction }) => !reduction.isZero());
    if (cut.length === 0) return;
    this.section(
      this.word('pools'),
      [this.word('clause'), this.word('name')],
      ['lines', 'award', 'poolCut', 'afterPool'],
    );
    for (const { clause, reduction } of cut) {
      const selection = this.selection('clause', clauseNumber(clause));
      const sums = outcome.totals.byClause.get(clause);
      if (selection === null || sums === undefined) continue;
      const at = this.rows.length + 1;
      const [award] = this.figures.money(selection, sums);
      if (award === undefined) continue;
      this.rows.push([
        label(selection.value),
        label(outcome.policy.clauses.get(clause)?.title[lang] ?? ''),
        this.figures.count(selection, 'payable'),
        award,
        this.figures.poolCut(selection, reduction),
        this.figures.total(`D${at}-E${at}`, sums.awardAfterPool),
      ]);
    }
  }

  /** Clauses for which no sheet has the columns, with what is missing. */
  private notAssessed(): void {
    const { policy, sheets } = this.input.outcome;
    const assessed = new Set(sheets.flatMap((sheet) => sheet.assessed));
    const columns = new Map(
      sheets.flatMap((sheet) => sheet.notAssessed.map((one) => [one.clause, one.missingColumns])),
    );
    const open = [...policy.clauses.values()].filter(({ id }) => columns.has(id) && !assessed.has(id));
    if (open.length === 0) return;
    this.section(this.word('notAssessed'), [this.word('clause'), this.word('name')], ['missingColumns']);
    for (const { id, title } of open) {
      this.rows.push([
        label(clauseNumber(id)),
        label(title[this.input.lang]),
        label(indicatorNames(columns.get(id) ?? [], policy, this.input.lang)),
      ]);
    }
  }

  /** Findings to work off, with the money that hangs on each. */
  private audit(): void {
    const { audit, lang } = this.input;
    if (audit.length === 0) return;
    this.section(
      this.word('audit'),
      [this.word('cell'), this.word('clauses')],
      ['severity', 'atStake', 'openResults', 'finding'],
    );
    for (const line of audit.slice(0, MOST_FINDINGS)) {
      this.rows.push([
        label(`${line.sheetName}!${line.cell}`),
        label(listed(line.clauses.map(clauseNumber), lang)),
        label(SEVERITIES[line.severity][lang]),
        { kind: 'amount', value: moneyCell(line.money) },
        label(line.open === 0 ? '' : String(line.open)),
        label(line.text[lang]),
      ]);
    }
    const more = audit.length - MOST_FINDINGS;
    if (more > 0) this.rows.push([label(moreFindings(more)[lang], 'note')]);
  }
}

/** Nobody works off more in one go; the JSON result has all of them. */
const MOST_FINDINGS = 1000;

function moreFindings(count: number): Bilingual {
  return {
    zh: `另有 ${count} 条没有列出：先处理以上各条，再重新测算；命令行的 --json 列出全部。`,
    en: `${count} more are not listed: work off those above and evaluate again; --json of the command line lists all.`,
  };
}

const SEVERITIES: Readonly<Record<AuditLine['severity'], Bilingual>> = {
  error: { zh: '不能用', en: 'unusable' },
  question: { zh: '请确认', en: 'to confirm' },
  warning: { zh: '请核对', en: 'to check' },
};
