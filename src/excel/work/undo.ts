import { addressOf } from '../session/cells';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';
import { setWidth } from './columns-width';
import { copyBack } from './copies';
import { writeNames } from './defined-names';
import {
  type KeptCells,
  type Marker,
  type NameBefore,
  type NoteBefore,
  PLACE_PREFIX,
  type RowsBefore,
  type UndoEntry,
} from './marker';
import { putMarker } from './marker-store';
import { notesOn, putNote } from './notes';
import { findPlaces, type FoundPlace } from './places';
import { rowsDigestNow } from './rows-digest';
import { deleteSheet } from './sheets';
import { shapeTable } from './table-shape';
import { putSetting, removeSettings } from './workbook-settings';

export interface Undone {
  /** Earlier results could not be put back, because the rows beside them are others now: they are gone. */
  readonly lostEarlier: boolean;
}

/**
 * Takes back what a marker noted last, and has the workbook forget it: what was put back is not touched again,
 * for what it was put back from goes with entries noted earlier. May be repeated after it was done in part.
 * @returns the marker with what is left to be taken back
 */
export async function undoLast(marker: Marker, job: JobOptions): Promise<Undone & { readonly left: Marker }> {
  const entry = marker.undo.at(-1);
  const left = { ...marker, undo: marker.undo.slice(0, -1) };
  if (entry === undefined) return { left, lostEarlier: false };
  const isSame = entry.kind !== 'cells' || entry.rows === null || (await areRowsAsBefore(entry.rows, job));
  await run(async (context) => {
    if (entry.kind === 'cells') await putCellsBack(context, entry, isSame);
    else await undoEntry(context, entry);
    putMarker(context, left);
    await context.sync();
  }, job);
  const hadResults = entry.kind === 'blank' && entry.columns.some((column) => column.hadResults);
  return { left, lostEarlier: !isSame || hadResults };
}

async function undoEntry(context: Context, entry: Exclude<UndoEntry, { kind: 'cells' }>): Promise<void> {
  switch (entry.kind) {
    case 'names':
      await putNamesBack(context, entry.names);
      return;
    case 'blank':
      await blank(context, entry);
      return;
    case 'table':
      await putTableBack(context, entry);
      return;
    case 'sheet':
      await removeSheet(context, entry);
      return;
    case 'notes':
      await putNotesBack(context, entry.notes);
      return;
    case 'settings': {
      const gone = entry.values.flatMap(({ key, value }) => (value === null ? [key] : []));
      for (const { key, value } of entry.values) if (value !== null) putSetting(context, key, value);
      await removeSettings(context, gone);
    }
  }
}

/** A name of cells comes back for the cells where they are now; one whose cells are gone does not. */
async function putNamesBack(context: Context, names: readonly NameBefore[]): Promise<void> {
  const places = names.map(({ place }) =>
    context.workbook.names.getItemOrNullObject(PLACE_PREFIX + (place ?? '')).load('formula'),
  );
  await context.sync();
  await writeNames(
    context,
    names.map(({ name, sheet, formula }, index) => {
      const place = places[index];
      if (formula === null || place === undefined || place.isNullObject) return { name, sheet, formula };
      const now = String(place.formula).replace(/^=/, '');
      return { name, sheet, formula: now.includes('#REF!') ? null : now };
    }),
  );
}

async function blank(context: Context, { columns }: UndoEntry & { kind: 'blank' }): Promise<void> {
  const found = await findPlaces(
    context,
    columns.map(({ place }) => place),
  );
  const sources = await copiesAt(
    context,
    columns.map(({ looks }) => looks),
  );
  columns.forEach(({ width }, index) => {
    const place = found[index];
    if (place === undefined || place === null) return;
    place.range.clear();
    const source = sources[index];
    if (source !== undefined && source !== null) {
      place.range.copyFrom(source, Excel.RangeCopyType.formats);
    }
    setWidth(place.range, width);
  });
  await context.sync();
}

/** The cells of copies; null where there is no copy (any more). */
async function copiesAt(
  context: Context,
  copies: readonly (KeptCells | null)[],
): Promise<(Excel.Range | null)[]> {
  const sheets = copies.map((copy) =>
    copy === null ? null : context.workbook.worksheets.getItemOrNullObject(copy.sheet).load('name'),
  );
  await context.sync();
  return copies.map((copy, index) => {
    const sheet = sheets[index];
    if (copy === null || sheet === undefined || sheet === null || sheet.isNullObject) return null;
    return sheet.getRange(addressOf(copy.cells));
  });
}

async function areRowsAsBefore({ places, digest }: RowsBefore, job: JobOptions): Promise<boolean> {
  const found = await run(async (context) => {
    const ranges = await findPlaces(context, places);
    return ranges.map((place) => place && { sheetName: place.sheetName, cells: place.cells });
  }, job);
  const present = found.filter((place) => place !== null);
  const [first] = present;
  if (first === undefined || present.length < places.length) return false;
  const now = await rowsDigestNow(
    first.sheetName,
    present.map(({ cells }) => cells),
    job,
  );
  return now === digest;
}

async function putCellsBack(
  context: Context,
  { copies }: UndoEntry & { kind: 'cells' },
  isSame: boolean,
): Promise<void> {
  const found = await findPlaces(
    context,
    copies.map(({ place }) => place),
  );
  const sources = await copiesAt(
    context,
    copies.map(({ copy }) => copy),
  );
  copies.forEach(({ copy }, index) => {
    const place = found[index];
    const source = sources[index];
    // Without its copy a place was not changed yet, for the copy is made first.
    if (place === undefined || place === null || source === undefined || source === null) return;
    if (isSame) putCopyBack(place, copy.cells, source);
    else place.range.clear();
  });
  await context.sync();
}

function putCopyBack({ range }: FoundPlace, copied: KeptCells['cells'], source: Excel.Range): void {
  range.clear();
  copyOver(range.getCell(0, 0), copied, source);
}

/** Cells are written over; their looks are cleared first, so that cells that had none have none. */
function copyOver(first: Excel.Range, copied: KeptCells['cells'], source: Excel.Range): void {
  const target = first.getResizedRange(copied.bottom - copied.top, copied.right - copied.left);
  target.clear(Excel.ClearApplyTo.formats);
  copyBack(first, copied, source);
}

/** Header cells are written over and never cleared: a blank one would rename its column, and what refers to it. */
async function putTableBack(context: Context, entry: UndoEntry & { kind: 'table' }): Promise<void> {
  const [source = null] = await copiesAt(context, [entry.copy]);
  const table = context.workbook.tables.getItemOrNullObject(entry.table).load('name');
  await context.sync();
  if (source === null || table.isNullObject) return;
  await shapeTable(context, entry.table, entry.shape);
  const first = table.getRange().getCell(0, 0);
  copyOver(first, entry.copy.cells, source);
  const { top, bottom, left, right } = entry.copy.cells;
  if (entry.below > 0) {
    first
      .getOffsetRange(bottom - top + 1, 0)
      .getResizedRange(entry.below - 1, right - left)
      .clear();
  }
  await context.sync();
}

/** A sheet of ours that was added; by its name only where it is still empty. */
async function removeSheet(context: Context, { name, place }: UndoEntry & { kind: 'sheet' }): Promise<void> {
  const [found = null] = await findPlaces(context, [place]);
  if (found !== null) deleteSheet(found.sheet);
  else {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('name');
    const used = sheet.getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    if (!sheet.isNullObject && used.isNullObject) deleteSheet(sheet);
  }
  await context.sync();
}

async function putNotesBack(context: Context, notes: readonly NoteBefore[]): Promise<void> {
  const found = await findPlaces(
    context,
    notes.map(({ place }) => place),
  );
  for (const [index, { text }] of notes.entries()) {
    const place = found[index];
    if (place === undefined || place === null) continue;
    const { top: row, left: column } = place.cells;
    putNote(place.sheet, await notesOn(context, place.sheet), { row, column }, text);
  }
  await context.sync();
}
