/**
 * The zip container, written: entries that did not change are copied with their local headers and
 * compressed bytes, changed ones take the place of the old, new ones come last.
 */
import { zip64Field } from '../archive';
import type { Archive, ArchiveEntry } from '../archive';
import { encodeUtf8 } from '../utf8';
import type { PackedPart } from './part-sink';

const LOCAL_SIGNATURE = 0x04034b50;
const RECORD_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const U32_MAX = 0xffffffff;
/** 1980-01-01 00:00, so that the same edits give the same bytes. */
const DATE = 0x0021;
const VERSION = 20;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;

/** @param changes by path as the archive has it: the new content, or null for a part to leave out */
export function writeArchive(archive: Archive, changes: ReadonlyMap<string, PackedPart | null>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  const push = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  const pushPart = (path: string, part: PackedPart): void => {
    records.push(header(path, part, at));
    push(header(path, part, null));
    part.deflated.forEach(push);
  };

  const inFile = archive.entries.toSorted((a, b) => a.localStart - b.localStart);
  for (const entry of inFile) {
    const change = changes.get(entry.path);
    if (change === undefined) {
      records.push(movedRecord(archive, entry, at));
      push(archive.bytes.subarray(entry.localStart, entry.localEnd));
    } else if (change !== null) {
      pushPart(entry.path, change);
    }
  }
  const old = new Set(archive.entries.map((entry) => entry.path));
  for (const [path, part] of changes) if (!old.has(path) && part !== null) pushPart(path, part);

  const directoryStart = at;
  records.forEach(push);
  push(endRecord(records.length, directoryStart, at - directoryStart));
  return join(pieces, at);
}

/** Local header (`offset` null) or record of the central directory. */
function header(path: string, part: PackedPart, offset: number | null): Uint8Array {
  const name = encodeUtf8(path);
  const fixed = offset === null ? 30 : 46;
  const bytes = new Uint8Array(fixed + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, offset === null ? LOCAL_SIGNATURE : RECORD_SIGNATURE, true);
  const shift = offset === null ? 0 : 2;
  if (offset !== null) view.setUint16(4, VERSION, true);
  view.setUint16(4 + shift, VERSION, true);
  view.setUint16(6 + shift, name.length === path.length ? 0 : UTF8_NAME, true);
  view.setUint16(8 + shift, DEFLATED, true);
  view.setUint16(12 + shift, DATE, true);
  view.setUint32(14 + shift, part.crc, true);
  view.setUint32(
    18 + shift,
    part.deflated.reduce((sum, piece) => sum + piece.length, 0),
    true,
  );
  view.setUint32(22 + shift, part.size, true);
  view.setUint16(26 + shift, name.length, true);
  if (offset !== null) view.setUint32(42, offset, true);
  bytes.set(name, fixed);
  return bytes;
}

function movedRecord(archive: Archive, entry: ArchiveEntry, offset: number): Uint8Array {
  const record = archive.bytes.slice(entry.recordStart, entry.recordEnd);
  const view = new DataView(record.buffer);
  if (view.getUint32(42, true) !== U32_MAX) {
    view.setUint32(42, offset, true);
    return record;
  }
  const extraStart = 46 + view.getUint16(28, true);
  let field = zip64Field(view, extraStart, extraStart + view.getUint16(30, true))?.start ?? 0;
  for (const size of [24, 20]) if (view.getUint32(size, true) === U32_MAX) field += 8;
  view.setUint32(field, offset, true);
  view.setUint32(field + 4, 0, true);
  return record;
}

function endRecord(count: number, start: number, size: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END_SIGNATURE, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return bytes;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
