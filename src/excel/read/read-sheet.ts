import type { CellRange, Grid } from '../../sheet';
import { remedyFor } from '../problems/office-errors';
import { ExcelProblem } from '../problems/problem';
import { cellRange, PLACE, rangeAt, sheetOf } from '../session/cells';
import { type JobOptions, pause, requireWanted, unlessCancelled } from '../session/job';
import { run } from '../session/run';
import { type ChunkBounds, ChunkSize } from './chunk-size';
import { gridFromChunks, type SheetFrame } from './chunked-grid';
import { countsFrom1904, type DateCell, dateCellIn } from './date-system';
import { type GridChunk, type TypedChunk, typedChunk } from './grid-chunk';
import { readFrame } from './sheet-frame';

export interface ReadOptions extends JobOptions {
  readonly bounds?: ChunkBounds;
}

export interface ReadSheet {
  readonly frame: SheetFrame;
  readonly grid: Grid;
}

/**
 * Reads a worksheet chunk by chunk; between two chunks the page gets to paint. Nothing is changed in Excel.
 * @param sheetKey name or id
 * @throws ExcelProblem
 */
export async function readSheet(sheetKey: string, options: ReadOptions = {}): Promise<ReadSheet> {
  const chunks: GridChunk[] = [];
  const frame = await streamSheet(
    sheetKey,
    (chunk) => {
      chunks.push(chunk);
    },
    options,
  );
  return { frame, grid: gridFromChunks(frame, chunks) };
}

/**
 * As `readSheet`, for whoever builds the grid elsewhere: `onChunk` gets each chunk as it comes (a worker
 * takes it with `transferables`), and `gridFromChunks` makes the grid of the frame and all chunks.
 * @throws ExcelProblem
 */
export async function streamSheet(
  sheetKey: string,
  onChunk: (chunk: GridChunk) => void,
  options: ReadOptions = {},
): Promise<SheetFrame> {
  return unlessCancelled(stream(sheetKey, onChunk, options), options.signal);
}

async function stream(
  sheetKey: string,
  onChunk: (chunk: GridChunk) => void,
  options: ReadOptions,
): Promise<SheetFrame> {
  const frame = await readFrame(sheetKey, options);
  const { used, sheetId, sheetName } = frame;
  if (used === null) return frame;
  const size = new ChunkSize(used.right - used.left + 1, options.bounds);
  let date: DateCell | null = null;
  let next = used.top;
  while (next <= used.bottom) {
    requireWanted(options.signal);
    const rows = { ...used, top: next, bottom: Math.min(used.bottom, next + size.rows - 1) };
    const typed = await readChunk(frame, rows, size, options);
    if (typed === null) continue;
    date ??= dateCellIn(typed.chunk, used.left);
    if (!typed.isBlank) onChunk(typed.chunk);
    next = rows.bottom + 1;
    if (typed.isBlank && next <= used.bottom) next = await afterGap(sheetId, { ...used, top: next }, options);
    options.onProgress?.({
      stage: 'reading',
      sheet: sheetName,
      done: next - used.top,
      total: used.bottom - used.top + 1,
    });
    await pause();
  }
  await requireSameCells(frame, options);
  return { ...frame, date1904: date !== null && (await countsFrom1904(sheetId, date, options)) };
}

/** @returns null when Excel finds the chunk too large; `size` is halved then */
async function readChunk(
  { sheetId, sheetName }: SheetFrame,
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

/** Rows that came or went between two chunks would make a grid that never was. */
async function requireSameCells(
  { sheetId, sheetName, used }: SheetFrame,
  options: ReadOptions,
): Promise<void> {
  const now = await run(
    async (context) => {
      const sheet = sheetOf(context, sheetId);
      const range = sheet.getUsedRangeOrNullObject(true).load(PLACE);
      sheet.load('name');
      await context.sync();
      if (sheet.isNullObject) throw new ExcelProblem('sheetGone', {});
      return range.isNullObject ? null : cellRange(range);
    },
    options,
    { sheet: sheetName },
  );
  const isSame = JSON.stringify(now) === JSON.stringify(used);
  if (!isSame) throw new ExcelProblem('sheetChanged', { sheet: sheetName });
}
