import type { CellRange } from '../../sheet';
import { remedyFor } from '../problems/office-errors';
import { ExcelProblem } from '../problems/problem';
import { type JobOptions, pause, requireWanted } from '../session/job';
import { cellBytes, ChunkSize } from './chunk-size';

/**
 * Goes through cells in chunks of whole rows that stay below Excel's limits, from the top; one that Excel
 * finds too large is halved. Between two chunks the page gets to paint.
 * @param visit gives what it read, by which the size of the next chunk is chosen
 * @throws ExcelProblem
 */
export async function byChunks(
  cells: CellRange,
  job: JobOptions,
  visit: (rows: CellRange) => Promise<readonly (readonly unknown[])[]>,
): Promise<void> {
  const size = new ChunkSize(cells.right - cells.left + 1);
  for (let top = cells.top; top <= cells.bottom;) {
    requireWanted(job.signal);
    const rows = { ...cells, top, bottom: Math.min(cells.bottom, top + size.rows - 1) };
    const started = performance.now();
    try {
      const read = await visit(rows);
      const milliseconds = performance.now() - started;
      size.learn({ rows: rows.bottom - top + 1, bytes: bytesOf(read), milliseconds });
      top = rows.bottom + 1;
    } catch (error) {
      const isTooLarge = error instanceof ExcelProblem && remedyFor(error) === 'smaller';
      if (!isTooLarge || !size.halve()) throw error;
    }
    await pause();
  }
}

function bytesOf(rows: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of rows) for (const cell of row) bytes += cellBytes(cell);
  return bytes;
}
