import { type GridChunk, gridFromChunks, type SheetFrame } from '../../excel';
import type { Grid } from '../../sheet';

/** The sheets that the page has sent, chunk by chunk. */
export class ReceivedSheets {
  private readonly chunks = new Map<string, GridChunk[]>();
  private readonly grids = new Map<string, Grid>();

  add(sheetId: string, chunk: GridChunk): void {
    const known = this.chunks.get(sheetId);
    if (known === undefined) this.chunks.set(sheetId, [chunk]);
    else known.push(chunk);
  }

  complete(frame: SheetFrame): void {
    this.grids.set(frame.sheetName, gridFromChunks(frame, this.chunks.get(frame.sheetId) ?? []));
    this.chunks.delete(frame.sheetId);
  }

  grid(sheetName: string): Grid | null {
    return this.grids.get(sheetName) ?? null;
  }
}
