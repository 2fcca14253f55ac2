/** How much one request may carry, and for how long one may take. */
export interface ChunkBounds {
  /** Aimed at; the web refuses 5 MB, and one task of ours shall not take longer than 100 ms. */
  readonly bytes: number;
  readonly cells: number;
  readonly rows: number;
  /** Aimed at, so that a cancelled operation ends within half a second. */
  readonly milliseconds: number;
}

export const CHUNK_BOUNDS: ChunkBounds = {
  bytes: 1_000_000,
  cells: 100_000,
  rows: 10_000,
  milliseconds: 250,
};

/** Cells of the first chunk, of which nothing is known yet. */
const FIRST_CELLS = 4_000;
const GROWTH = 4;
/** Rows to come may be longer than those seen. */
const RESERVE = 1.5;

/** What a chunk turned out to be. */
export interface ChunkMeasure {
  readonly rows: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** How many rows the next chunk takes: learnt from the chunks before, halved where Excel finds one too large. */
export class ChunkSize {
  private next: number;
  private readonly first: number;
  /** Milliseconds that a row took in the quickest chunk. */
  private quickest = Infinity;
  /** Requests cost much besides their rows, such as calculating formulas anew: smaller ones only add to that. */
  private isFixedCost = false;
  /** Excel found this many too many. */
  private tooMany = Infinity;
  private readonly most: number;

  constructor(
    width: number,
    private readonly bounds: ChunkBounds = CHUNK_BOUNDS,
  ) {
    const columns = Math.max(1, width);
    this.most = Math.max(1, Math.min(bounds.rows, Math.floor(bounds.cells / columns)));
    this.first = Math.max(1, Math.min(this.most, Math.floor(FIRST_CELLS / columns)));
    this.next = this.first;
  }

  get rows(): number {
    return this.next;
  }

  learn({ rows, bytes, milliseconds }: ChunkMeasure): void {
    const perRow = Math.max(1, bytes / rows);
    const byBytes = this.bounds.bytes / (perRow * RESERVE);
    const eachRow = Math.max(1, milliseconds) / rows;
    this.isFixedCost ||= rows < this.first && eachRow > 2 * this.quickest;
    this.quickest = Math.min(this.quickest, eachRow);
    const byTime = Math.max(this.bounds.milliseconds / eachRow, this.isFixedCost ? this.first : 0);
    const wanted = Math.min(byBytes, byTime, rows * GROWTH, this.most, this.tooMany - 1);
    this.next = Math.max(1, Math.floor(wanted));
  }

  /** @returns false when a single row is too large */
  halve(): boolean {
    if (this.next === 1) return false;
    this.tooMany = this.next;
    this.next = Math.floor(this.next / 2);
    return true;
  }
}

/** Bytes of a text in UTF-8, as requests and responses carry it: a Chinese character takes three. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Both halves of a pair count two: four together.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** Quotation marks and the comma after. */
const PUNCTUATION = 3;
const LONGEST_NUMBER = 24;

/** About the bytes of a cell in JSON, rather too many. */
export function cellBytes(value: unknown): number {
  return (typeof value === 'string' ? utf8Bytes(value) : LONGEST_NUMBER) + PUNCTUATION;
}
