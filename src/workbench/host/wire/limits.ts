/** How much Excel lets through. */

export interface Limits {
  /** Bytes of a request or a response; null for no limit. */
  readonly payloadBytes: number | null;
  /** Cells of one range that are read at once. */
  readonly readCells: number;
  /** What reading more gives: an error, or null instead of the cells. */
  readonly oversizedRead: 'error' | 'null';
  /** Writing into rows of which a filter hides some: in Excel the values land in the wrong rows. */
  readonly filteredWrites: 'misplaced' | 'exact';
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;

export const LIMITS: Readonly<Record<'desktop' | 'web', Limits>> = {
  desktop: {
    payloadBytes: null,
    readCells: 5_000_000,
    oversizedRead: 'error',
    filteredWrites: 'misplaced',
  },
  web: {
    payloadBytes: FIVE_MEGABYTES,
    readCells: 5_000_000,
    oversizedRead: 'error',
    filteredWrites: 'misplaced',
  },
};

/** In UTF-8, as it travels: a Chinese character takes three. Node counts without making the bytes. */
export function bytesOf(text: string): number {
  return typeof Buffer === 'undefined' ? new TextEncoder().encode(text).length : Buffer.byteLength(text);
}
