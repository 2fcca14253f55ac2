import { isCellError, type Grid } from '../sheet';
import { type CarriedReview, type DetailCell, type Reviews, reviewKey } from './detail';
import { REVIEW_COLUMNS } from './words';

/**
 * Reads the users' columns off an earlier 明细 sheet (header in its first row): the review columns and
 * whatever columns users added. `ownHeaders` are the headers we would write now, in either language.
 */
export function readReviews(grid: Grid, ownHeaders: ReadonlySet<string>): Reviews {
  const header = new Map<string, number>();
  for (let column = 1; column <= grid.columnCount; column += 1) {
    const text = textAt(grid, 1, column);
    if (text !== null && !header.has(text)) header.set(text, column);
  }
  const named = (...names: readonly string[]): number | undefined =>
    names.map((name) => header.get(name)).find((column) => column !== undefined);
  const creditCode = named('统一社会信用代码', 'Unified social credit code');
  const clause = named('条款', 'Clause');
  const name = named('企业名称', 'Enterprise');
  const reviewNames = new Set(REVIEW_COLUMNS.flatMap(({ zh, en }) => [zh, en]));
  const extra = [...header].filter(
    ([text]) =>
      !ownHeaders.has(text) && !reviewNames.has(text) && !/^\d{4}年兑付$|^Paid in \d{4}$/.test(text),
  );
  const columns = [
    ...REVIEW_COLUMNS.map(({ zh, en }) => named(zh, en)),
    ...extra.map(([, column]) => column),
  ];
  const byKey = new Map<string, CarriedReview>();
  if (creditCode === undefined || clause === undefined) return { extraHeaders: [], byKey };
  for (let row = 2; row <= grid.rowCount; row += 1) {
    const code = textAt(grid, row, creditCode);
    const number = textAt(grid, row, clause);
    const cells = columns.map((column) => (column === undefined ? null : cellAt(grid, row, column)));
    if (code === null || number === null || cells.every((cell) => cell === null)) continue;
    byKey.set(reviewKey(code, number), {
      creditCode: code,
      name: name === undefined ? null : textAt(grid, row, name),
      clause: number,
      cells,
    });
  }
  return { extraHeaders: extra.map(([text]) => text), byKey };
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
