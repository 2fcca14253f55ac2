import type { ClauseOutcome, PolicyOutcome, Status } from '../engine';
import type { Bilingual, Decimal, Lang } from '../rules';
import { clauseNumber } from './annotation';
import { moneyCell } from './money';
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

export interface DetailInput {
  readonly outcome: PolicyOutcome;
  readonly lang: Lang;
  /** Headers of the group columns (所属街道 …). */
  readonly groups: readonly string[];
  /** Identity of a data row; `sheet` is the position in the outcome's list of sheets. */
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly basis: (sheet: number, clause: ClauseOutcome) => Basis;
  /** Columns that belong to the users, with what they filled in before. */
  readonly reviews: Reviews;
}

/** The users' own columns of an earlier 明细. */
export interface Reviews {
  /** Headers of columns that users added beside the review columns of ours. */
  readonly extraHeaders: readonly string[];
  /** By `reviewKey`: the review columns, then the extra ones. */
  readonly byKey: ReadonlyMap<string, CarriedReview>;
}
export interface CarriedReview {
  readonly creditCode: string;
  readonly name: string | null;
  /** Clause number as the 明细 shows it. */
  readonly clause: string;
  readonly cells: readonly DetailCell[];
}
export const NO_REVIEWS: Reviews = { extraHeaders: [], byKey: new Map() };

export type DetailCell = string | number | null;
export type DetailColumnKind = 'text' | 'money' | 'count' | 'review';

export interface DetailTable {
  readonly headers: readonly string[];
  readonly kinds: readonly DetailColumnKind[];
  readonly rows: readonly (readonly DetailCell[])[];
  /** Position of the columns the summary adds up. */
  readonly at: {
    readonly clause: number;
    readonly department: number;
    readonly status: number;
    readonly amount: number;
    /** Payout year → column. */
    readonly payout: ReadonlyMap<number, number>;
  };
  /** Reviews whose result is no longer there; they stand in lines of their own at the end. */
  readonly orphanedReviews: number;
}

/** Statuses that get a line: everything that someone has to pay, check or complete. */
const LISTED: ReadonlySet<Status> = new Set<Status>([
  'payable',
  'superseded',
  'duplicate',
  'conflict',
  'vetoed',
  'notEligible',
  'ceiling',
  'saving',
  'unquantified',
  'missing',
]);

const WORDS = {
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
  reason: { zh: '说明', en: 'Reason' },
  approval: { zh: '审批', en: 'Approval' },
} satisfies Record<string, Bilingual>;

/** The key under which a line's review columns are carried over. */
export function reviewKey(creditCode: string, clause: string): string {
  return `${creditCode.replaceAll(/\s/g, '').toUpperCase()} ${clause}`;
}

/** One line per enterprise and clause, in sheet and row order. */
export function detailTable(input: DetailInput): DetailTable {
  const { outcome, lang } = input;
  const years = [...outcome.totals.byPayoutYear.keys()].toSorted((a, b) => a - b);
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const headers: string[] = [word('sheet'), word('row'), word('creditCode'), word('name'), ...input.groups];
  const kinds: DetailColumnKind[] = [
    'text',
    'count',
    'text',
    'text',
    ...input.groups.map(() => 'text' as const),
  ];
  const add = (header: string, kind: DetailColumnKind): number => {
    kinds.push(kind);
    return headers.push(header) - 1;
  };
  const clause = add(word('clause'), 'text');
  add(word('title'), 'text');
  const department = add(word('department'), 'text');
  const status = add(word('status'), 'text');
  add(word('base'), 'text');
  add(word('standard'), 'text');
  add(word('uncapped'), 'money');
  add(word('cap'), 'money');
  const amount = add(word('amount'), 'money');
  add(word('cut'), 'money');
  const reason = add(word('reason'), 'text');
  const payout = new Map(
    years.map((year) => [year, add(lang === 'zh' ? `${year}年兑付` : `Paid in ${year}`, 'money')]),
  );
  add(word('approval'), 'text');
  for (const review of REVIEW_COLUMNS) add(review[lang], 'review');
  for (const header of input.reviews.extraHeaders) add(header, 'review');
  const noReview = [...REVIEW_COLUMNS, ...input.reviews.extraHeaders].map(() => null);

  const used = new Set<string>();
  const rows: DetailCell[][] = [];
  for (const sheet of outcome.sheets) {
    for (const row of sheet.rows) {
      const who = input.identity(sheet.sheet, row.row);
      for (const line of row.clauses) {
        if (!LISTED.has(line.status)) continue;
        const entry = outcome.policy.clauses.get(line.clause);
        if (entry === undefined) continue;
        const basis = input.basis(sheet.sheet, line);
        const reviewed =
          who.creditCode === null ? undefined : reviewKey(who.creditCode, clauseNumber(line.clause));
        if (reviewed !== undefined) used.add(reviewed);
        rows.push([
          sheet.sheetName,
          row.rowNumber,
          who.creditCode,
          who.name,
          ...who.groups,
          clauseNumber(line.clause),
          entry.title[lang],
          entry.department,
          STATUS_WORDS[line.status][lang],
          basis.base,
          basis.standard,
          money(line.uncapped),
          money(line.cap),
          money(line.amount),
          line.capHit && line.uncapped !== null && line.amount !== null
            ? moneyCell(line.uncapped.minus(line.amount))
            : null,
          reasonOf(line, input),
          ...years.map((year) => payoutIn(line, year - outcome.policy.year)),
          row.approval.includes(line.clause) ? (outcome.policy.approval?.above[lang] ?? null) : null,
          ...((reviewed === undefined ? undefined : input.reviews.byKey.get(reviewed)?.cells) ?? noReview),
        ]);
      }
    }
  }
  const orphans = [...input.reviews.byKey].filter(([key]) => !used.has(key));
  for (const [, review] of orphans) {
    const line: DetailCell[] = headers.map(() => null);
    line[2] = review.creditCode;
    line[3] = review.name;
    line[clause] = review.clause;
    line[reason] = ORPHANED[lang];
    line.splice(headers.length - noReview.length, noReview.length, ...review.cells);
    rows.push(line);
  }
  return {
    headers,
    kinds,
    rows,
    at: { clause, department, status, amount, payout },
    orphanedReviews: orphans.length,
  };
}

const ORPHANED: Bilingual = {
  zh: '本次测算已无此结果，保留原审核内容',
  en: 'no such result any more; the review is kept',
};

function money(amount: Decimal | null): number | null {
  return amount === null ? null : moneyCell(amount);
}

function payoutIn(line: ClauseOutcome, after: number): number | null {
  const due = line.payout.filter((share) => share.after === after);
  return due.length === 0 ? null : due.reduce((sum, share) => sum + moneyCell(share.amount), 0);
}

/** Why the line is not simply paid: what is missing, which clause won, which veto applies. */
function reasonOf(line: ClauseOutcome, { outcome, lang }: DetailInput): string | null {
  const zh = lang === 'zh';
  const nameOf = (key: string): string => outcome.policy.vocabulary.indicators.get(key)?.names[lang] ?? key;
  const list = (keys: readonly string[]): string => keys.map((key) => nameOf(key)).join(zh ? '、' : ', ');
  const parts: string[] = [];
  if (line.missing.length > 0) parts.push((zh ? '缺：' : 'missing: ') + list(line.missing));
  if (line.supersededBy !== undefined) {
    const winner = clauseNumber(line.supersededBy.clause);
    parts.push(zh ? `同项目择优，已取${winner}` : `same project: ${winner} is paid`);
  }
  if (line.duplicateOf !== undefined) {
    const at = outcome.sheets.find(({ sheet }) => sheet === line.duplicateOf?.sheet);
    const rowNumber = at?.rows.find(({ row }) => row === line.duplicateOf?.row)?.rowNumber;
    parts.push(
      zh
        ? `与${at?.sheetName ?? ''}第${rowNumber ?? '?'}行重复`
        : `repeats row ${rowNumber ?? '?'} of ${at?.sheetName ?? ''}`,
    );
  }
  if (line.status === 'conflict') {
    parts.push(zh ? '同一企业各行金额不同，请核定' : 'different amounts for one enterprise: please decide');
  }
  if (line.vetoes !== undefined) parts.push((zh ? '否决：' : 'veto: ') + list(line.vetoes));
  if (line.scope !== undefined) parts.push((zh ? '不符合：' : 'out of scope: ') + list(line.scope));
  if (line.provisional?.some(({ why }) => why === 'computedRank') === true) {
    parts.push(
      zh
        ? '名次按本表计算，待确认名单完整'
        : 'rank computed from this sheet; confirm that the list is complete',
    );
  }
  if (line.provisional?.some(({ why }) => why === 'openRival') === true) {
    parts.push(zh ? '互斥条款缺数据，结果待定' : 'an exclusive clause lacks data; the result may change');
  }
  if (line.review !== undefined && line.review.length > 0) {
    parts.push(zh ? '另一读法会改变结果' : 'another reading would change the result');
  }
  return parts.length === 0 ? null : parts.join(zh ? '；' : '; ');
}
