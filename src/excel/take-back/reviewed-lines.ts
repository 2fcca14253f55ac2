import { detailHeaderKey, isDetailHeader } from '../../report';
import type { CellRange } from '../../sheet';
import { readCells, streamCells } from '../read/read-sheet';
import { readFrame } from '../read/sheet-frame';
import type { JobOptions } from '../session/job';

const REVIEWED = new Set(['核定金额', '审核意见', '状态']);

/**
 * How many lines of a 明细 users filled in anything. Only their columns are read, chunk by chunk.
 * @param sheetKey name or id
 * @throws ExcelProblem
 */
export async function reviewedLines(sheetKey: string, options: JobOptions): Promise<number> {
  const frame = await readFrame(sheetKey, options);
  if (frame.used === null) return 0;
  const headerRow = frame.tables[0]?.range.top ?? 1;
  const header: CellRange = { ...frame.used, top: headerRow, bottom: headerRow };
  const grid = await readCells(frame, header, options);
  const columns = usersColumns(
    Array.from({ length: header.right }, (_, index) => grid.content(headerRow, index + 1)),
  );
  if (columns.length === 0) return 0;
  const cells = {
    top: headerRow + 1,
    bottom: frame.used.bottom,
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  let lines = 0;
  await streamCells(frame, cells, options, (part, { top, bottom }) => {
    for (let row = top; row <= bottom; row += 1) {
      const isFilled = columns.some((column) => {
        const content = part.content(row, column);
        return content !== null && content !== '';
      });
      if (isFilled) lines += 1;
    }
  });
  return lines;
}

/**
 * The review columns, and columns of the users' own: those stand to the right of the clause, group columns
 * before it.
 */
export function usersColumns(headers: readonly unknown[]): number[] {
  const keys = headers.map((header) => (typeof header === 'string' ? detailHeaderKey(header) : ''));
  const clause = keys.indexOf('条款');
  return keys.flatMap((key, index) => {
    const isUsers = key !== '' && !isDetailHeader(key) && index > clause;
    return REVIEWED.has(key) || isUsers ? [index + 1] : [];
  });
}
