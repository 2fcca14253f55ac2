import type { CellRange } from '../../sheet';
import { remedyFor } from '../problems/office-errors';
import { ExcelProblem } from '../problems/problem';
import { cellRange, PLACE, rangeAt, sheetOf } from '../session/cells';
import { pause, requireWanted } from '../session/job';
import { run } from '../session/run';
import { ChunkSize } from './chunk-size';
import type { SheetFrame } from './chunked-grid';
import { type GridChunk, type TypedChunk, typedChunk } from './grid-chunk';
import type { ReadOptions } from './read-sheet';

type SheetKey = Pick<SheetFrame, 'sheetId' | 'sheetName'>;

/** Reads cells chunk by chunk, blank stretches left out; between two chunks the page gets to paint. */
export async function readChunks(
  sheet: SheetKey,
  cells: CellRange,
  options: ReadOptions,
  onChunk: (chunk: GridChunk) => void,
): Promise<void> {
  const size = new ChunkSize(cells.right - cells.left + 1, options.bounds);
  let next = cells.top;
  while (next <= cells.bottom) {
    requireWanted(options.signal);
    const rows = { ...cells, top: next, bottom: Math.min(cells.bottom, next + size.rows - 1) };
    const typed = await readChunk(sheet, rows, size, options);
    if (typed === null) continue;
    if (!typed.isBlank) onChunk(typed.chunk);
    next = rows.bottom + 1;
    const isGap = typed.isBlank && next <= cells.bottom;
    if (isGap) next = await afterGap(sheet.sheetId, { ...cells, top: next }, options);
    options.onProgress?.({
      stage: 'reading',
      sheet: sheet.sheetName,
      done: next - cells.top,
      total: cells.bottom - cells.top + 1,
    });
    await pause();
  }
}

/** @returns null when Excel finds the chunk too large; `size` is halved then */
async function readChunk(
  { sheetId, sheetName }: SheetKey,
  rows: CellRange,
  size: ChunkSize,
  options: ReadOptions,
): Promise<TypedChunk | null> {
  const started = performance.now();
  try {
    const raw = await run((context) => loadCells(context, sheetId, rows), options, { sheet: sheetName });
    const milliseconds = performance.now() - started;
    const typed = typedChunk(raw, rows.top, raw.hiddenRows);
    size.learn({ rows: typed.chunk.rowCount, bytes: typed.bytes, milliseconds });
    return typed;
  } catch (error) {
    const isTooLarge = error instanceof ExcelProblem && remedyFor(error) === 'smaller';
    if (isTooLarge && size.halve()) return null;
    throw error;
  }
}

async function loadCells(context: Excel.RequestContext, sheetId: string, rows: CellRange) {
  const sheet = sheetOf(context, sheetId).load('name');
  const range = rangeAt(sheet, rows).load('values,formulas,numberFormat,rowHidden');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelProblem('sheetGone', {});
  // Above its limit of cells Excel may answer null instead of an error.
  const values = range.values as unknown[][] | null;
  if (values === null) throw new ExcelProblem('tooLarge', {}, 'RangeExceedsLimit');
  const hidden = range.rowHidden as boolean | null;
  const { formulas, numberFormat } = range;
  if (hidden === false) return { values, formulas, numberFormat, hiddenRows: [] };
  const properties = range.getRowProperties({ rowHidden: true });
  await context.sync();
  const hiddenRows = properties.value.flatMap(({ rowHidden }, index) =>
    rowHidden === true ? [rows.top + index] : [],
  );
  return { values, formulas, numberFormat, hiddenRows };
}

/** The next row that holds anything, past rows that are blank: one stray cell far below costs one question. */
async function afterGap(sheetId: string, rest: CellRange, options: ReadOptions): Promise<number> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const used = rangeAt(sheet, rest).getUsedRangeOrNullObject(true).load(PLACE);
    await context.sync();
    return used.isNullObject ? rest.bottom + 1 : cellRange(used).top;
  }, options);
}
