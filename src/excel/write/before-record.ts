import type { ColumnWidth, KeptCells } from '../work/marker';

/**
 * What stood where our columns are, by the hidden names of the columns: for taking them back weeks later.
 * Kept in the workbook's settings as JSON.
 */
export type BeforeRecord = Readonly<Record<string, Before>>;

export interface Before {
  readonly width: ColumnWidth;
  /** A hidden sheet with the looks that the blank cells had. */
  readonly looks: KeptCells | null;
}

export function printBefore(record: BeforeRecord): string {
  return JSON.stringify(record);
}

/** What cannot be read is left out: widths then become the standard ones. */
export function parseBefore(value: unknown): BeforeRecord {
  if (typeof value !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(value);
    if (!isRecord(parsed)) return {};
    const known = Object.entries(parsed).filter((entry): entry is [string, Before] => isBefore(entry[1]));
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

function isBefore(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { width, looks } = value;
  return (typeof width === 'number' || width === 'standard') && (looks === null || isRecord(looks));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
