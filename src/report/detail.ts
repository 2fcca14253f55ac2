import type { ClauseOutcome, PolicyOutcome, Status } from '../engine';
import type { Bilingual, Lang } from '../rules';
import {
  type Basis,
  type DetailCell,
  type DetailColumn,
  type DetailColumnId,
  type DetailColumnKind,
  detailColumns,
  type DetailLine,
  type RowIdentity,
} from './detail-columns';
import { attachReviews, type CarriedReview, type Reviews } from './reviews';
import { REVIEW_COLUMNS } from './words';

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

export interface DetailTable {
  readonly headers: readonly string[];
  readonly kinds: readonly DetailColumnKind[];
  readonly rows: readonly (readonly DetailCell[])[];
  /** Position of the columns that others look for. */
  readonly at: ReadonlyMap<DetailColumnId, number>;
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

const ORPHANED: Bilingual = {
  zh: '本次测算已无此结果，保留原审核内容',
  en: 'no such result any more; the review is kept',
};

/** One line per enterprise and clause, in sheet and row order; the users' columns at the right. */
export function detailTable(input: DetailInput): DetailTable {
  const { outcome, lang, reviews } = input;
  const columns = detailColumns(outcome, input.groups, reviews.extraHeaders, lang);
  const at = new Map(columns.flatMap(({ id }, index) => (id === null ? [] : [[id, index] as const])));
  const lines = linesOf(input);
  const cells = lines.map((line) => columns.map(({ cell }) => cell(line)));
  const { attached, orphans } = attachReviews(
    reviews.carried,
    cells.map((row) => placeInReviews(row, at)),
  );
  const none = [...REVIEW_COLUMNS, ...reviews.extraHeaders].map(() => null);
  const rows = cells.map((row, index) => [...row, ...(attached.get(index)?.cells ?? none)]);
  return {
    headers: [
      ...columns.map(({ header }) => header),
      ...REVIEW_COLUMNS.map(({ header }) => header[lang]),
      ...reviews.extraHeaders,
    ],
    kinds: [
      ...columns.map(({ kind }) => kind),
      ...REVIEW_COLUMNS.map(({ money }): DetailColumnKind => (money ? 'reviewMoney' : 'review')),
      ...reviews.extraHeaders.map((): DetailColumnKind => 'extra'),
    ],
    rows: [...rows, ...orphans.map((review) => orphanRow(review, columns, lang))],
    at,
    orphanedReviews: orphans.length,
  };
}

function linesOf({ outcome, identity, basis }: DetailInput): DetailLine[] {
  return outcome.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => {
      const listed = row.clauses.filter(({ status }) => LISTED.has(status));
      if (listed.length === 0) return [];
      const who = identity(sheet.sheet, row.row);
      return listed.flatMap((line): DetailLine[] => {
        const clause = outcome.policy.clauses.get(line.clause);
        if (clause === undefined) return [];
        return [{ sheet, row, outcome: line, clause, who, basis: basis(sheet.sheet, line) }];
      });
    }),
  );
}

/** What a review is told by: the same cells that `readReviews` takes from an earlier 明细. */
function placeInReviews(
  row: readonly DetailCell[],
  at: ReadonlyMap<DetailColumnId, number>,
): Omit<CarriedReview, 'cells'> {
  const text = (id: DetailColumnId): string | null => {
    const cell = row[at.get(id) ?? -1] ?? null;
    return cell === null ? null : String(cell);
  };
  return {
    creditCode: text('creditCode'),
    name: text('name'),
    clause: text('clause') ?? '',
    sheet: text('sheet'),
    row: text('row'),
    base: text('base'),
  };
}

/** Who was reviewed and what was said; nothing that adds up. */
function orphanRow(review: CarriedReview, columns: readonly DetailColumn[], lang: Lang): DetailCell[] {
  const cells = columns.map(({ id }): DetailCell => {
    switch (id) {
      case 'creditCode':
      case 'name':
      case 'clause':
        return review[id];
      case 'reason':
        return ORPHANED[lang];
      default:
        return null;
    }
  });
  return [...cells, ...review.cells];
}
