import { type GridChunk, gridFromChunks, type SheetFrame } from '../../excel';
import type { Grid } from '../../sheet';

/** The sheets that the page has sent, chunk by chunk. */
export class ReceivedSheets {
  private readonly chunks = new Map<string, GridChunk[]>();
  private readonly grids = new Map<string, Grid>();

  add(key: string, chunk: GridChunk): void {
    const known = this.chunks.get(key);
    if (known === undefined) this.chunks.set(key, [chunk]);
    else known.push(chunk);
  }

  complete(key: string, frame: SheetFrame): void {
    this.grids.set(frame.sheetName, gridFromChunks(frame, this.chunks.get(key) ?? []));
    this.chunks.delete(key);
  }

  grid(sheetName: string): Grid | null {
    return this.grids.get(sheetName) ?? null;
  }
}
