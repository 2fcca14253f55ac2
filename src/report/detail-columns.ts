import type { ClauseOutcome, PolicyOutcome, RowOutcome, SheetOutcome } from '../engine';
import { type Bilingual, type Clause, type Decimal, type Lang, ZERO } from '../rules';
import { reasonOf } from './detail-reason';
import { moneyCell } from './money';
import { clauseNumber } from './phrases';
import { REVIEW_COLUMNS, STATUS_WORDS } from './words';

/** Who stands in a row: as the sheet has it, for people and for joining again. */
export interface RowIdentity {
  readonly name: string | null;
  readonly creditCode: string | null;
  /** Value of each group column, in the order of `DetailInput.groups`. */
  readonly groups: readonly (string | null)[];
}

/** What a line's amount was computed from, in words. */
export interface Basis {
  readonly base: string | null;
  readonly standard: string | null;
}

/** One clause of one row: what a line of 明细 is made of. */
export interface DetailLine {
  readonly sheet: SheetOutcome;
  readonly row: RowOutcome;
  readonly outcome: ClauseOutcome;
  readonly clause: Clause;
  readonly who: RowIdentity;
  readonly basis: Basis;
}

export type DetailCell = string | number | null;
export type DetailColumnKind = 'text' | 'money' | 'count' | 'review' | 'reviewMoney' | 'extra';

export interface DetailColumn {
  /** What the summary and the reviews look for; null for columns that nobody looks for. */
  readonly id: DetailColumnId | null;
  readonly header: string;
  readonly kind: DetailColumnKind;
  readonly cell: (line: DetailLine) => DetailCell;
}
export type DetailColumnId =
  | 'sheet'
  | 'row'
  | 'creditCode'
  | 'name'
  | 'clause'
  | 'department'
  | 'status'
  | 'base'
  | 'amount'
  | 'poolCut'
  | 'reason'
  | `group:${number}`
  | `paid:${number}`;

/** Headers by which columns of an earlier 明细 are known again, in whichever language it was written. */
export const DETAIL_HEADERS = {
  sheet: { zh: '工作表', en: 'Sheet' },
  row: { zh: '行号', en: 'Row' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  name: { zh: '企业名称', en: 'Enterprise' },
  clause: { zh: '条款', en: 'Clause' },
  title: { zh: '条款名称', en: 'Title' },
  department: { zh: '牵头部门', en: 'Lead department' },
  status: { zh: '测算结果', en: 'Result' },
  base: { zh: '计算基数', en: 'Base' },
  standard: { zh: '标准', en: 'Rate or tier' },
  uncapped: { zh: '封顶前金额', en: 'Before cap' },
  cap: { zh: '上限', en: 'Cap' },
  amount: { zh: '金额', en: 'Amount' },
  cut: { zh: '封顶削减', en: 'Cut by the cap' },
  poolCut: { zh: '资金池折减', en: 'Cut by the pool' },
  reason: { zh: '说明', en: 'Reason' },
  approval: { zh: '审批', en: 'Approval' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const PAID_IN = /^(?:\d{4}年兑付|Paid in \d{4})$/;

/** Whether a header is one that we write, in either language (group columns apart). */
export function isDetailHeader(text: string): boolean {
  const known: Bilingual[] = [
    ...Object.values(DETAIL_HEADERS),
    ...REVIEW_COLUMNS.map(({ header }) => header),
  ];
  return PAID_IN.test(text) || known.some(({ zh, en }) => text === zh || text === en);
}

/** The columns of ours, left to right; the users' own, headed `taken`, follow. */
export function detailColumns(
  outcome: PolicyOutcome,
  groups: readonly string[],
  taken: readonly string[],
  lang: Lang,
): readonly DetailColumn[] {
  const column =
    (kind: DetailColumnKind) =>
    (name: keyof typeof DETAIL_HEADERS, cell: DetailColumn['cell'], id: DetailColumnId | null = null) => ({
      id,
      header: DETAIL_HEADERS[name][lang],
      kind,
      cell,
    });
  const [text, money, count] = [column('text'), column('money'), column('count')];
  return [
    text('sheet', ({ sheet }) => sheet.sheetName, 'sheet'),
    count('row', ({ row }) => row.rowNumber, 'row'),
    text('creditCode', ({ who }) => who.creditCode, 'creditCode'),
    text('name', ({ who }) => who.name, 'name'),
    ...groupColumns(groups, taken, lang),
    text('clause', ({ clause }) => clauseNumber(clause.id), 'clause'),
    text('title', ({ clause }) => clause.title[lang]),
    text('department', ({ clause }) => clause.department, 'department'),
    text('status', ({ outcome: { status } }) => STATUS_WORDS[status][lang], 'status'),
    text('base', ({ basis }) => basis.base, 'base'),
    text('standard', ({ basis }) => basis.standard),
    money('uncapped', ({ outcome: { uncapped } }) => moneyOf(uncapped)),
    money('cap', ({ outcome: { cap } }) => moneyOf(cap)),
    money('amount', ({ outcome: { amount } }) => moneyOf(amount), 'amount'),
    money('cut', (line) => cutByCap(line.outcome)),
    ...(outcome.totals.poolReduction.isZero()
      ? []
      : [money('poolCut', (line) => cutByPool(line, outcome), 'poolCut')]),
    text('reason', (line) => reasonOf(line.outcome, line.sheet.sheet, outcome, lang), 'reason'),
    ...payoutColumns(outcome, lang),
    text('approval', ({ row, clause }) =>
      row.approval.includes(clause.id) ? (outcome.policy.approval?.above[lang] ?? null) : null,
    ),
  ];
}

const REMARK: Bilingual = { zh: '（原表）', en: ' (sheet)' };

/** Headers of a table are all different: a group column headed like another says whose it is. */
function groupColumns(groups: readonly string[], taken: readonly string[], lang: Lang): DetailColumn[] {
  return groups.map((header, index) => ({
    id: `group:${index}`,
    header: isDetailHeader(header) || taken.includes(header) ? header + REMARK[lang] : header,
    kind: 'text',
    cell: ({ who }) => who.groups[index] ?? null,
  }));
}

/** The group header behind one of ours. */
export function withoutRemark(header: string): string {
  const remark = Object.values(REMARK).find((text) => header.endsWith(text));
  return remark === undefined ? header : header.slice(0, -remark.length);
}

function payoutColumns(outcome: PolicyOutcome, lang: Lang): DetailColumn[] {
  const years = [...outcome.totals.byPayoutYear.keys()].toSorted((a, b) => a - b);
  return years.map((year) => ({
    id: `paid:${year}`,
    header: lang === 'zh' ? `${year}年兑付` : `Paid in ${year}`,
    kind: 'money',
    cell: ({ outcome: { payout } }) => {
      const due = payout.filter(({ after }) => outcome.policy.year + after === year);
      return due.length === 0
        ? null
        : moneyCell(due.reduce((sum: Decimal, { amount }) => sum.plus(amount), ZERO));
    },
  }));
}

function moneyOf(amount: Decimal | null): number | null {
  return amount === null ? null : moneyCell(amount);
}

function cutByCap({ capHit, uncapped, amount }: ClauseOutcome): number | null {
  return capHit && uncapped !== null && amount !== null ? moneyCell(uncapped.minus(amount)) : null;
}

function cutByPool({ sheet, row, clause }: DetailLine, { pools }: PolicyOutcome): number | null {
  const share = pools
    .find((pool) => pool.clause === clause.id)
    ?.shares.find(({ at }) => at.sheet === sheet.sheet && at.row === row.row);
  return share === undefined ? null : moneyCell(share.claimed.minus(share.amount));
}
