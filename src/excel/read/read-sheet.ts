import type { CellRange, Grid } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { cellRange, PLACE, sheetOf } from '../session/cells';
import { type JobOptions, unlessCancelled } from '../session/job';
import { run } from '../session/run';
import type { ChunkBounds } from './chunk-size';
import { gridFromChunks, type SheetFrame } from './chunked-grid';
import { countsFrom1904, type DateCell, dateCellIn } from './date-system';
import type { GridChunk } from './grid-chunk';
import { readChunks } from './read-chunks';
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
  const { used, sheetId } = frame;
  if (used === null) return frame;
  let date: DateCell | null = null;
  await readChunks(frame, used, options, (chunk) => {
    date ??= dateCellIn(chunk, used.left);
    onChunk(chunk);
  });
  await requireSameCells(frame, options);
  return { ...frame, date1904: date !== null && (await countsFrom1904(sheetId, date, options)) };
}

/**
 * Some cells of a sheet as a grid, without merges, tables and hidden columns.
 * @throws ExcelProblem
 */
export async function readCells(
  sheet: Pick<SheetFrame, 'sheetId' | 'sheetName'>,
  cells: CellRange,
  options: ReadOptions = {},
): Promise<Grid> {
  const chunks: GridChunk[] = [];
  const work = readChunks(sheet, cells, options, (chunk) => {
    chunks.push(chunk);
  });
  await unlessCancelled(work, options.signal);
  return gridFromChunks(bareFrame(sheet, cells), chunks);
}

/**
 * As `readCells`, for many cells of which nothing is kept: `onPart` gets them rows by rows as they come; rows
 * that are all blank are left out.
 * @throws ExcelProblem
 */
export async function streamCells(
  sheet: Pick<SheetFrame, 'sheetId' | 'sheetName'>,
  cells: CellRange,
  options: ReadOptions,
  onPart: (part: Grid, rows: { readonly top: number; readonly bottom: number }) => void,
): Promise<void> {
  const frame = bareFrame(sheet, cells);
  const work = readChunks(sheet, cells, options, (chunk) => {
    onPart(gridFromChunks(frame, [chunk]), { top: chunk.top, bottom: chunk.top + chunk.rowCount - 1 });
  });
  await unlessCancelled(work, options.signal);
}

function bareFrame(sheet: Pick<SheetFrame, 'sheetId' | 'sheetName'>, used: CellRange): SheetFrame {
  const { sheetId, sheetName } = sheet;
  return { sheetId, sheetName, used, merges: [], tables: [], hiddenColumns: [], date1904: false };
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
