import { isCellError, type Grid } from '../sheet';
import type { Bilingual } from '../rules';
import { DETAIL_HEADERS, type DetailCell, isDetailHeader, withoutRemark } from './detail-columns';
import { REVIEW_COLUMNS } from './words';

/** What users filled in beside the lines of an earlier 明细. */
export interface Reviews {
  /** Headers of columns that users added beside the review columns of ours. */
  readonly extraHeaders: readonly string[];
  /** One per line of the earlier 明细, in their order, also those in which nothing was filled in. */
  readonly carried: readonly CarriedReview[];
}

/** The line it stood in, and the cells: the review columns, then the extra ones. */
export interface CarriedReview {
  readonly creditCode: string | null;
  readonly name: string | null;
  /** Clause number as 明细 shows it. */
  readonly clause: string;
  readonly sheet: string | null;
  readonly row: string | null;
  readonly base: string | null;
  readonly cells: readonly DetailCell[];
}

type Line = Omit<CarriedReview, 'cells'>;

export const NO_REVIEWS: Reviews = { extraHeaders: [], carried: [] };

/**
 * Reads the users' columns off an earlier 明细 sheet. `groupHeaders` are all headers that may have stood
 * there as group columns; those stand left of the clause, a user's own column of that name at the right.
 */
export function readReviews(grid: Grid, headerRow: number, groupHeaders: ReadonlySet<string>): Reviews {
  const header = new Map<string, number>();
  for (let column = 1; column <= grid.columnCount; column += 1) {
    const text = textAt(grid, headerRow, column);
    if (text !== null && !header.has(text)) header.set(text, column);
  }
  const columnOf = ({ zh, en }: Bilingual): number | undefined => header.get(zh) ?? header.get(en);
  const text = (row: number, name: keyof typeof DETAIL_HEADERS): string | null => {
    const column = columnOf(DETAIL_HEADERS[name]);
    return column === undefined ? null : textAt(grid, row, column);
  };
  const clauseColumn = columnOf(DETAIL_HEADERS.clause) ?? 0;
  const extra = [...header].filter(
    ([name, column]) =>
      !isDetailHeader(name) && !(column < clauseColumn && groupHeaders.has(withoutRemark(name))),
  );
  const columns = [
    ...REVIEW_COLUMNS.map((column) => columnOf(column.header)),
    ...extra.map(([, column]) => column),
  ];
  const carried: CarriedReview[] = [];
  for (let row = headerRow + 1; row <= grid.rowCount; row += 1) {
    const cells = columns.map((column) => (column === undefined ? null : cellAt(grid, row, column)));
    const clause = text(row, 'clause');
    if (clause === null && cells.every((cell) => cell === null)) continue;
    carried.push({
      creditCode: text(row, 'creditCode'),
      name: text(row, 'name'),
      clause: clause ?? '',
      sheet: text(row, 'sheet'),
      row: text(row, 'row'),
      base: text(row, 'base'),
      cells,
    });
  }
  return { extraHeaders: extra.map(([name]) => name), carried };
}

/**
 * Finds the line each review belongs to now: by credit code (the name where there is none) and clause.
 * Where an enterprise has a clause in several lines (projects, buildings) a review goes to the line with the
 * same base in the same row, then to the only one with the same base, then to the same row; one that fits
 * none of them for certain is an orphan rather than given to another project. Lines without a review take
 * part, so that none of theirs is given away.
 */
export function attachReviews(
  carried: readonly CarriedReview[],
  lines: readonly Line[],
): { attached: ReadonlyMap<number, CarriedReview>; orphans: readonly CarriedReview[] } {
  const candidates = new Map<string, { readonly index: number; readonly line: Line }[]>();
  lines.forEach((line, index) => {
    const known = candidates.get(keyOf(line));
    if (known === undefined) candidates.set(keyOf(line), [{ index, line }]);
    else known.push({ index, line });
  });
  const attached = new Map<number, CarriedReview>();
  let waiting = [...carried];
  const pass = (fits: (review: CarriedReview, line: Line, among: number) => boolean): void => {
    waiting = waiting.filter((review) => {
      const all = candidates.get(keyOf(review)) ?? [];
      const [only, second] = all.filter(
        ({ index, line }) => !attached.has(index) && fits(review, line, all.length),
      );
      if (only === undefined || second !== undefined) return true;
      attached.set(only.index, review);
      return false;
    });
  };
  const samePlace = (a: Line, b: Line): boolean => a.sheet === b.sheet && a.row === b.row;
  pass((review, line) => samePlace(review, line) && review.base === line.base);
  pass((review, line) => review.base !== null && review.base === line.base);
  pass(samePlace);
  pass((_review, _line, among) => among === 1);
  return { attached, orphans: waiting.filter(({ cells }) => cells.some((cell) => cell !== null)) };
}

/** A line without credit code and name is told by its row alone. */
function keyOf(line: Line): string {
  const code = line.creditCode?.replaceAll(/\s/g, '').toUpperCase();
  return [code ?? line.name ?? `${line.sheet ?? ''} ${line.row ?? ''}`, line.clause].join('\n');
}

function textAt(grid: Grid, row: number, column: number): string | null {
  const cell = cellAt(grid, row, column);
  return cell === null ? null : String(cell);
}

function cellAt(grid: Grid, row: number, column: number): DetailCell {
  const content = grid.content(row, column);
  if (content === null || content === '') return null;
  if (isCellError(content)) return content.error;
  return typeof content === 'boolean' ? String(content) : content;
}
