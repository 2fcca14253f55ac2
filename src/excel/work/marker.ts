import type { CellRange } from '../../sheet';

/**
 * The write-ahead marker: before anything is written, the workbook is told what is about to be written and
 * how to take it back. Whoever opens the workbook after a crash finds it, wherever and whenever that is.
 *
 * Places are told by hidden names (`_SUBSIDY.work.1` …), not by addresses: they stay true when somebody
 * inserts rows or columns before the work is taken back. The text is versioned and checked when it is read.
 */
export interface Marker {
  readonly version: 1;
  readonly id: string;
  readonly kind: WorkKind;
  /** ISO time. */
  readonly started: string;
  /** In the order in which it was noted; taken back in reverse. Empty for work that is only ever finished. */
  readonly undo: readonly UndoEntry[];
  /** What was asked for, for work that is finished rather than taken back. */
  readonly request: TakeBackRequest | null;
}

/** What is to be taken back, by hidden names: decided once, so that it can be finished without asking again. */
export interface TakeBackRequest {
  /** Columns to clear. */
  readonly columns: readonly string[];
  /** Sheets to remove. */
  readonly sheets: readonly string[];
  /** Names to drop: those of columns and sheets above, and of what stays as the user's own. */
  readonly names: readonly string[];
  /** Settings, corrections and scenario go too. */
  readonly withState: boolean;
}

/** Evaluation is taken back when it stops; taking back and handing over are finished. */
export type WorkKind = 'annotate' | 'takeBack' | 'handOver';

/** Name of a place: what follows `_SUBSIDY.work.`. */
export type PlaceName = string;

export type UndoEntry =
  | { readonly kind: 'names'; readonly names: readonly NameBefore[] }
  | { readonly kind: 'blank'; readonly columns: readonly BlankColumn[] }
  | { readonly kind: 'cells'; readonly copies: readonly CopiedCells[]; readonly rows: RowsBefore | null }
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly shape: TableShape;
      /** Its cells, header row and totals included. */
      readonly copy: KeptCells;
      /** Rows below it that were blank and are written. */
      readonly below: number;
    }
  | { readonly kind: 'sheet'; readonly name: string; readonly place: PlaceName }
  | { readonly kind: 'notes'; readonly notes: readonly NoteBefore[] }
  | { readonly kind: 'settings'; readonly values: readonly SettingBefore[] };

export interface NameBefore {
  readonly name: string;
  /** The sheet it belongs to; null for the workbook. */
  readonly sheet: string | null;
  /** Without `=`; null where there was none. */
  readonly formula: string | null;
  /** A second name for the same cells, which tells where they are when it is taken back; null for no cells. */
  readonly place: PlaceName | null;
}

/** Cells of a column that were blank. */
export interface BlankColumn {
  readonly place: PlaceName;
  readonly width: ColumnWidth;
  /** Where their looks are kept, if they had any: a sheet and cells there. */
  readonly looks: KeptCells | null;
  /** Results of ours stood there of which no copy could be made: they are lost when this is taken back. */
  readonly hadResults: boolean;
}
export type ColumnWidth = number | 'standard';

/**
 * Cells that held something, with a copy of contents and looks on a hidden sheet. The place may be larger
 * than the copy, which then stands at its beginning: the rest was blank.
 */
export interface CopiedCells {
  readonly place: PlaceName;
  readonly copy: KeptCells;
}
export interface KeptCells {
  readonly sheet: string;
  readonly cells: CellRange;
}

/** The rows that copied cells belong to: put back only beside the same enterprises. */
export interface RowsBefore {
  readonly places: readonly PlaceName[];
  readonly digest: string;
}

export interface NoteBefore {
  readonly place: PlaceName;
  readonly text: string | null;
}

/** Columns and rows of a table. */
export interface TableShape {
  /** In their order. */
  readonly headers: readonly string[];
  /** Without headers and totals. */
  readonly rows: number;
  readonly totals: boolean;
}

export interface SettingBefore {
  readonly key: string;
  /** null where there was none. */
  readonly value: string | null;
}

export const PLACE_PREFIX = '_SUBSIDY.work.';
/** Sheets that hold copies while work is under way. */
export const COPY_PREFIX = '_SUBSIDY.copy.';

export function printMarker(marker: Marker): string {
  return JSON.stringify(marker);
}

/** @returns null for anything but a marker of this version */
export function parseMarker(value: unknown): Marker | null {
  if (typeof value !== 'string') return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return null;
  }
  return isMarker(parsed) ? parsed : null;
}

function isMarker(value: unknown): value is Marker {
  if (!isRecord(value)) return false;
  const { version, id, kind, started, undo, request } = value;
  return (
    version === 1 &&
    typeof id === 'string' &&
    (kind === 'annotate' || kind === 'takeBack' || kind === 'handOver') &&
    typeof started === 'string' &&
    Array.isArray(undo) &&
    undo.every(isUndoEntry) &&
    (request === null || isRecord(request))
  );
}

const LISTS: Readonly<Record<UndoEntry['kind'], string>> = {
  names: 'names',
  blank: 'columns',
  cells: 'copies',
  table: 'table',
  sheet: 'name',
  notes: 'notes',
  settings: 'values',
};

/** What we wrote ourselves is looked at only as far as a damaged or foreign text could break the taking back. */
function isUndoEntry(value: unknown): value is UndoEntry {
  if (!isRecord(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(LISTS, value['kind']))
    return false;
  const kind = value['kind'] as UndoEntry['kind'];
  const list = value[LISTS[kind]];
  return kind === 'sheet' || kind === 'table' ? typeof list === 'string' : Array.isArray(list);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
