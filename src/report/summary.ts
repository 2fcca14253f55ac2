import type { PolicyOutcome, Sums } from '../engine';
import { type Bilingual, type Decimal, type Lang, ZERO } from '../rules';
import { clauseNumber } from './annotation';
import type { DetailTable } from './detail';
import { moneyCell } from './money';
import { STATUS_WORDS } from './words';

/** A cell of the 汇总 sheet: a label, or a formula over 明细 with the engine's figure as its result. */
export type SummaryCell =
  | {
      readonly kind: 'label';
      readonly text: string;
      readonly emphasis: 'title' | 'header' | 'total' | 'none';
    }
  | { readonly kind: 'sum'; readonly formula: string; readonly value: number; readonly total: boolean }
  | { readonly kind: 'blank' };

/** A figure of 汇总 that does not equal what 明细 adds up to: a defect of ours, never written silently. */
export class SummaryMismatch extends Error {
  override readonly name = 'SummaryMismatch';
}

const WORDS = {
  byClause: { zh: '按条款', en: 'By clause' },
  byDepartment: { zh: '按牵头部门', en: 'By lead department' },
  byYear: { zh: '按兑付年度', en: 'By payout year' },
  clause: { zh: '条款', en: 'Clause' },
  name: { zh: '名称', en: 'Title' },
  department: { zh: '牵头部门', en: 'Lead department' },
  year: { zh: '年度', en: 'Year' },
  lines: { zh: '应享户次', en: 'Payable lines' },
  award: { zh: '应享金额(元)', en: 'Award (CNY)' },
  ceiling: { zh: '上限金额(元)', en: 'Ceiling (CNY)' },
  saving: { zh: '减负金额(元)', en: 'Saving (CNY)' },
  total: { zh: '合计', en: 'Total' },
} satisfies Record<string, Bilingual>;

const MONEY_STATUSES = ['payable', 'ceiling', 'saving'] as const;

/**
 * The 汇总 sheet of a policy: totals by clause, department and payout year as native SUMIFS over the
 * table `tableName` (the 明细 sheet's), each checked here against the engine's total.
 * @throws SummaryMismatch
 */
export function summaryRows(
  outcome: PolicyOutcome,
  detail: DetailTable,
  tableName: string,
  title: string,
  lang: Lang,
): SummaryCell[][] {
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const header = (text: string): SummaryCell => ({ kind: 'label', text, emphasis: 'header' });
  const label = (text: string, emphasis: 'none' | 'total' = 'none'): SummaryCell => ({
    kind: 'label',
    text,
    emphasis,
  });
  const sum = sumCells(outcome, detail, tableName, lang);
  const moneyHeaders = [header(word('award')), header(word('ceiling')), header(word('saving'))];

  const rows: SummaryCell[][] = [[{ kind: 'label', text: title, emphasis: 'title' }], []];
  rows.push([label(word('byClause'), 'total')]);
  rows.push([header(word('clause')), header(word('name')), header(word('lines')), ...moneyHeaders]);
  for (const [id, sums] of outcome.totals.byClause) {
    const number = clauseNumber(id);
    const selected = selection(detail, detail.at.clause, number);
    if (selected.length === 0) continue;
    const at = rows.length + 1;
    rows.push([
      label(number),
      label(outcome.policy.clauses.get(id)?.title[lang] ?? ''),
      sum.count(`$A${at}`, detail.at.clause, number),
      ...sum.money(`$A${at}`, detail.at.clause, number, sums),
    ]);
  }
  rows.push([
    label(word('total'), 'total'),
    label('', 'total'),
    sum.countAll(),
    ...sum.moneyAll(outcome.totals),
  ]);

  rows.push([], [label(word('byDepartment'), 'total')]);
  rows.push([header(word('department')), header(''), header(word('lines')), ...moneyHeaders]);
  for (const [department, sums] of outcome.totals.byDepartment) {
    if (selection(detail, detail.at.department, department).length === 0) continue;
    const at = rows.length + 1;
    rows.push([
      label(department),
      label(''),
      sum.count(`$A${at}`, detail.at.department, department),
      ...sum.money(`$A${at}`, detail.at.department, department, sums),
    ]);
  }

  rows.push([], [label(word('byYear'), 'total')]);
  rows.push([header(word('year')), header(''), header(''), header(word('award'))]);
  for (const [year, due] of outcome.totals.byPayoutYear) {
    rows.push([label(String(year)), label(''), label(''), sum.payout(year, due)]);
  }
  return rows;
}

function selection(detail: DetailTable, column: number, value: string): readonly (readonly unknown[])[] {
  return detail.rows.filter((row) => row[column] === value);
}

/** Makes the formulas and checks each against the lines of 明细. */
function sumCells(outcome: PolicyOutcome, detail: DetailTable, tableName: string, lang: Lang) {
  const column = (position: number): string => `${tableName}[${escaped(detail.headers[position] ?? '')}]`;
  const statusRange = column(detail.at.status);
  const amountRange = column(detail.at.amount);
  const word = (status: (typeof MONEY_STATUSES)[number]): string => STATUS_WORDS[status][lang];
  const amounts = (status: string, position: number | null, value: string): number =>
    cents(
      detail.rows
        .filter((row) => row[detail.at.status] === status && (position === null || row[position] === value))
        .map((row) => row[detail.at.amount]),
    );
  const checked = (formula: string, lines: number, figure: Decimal, total: boolean): SummaryCell => {
    if (lines !== toCents(figure)) {
      throw new SummaryMismatch(
        `${outcome.policy.id}: ${formula} gives ${lines / 100}, the engine ${figure.toFixed(2)}`,
      );
    }
    return { kind: 'sum', formula, value: moneyCell(figure), total };
  };
  const figures = (sums: Sums): readonly Decimal[] => [sums.award, sums.ceiling, sums.saving];
  return {
    money: (criterion: string, position: number, value: string, sums: Sums): SummaryCell[] =>
      MONEY_STATUSES.map((status, index) =>
        checked(
          `SUMIFS(${amountRange},${column(position)},${criterion},${statusRange},"${word(status)}")`,
          amounts(word(status), position, value),
          figures(sums)[index] ?? ZERO,
          false,
        ),
      ),
    moneyAll: (sums: Sums): SummaryCell[] =>
      MONEY_STATUSES.map((status, index) =>
        checked(
          `SUMIFS(${amountRange},${statusRange},"${word(status)}")`,
          amounts(word(status), null, ''),
          figures(sums)[index] ?? ZERO,
          true,
        ),
      ),
    count: (criterion: string, position: number, value: string): SummaryCell => ({
      kind: 'sum',
      formula: `COUNTIFS(${column(position)},${criterion},${statusRange},"${word('payable')}")`,
      value: detail.rows.filter((row) => row[position] === value && row[detail.at.status] === word('payable'))
        .length,
      total: false,
    }),
    countAll: (): SummaryCell => ({
      kind: 'sum',
      formula: `COUNTIFS(${statusRange},"${word('payable')}")`,
      value: detail.rows.filter((row) => row[detail.at.status] === word('payable')).length,
      total: true,
    }),
    payout: (year: number, due: Decimal): SummaryCell => {
      const position = detail.at.payout.get(year);
      const lines = position === undefined ? 0 : cents(detail.rows.map((row) => row[position]));
      return checked(position === undefined ? '0' : `SUM(${column(position)})`, lines, due, false);
    },
  };
}

/** In a structured reference `[`, `]`, `#` and `'` in a column's name are preceded by `'`. */
function escaped(header: string): string {
  return header.replaceAll(/['#[\]]/g, "'$&");
}

function cents(cells: readonly unknown[]): number {
  return cells.reduce<number>(
    (sum, cell) => sum + (typeof cell === 'number' ? Math.round(cell * 100) : 0),
    0,
  );
}

function toCents(amount: Decimal): number {
  return amount.times(100).toNumber();
}
