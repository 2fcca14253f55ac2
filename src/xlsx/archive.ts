/**
 * The zip container, read from its central directory: which entries there are, and where each one's
 * bytes lie, so that the writer can copy entries it does not change without unpacking them.
 * Whatever lets two readers see different content is refused: overlaps, twins, lying local headers.
 */
import { atMost, WorkbookError } from './errors';
import { fileKind } from './file-kind';
import { decodeUtf8 } from './utf8';

export interface ArchiveEntry {
  /** As a part path: `/` between folders, none in front. */
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Local header, in the file's bytes. */
  readonly localStart: number;
  readonly dataStart: number;
  /** After the data, a data descriptor and whatever stands before the next entry. */
  readonly localEnd: number;
  /** The record of the central directory. */
  readonly recordStart: number;
  readonly recordEnd: number;
}

export interface Archive {
  readonly bytes: Uint8Array;
  /** In the order of the central directory; folders left out of the lookup but kept here. */
  readonly entries: readonly ArchiveEntry[];
  /** By path, in lower case: Excel does not tell `Sheet1.xml` from `sheet1.xml`. */
  readonly byPath: ReadonlyMap<string, ArchiveEntry>;
}

const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const RECORD_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const RECORD_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_ENTRIES = 65_534;
const U32_MAX = 0xffffffff;

export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL_SIGNATURE) {
    if (bytes.length >= END_SIZE && view.getUint32(0, true) === END_SIGNATURE)
      throw new WorkbookError('not-a-workbook', { found: 'zip' });
    const found = fileKind(bytes);
    if (found === 'encrypted' || found === 'lock-file') throw new WorkbookError(found, {});
    throw new WorkbookError('not-a-workbook', { found });
  }
  const directory = findDirectory(view);
  const records = readRecords(bytes, view, directory);
  const entries = locateData(bytes, view, records, directory.start);
  return { bytes, entries, byPath: indexByPath(entries) };
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function findDirectory(view: DataView): Directory {
  for (let at = view.byteLength - END_SIZE; at >= 0 && at >= view.byteLength - END_SIZE - 0xffff; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const small = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    const { count, size, start } = findDirectory64(view, at) ?? small;
    atMost(MAX_ENTRIES, count, 'parts', 'zip');
    if (start + size > at) throw new WorkbookError('damaged-zip', {});
    return { count, start, end: start + size };
  }
  throw new WorkbookError('truncated', {});
}

function findDirectory64(view: DataView, end: number): { count: number; size: number; start: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE) return null;
  const at = readU64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END64_SIGNATURE)
    throw new WorkbookError('damaged-zip', {});
  return { count: readU64(view, at + 32), size: readU64(view, at + 40), start: readU64(view, at + 48) };
}

/** Sizes and offsets above 2^53 cannot be in a file that fits in memory; they fail the range checks. */
function readU64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 4_294_967_296;
}

type Record = Omit<ArchiveEntry, 'dataStart' | 'localEnd'>;

function readRecords(bytes: Uint8Array, view: DataView, directory: Directory): Record[] {
  const records: Record[] = [];
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + RECORD_SIZE > directory.end || view.getUint32(at, true) !== RECORD_SIGNATURE)
      throw new WorkbookError('damaged-zip', {});
    const nameEnd = at + RECORD_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const recordEnd = extraEnd + view.getUint16(at + 32, true);
    if (recordEnd > directory.end) throw new WorkbookError('damaged-zip', {});
    if (view.getUint16(at + 8, true) & 1) throw new WorkbookError('encrypted', {});
    const wide = {
      size: view.getUint32(at + 24, true),
      compressedSize: view.getUint32(at + 20, true),
      localStart: view.getUint32(at + 42, true),
    };
    widen(view, nameEnd, extraEnd, wide);
    records.push({
      path: partPath(bytes, at + RECORD_SIZE, nameEnd),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...wide,
      recordStart: at,
      recordEnd,
    });
    at = recordEnd;
  }
  return records;
}

/** Where the content of the zip64 extra field of a central record stands. */
export function zip64Field(
  view: DataView,
  extraStart: number,
  extraEnd: number,
): { start: number; end: number } | null {
  for (let at = extraStart; at + 4 <= extraEnd;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) return { start: at + 4, end: Math.min(end, extraEnd) };
    at = end;
  }
  return null;
}

/** The field has only those values that do not fit into their old places. */
function widen(
  view: DataView,
  extraStart: number,
  extraEnd: number,
  wide: { size: number; compressedSize: number; localStart: number },
): void {
  const field = zip64Field(view, extraStart, extraEnd);
  if (field === null) return;
  let at = field.start;
  for (const key of ['size', 'compressedSize', 'localStart'] as const) {
    if (wide[key] !== U32_MAX) continue;
    if (at + 8 > field.end) throw new WorkbookError('damaged-zip', {});
    wide[key] = readU64(view, at);
    at += 8;
  }
}

function partPath(bytes: Uint8Array, start: number, end: number): string {
  let path = decodeUtf8(bytes, start, end);
  // Names in an old code page: parts that Excel knows are plain ASCII, the others only have to stay apart.
  path ??= Array.from(bytes.subarray(start, end), (byte) => String.fromCharCode(byte)).join('');
  path = path.replaceAll('\\', '/').replace(/^\/+/, '');
  if (path.includes('\0') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..'))
    throw new WorkbookError('unsafe-path', { part: path });
  return path;
}

function locateData(
  bytes: Uint8Array,
  view: DataView,
  records: readonly Record[],
  directoryStart: number,
): ArchiveEntry[] {
  const inFile = records
    .map((_, i) => i)
    .toSorted((a, b) => (records[a]?.localStart ?? 0) - (records[b]?.localStart ?? 0));
  const entries: ArchiveEntry[] = [];
  inFile.forEach((index, position) => {
    const record = records[index];
    if (record === undefined) return;
    const next = inFile[position + 1];
    const localEnd = next === undefined ? directoryStart : (records[next]?.localStart ?? directoryStart);
    const dataStart = localDataStart(bytes, view, record, localEnd);
    if (dataStart + record.compressedSize > localEnd) throw new WorkbookError('damaged-zip', {});
    entries[index] = { ...record, dataStart, localEnd };
  });
  return entries;
}

function localDataStart(bytes: Uint8Array, view: DataView, record: Record, limit: number): number {
  const local = record.localStart;
  if (local + LOCAL_SIZE > limit || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    throw new WorkbookError('damaged-zip', {});
  const nameLength = view.getUint16(local + 26, true);
  const sameName =
    nameLength === view.getUint16(record.recordStart + 28, true) &&
    bytes
      .subarray(local + LOCAL_SIZE, local + LOCAL_SIZE + nameLength)
      .every((byte, i) => byte === bytes[record.recordStart + RECORD_SIZE + i]);
  if (!sameName || view.getUint16(local + 8, true) !== record.method)
    throw new WorkbookError('damaged-zip', {});
  return local + LOCAL_SIZE + nameLength + view.getUint16(local + 28, true);
}

function indexByPath(entries: readonly ArchiveEntry[]): Map<string, ArchiveEntry> {
  const byPath = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    if (entry.path.endsWith('/')) continue;
    const key = entry.path.toLowerCase();
    if (byPath.has(key)) throw new WorkbookError('duplicate-part', { part: entry.path });
    byPath.set(key, entry);
  }
  return byPath;
}
