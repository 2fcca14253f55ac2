import type { EvaluationWorker } from '../../src/worker';
import type { SheetFrame } from '../../src/excel';
import { typedChunk } from '../../src/excel/read/grid-chunk';
import type { Rows } from '../cli/workbook';

/** Sends rows of values as the page sends a sheet: in chunks of `size` rows, then the frame. */
export async function sendSheet(
  worker: EvaluationWorker,
  sheetName: string,
  rows: Rows,
  size = 2,
): Promise<void> {
  const width = Math.max(...rows.map((row) => row.length));
  for (let from = 0; from < rows.length; from += size) {
    const values = rows.slice(from, from + size).map((row) => row.map((cell) => cell ?? ''));
    const numberFormat = values.map((row) => row.map(() => 'General'));
    const { chunk } = typedChunk({ values, formulas: values, numberFormat }, from + 1, []);
    worker.chunk(sheetName, chunk);
  }
  await worker.sheet(sheetName, frameOf(sheetName, rows.length, width));
}

function frameOf(sheetName: string, bottom: number, right: number): SheetFrame {
  return {
    sheetId: `id of ${sheetName}`,
    sheetName,
    used: { top: 1, left: 1, bottom, right },
    merges: [],
    tables: [],
    hiddenColumns: [],
    date1904: false,
  };
}
