import type { CellRange } from '../../sheet';
import { remedyFor } from '../problems/office-errors';
import { ExcelProblem, type ProblemDetails } from '../problems/problem';
import { cellBytes, type ChunkBounds, ChunkSize, CHUNK_BOUNDS } from '../read/chunk-size';
import { rangeAt } from '../session/cells';
import { type Stage, unlessCancelled } from '../session/job';
import type { Context } from '../session/run';
import type { Work } from '../work/work';

export type CellInputs = readonly (readonly (string | number | null)[])[];

/** Many cells to write: rows of values, asked for chunk by chunk. */
export interface Block {
  readonly stage: Stage;
  readonly rowCount: number;
  readonly width: number;
  /** Rows from `first`, counted from 0. */
  readonly rows: (first: number, count: number) => Promise<CellInputs>;
  /**
   * The cells of rows of the block, where they are now. May ask Excel, and has to where users can move them.
   * @throws ExcelProblem `sheetChanged`
   */
  readonly target: (context: Context, first: number, count: number) => Promise<Excel.Range>;
  /** What is written; number formats go before formulas. */
  readonly property?: 'values' | 'formulas' | 'numberFormat';
  readonly where: ProblemDetails;
}

/** Writes a block in chunks that stay below Excel's limits; one that Excel finds too large is halved. */
export async function writeBlock(
  work: Work,
  block: Block,
  bounds: ChunkBounds = CHUNK_BOUNDS,
): Promise<void> {
  const size = new ChunkSize(block.width, bounds);
  for (let first = 0; first < block.rowCount;) {
    const { rows, bytes } = await chunkOf(block, first, size.rows, bounds.bytes, work);
    const started = performance.now();
    try {
      await work.write(async (context) => {
        const range = await block.target(context, first, rows.length);
        // A null leaves its cell alone, which the types do not know.
        range[block.property ?? 'values'] = rows as string[][];
      }, block.where);
    } catch (error) {
      const isTooLarge = error instanceof ExcelProblem && remedyFor(error) === 'smaller';
      if (!isTooLarge || !size.halve()) throw error;
      continue;
    }
    size.learn({ rows: rows.length, bytes, milliseconds: performance.now() - started });
    first += rows.length;
    work.job.onProgress?.({
      stage: block.stage,
      sheet: block.where.sheet ?? null,
      done: first,
      total: block.rowCount,
    });
  }
}

/** As many rows as the size says, fewer where they hold long texts. */
async function chunkOf(
  block: Block,
  first: number,
  wanted: number,
  mostBytes: number,
  { job }: Work,
): Promise<{ readonly rows: CellInputs; readonly bytes: number }> {
  const count = Math.min(wanted, block.rowCount - first);
  const rows = await unlessCancelled(block.rows(first, count), job.signal);
  let bytes = 0;
  let taken = 0;
  for (const row of rows) {
    const more = row.reduce<number>((sum, value) => sum + cellBytes(value), 0);
    if (taken > 0 && bytes + more > mostBytes) break;
    bytes += more;
    taken += 1;
  }
  return { rows: taken === rows.length ? rows : rows.slice(0, taken), bytes };
}

/** Cells of a sheet of ours, which nobody else has a reason to move. */
export function fixedTarget(sheetName: string, cells: CellRange): Block['target'] {
  return (context, first, count) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    const top = cells.top + first;
    return Promise.resolve(rangeAt(sheet, { ...cells, top, bottom: top + count - 1 }));
  };
}
