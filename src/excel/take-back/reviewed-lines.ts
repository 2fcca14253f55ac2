import { detailHeaderKey, isDetailHeader } from '../../report';
import type { Grid } from '../../sheet';

const REVIEWED = new Set(['核定金额', '审核意见', '状态']);

/**
 * Lines of a 明细 in which users filled in anything: in the review columns, or in columns of their own, which
 * stand to the right of the clause (group columns stand before it).
 * @param headerRow row of the table's headers
 */
export function reviewedLines(grid: Grid, headerRow: number): number {
  const headers = Array.from({ length: grid.columnCount }, (_, index) => grid.content(headerRow, index + 1));
  const keys = headers.map((header) => (typeof header === 'string' ? detailHeaderKey(header) : ''));
  const clause = keys.indexOf('条款');
  const columns = keys.flatMap((key, index) => {
    const isUsers = key !== '' && !isDetailHeader(key) && index > clause;
    return REVIEWED.has(key) || isUsers ? [index + 1] : [];
  });
  let lines = 0;
  for (let row = headerRow + 1; row <= grid.rowCount; row += 1) {
    const isFilled = columns.some((column) => {
      const content = grid.content(row, column);
      return content !== null && content !== '';
    });
    if (isFilled) lines += 1;
  }
  return lines;
}
