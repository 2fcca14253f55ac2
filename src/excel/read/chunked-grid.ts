import type { CellContent, CellRange, Grid, GridTable } from '../../sheet';
import { type ChunkColumn, CellKind, type GridChunk } from './grid-chunk';

/** What is known of a sheet besides its cells. Plain data: it goes to a worker before the chunks. */
export interface SheetFrame {
  /** Excel's own id, which outlives renaming and moving. */
  readonly sheetId: string;
  readonly sheetName: string;
  /** The cells that hold anything, 1-based; null for an empty sheet. */
  readonly used: CellRange | null;
  readonly merges: readonly CellRange[];
  readonly tables: readonly GridTable[];
  readonly hiddenColumns: readonly number[];
  readonly date1904: boolean;
}

/**
 * A sheet's grid from the chunks it was read in. Chunks come in the order of their rows; rows between them
 * are blank.
 */
export function gridFromChunks(frame: SheetFrame, chunks: readonly GridChunk[]): Grid {
  const cells = new ChunkedCells(frame.used?.left ?? 1, chunks);
  return {
    sheetName: frame.sheetName,
    rowCount: frame.used?.bottom ?? 0,
    columnCount: frame.used?.right ?? 0,
    content: (row, column) => cells.content(row, column),
    isFormula: (row, column) => cells.isFormula(row, column),
    numberFormat: (row, column) => cells.numberFormat(row, column),
    merges: frame.merges,
    tables: frame.tables,
    hiddenRows: new Set(chunks.flatMap(({ hiddenRows }) => hiddenRows)),
    hiddenColumns: new Set(frame.hiddenColumns),
    date1904: frame.date1904,
  };
}

class ChunkedCells {
  private current: GridChunk | undefined;

  constructor(
    private readonly left: number,
    private readonly chunks: readonly GridChunk[],
  ) {}

  content(row: number, column: number): CellContent {
    const chunk = this.chunkAt(row);
    const cells = chunk?.columns[column - this.left];
    if (chunk === undefined || cells === undefined || cells === null) return null;
    return contentAt(cells, row - chunk.top);
  }

  isFormula(row: number, column: number): boolean {
    const chunk = this.chunkAt(row);
    return chunk?.columns[column - this.left]?.formulas?.[row - chunk.top] === 1;
  }

  numberFormat(row: number, column: number): string | undefined {
    const chunk = this.chunkAt(row);
    const cells = chunk?.columns[column - this.left];
    if (chunk === undefined || cells === undefined || cells === null) return undefined;
    const format = cells.formats[cells.formatAt?.[row - chunk.top] ?? 0];
    return format === 'General' ? undefined : format;
  }

  /** Neighbouring rows are asked for one after the other: mostly it is the chunk of the last time. */
  private chunkAt(row: number): GridChunk | undefined {
    if (this.current !== undefined && holds(this.current, row)) return this.current;
    let [low, high] = [0, this.chunks.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle];
      if (chunk === undefined) return undefined;
      if (holds(chunk, row)) {
        this.current = chunk;
        return chunk;
      }
      if (chunk.top > row) high = middle - 1;
      else low = middle + 1;
    }
    return undefined;
  }
}

function holds({ top, rowCount }: GridChunk, row: number): boolean {
  return row >= top && row < top + rowCount;
}

function contentAt({ kinds, numbers, texts }: ChunkColumn, index: number): CellContent {
  switch (kinds[index]) {
    case CellKind.number:
      return numbers[index] ?? null;
    case CellKind.text:
      return texts[numbers[index] ?? -1] ?? null;
    case CellKind.yes:
      return true;
    case CellKind.no:
      return false;
    case CellKind.error:
      return { error: texts[numbers[index] ?? -1] ?? '#N/A' };
    default:
      return null;
  }
}
