/**
 * Unpacks one zip entry, whole or piece by piece, never beyond the size the file declares, which is
 * checked against the limits first: a zip bomb has to declare itself or is caught as damage.
 */
import { Inflate, inflateSync } from 'fflate';
import type { Archive, ArchiveEntry } from './archive';
import { crc32 } from './crc32';
import { WorkbookError } from './errors';
import type { ReadLimits } from './types';

/** Of text a million rows of long names and addresses have a third of what is allowed. */
export const DEFAULT_LIMITS: ReadLimits = {
  partBytes: 1_073_741_824,
  totalBytes: 4_294_967_296,
  characters: 150_000_000,
};

/** Real sheets reach about 60:1 (empty styled cells); deflate itself ends at 1032:1. */
const MAX_RATIO = 250;
const RATIO_FREE_BYTES = 33_554_432;
const STORED = 0;
const DEFLATED = 8;
/** Compressed bytes a step: at most about 16 MB unpacked at once. */
const STEP = 16_384;

export function checkSizes(archive: Archive, limits: ReadLimits): void {
  const total = archive.entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.totalBytes)
    throw new WorkbookError('too-large', { part: 'zip', bytes: total, limit: limits.totalBytes });
}

function checkEntry(entry: ArchiveEntry, limits: ReadLimits): void {
  if (entry.size > limits.partBytes)
    throw new WorkbookError('too-large', { part: entry.path, bytes: entry.size, limit: limits.partBytes });
  const ratio = entry.size / Math.max(entry.compressedSize, 1);
  if (entry.size > RATIO_FREE_BYTES && ratio > MAX_RATIO)
    throw new WorkbookError('suspicious-compression', { part: entry.path, ratio });
  const stored = entry.method === STORED && entry.size === entry.compressedSize;
  if (!stored && entry.method !== DEFLATED) throw damaged(entry);
}

function damaged(entry: ArchiveEntry): WorkbookError {
  return new WorkbookError('damaged-part', { part: entry.path });
}

function compressed(archive: Archive, entry: ArchiveEntry): Uint8Array {
  return archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
}

/** The whole entry. */
export function unpack(archive: Archive, entry: ArchiveEntry, limits: ReadLimits): Uint8Array {
  checkEntry(entry, limits);
  let bytes = compressed(archive, entry);
  if (entry.method === DEFLATED) {
    try {
      bytes = inflateSync(bytes, { out: new Uint8Array(entry.size) });
    } catch {
      throw damaged(entry);
    }
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged(entry);
  return bytes;
}

/** Gives the entry in pieces, one a call, then null; each piece may be overwritten by the next call. */
export function unpackInPieces(
  archive: Archive,
  entry: ArchiveEntry,
  limits: ReadLimits,
): () => Uint8Array | null {
  checkEntry(entry, limits);
  const data = compressed(archive, entry);
  let at = 0;
  let given = 0;
  let crc = 0;
  let pending: Uint8Array[] = [];
  const inflater = entry.method === DEFLATED ? new Inflate((piece) => pending.push(piece)) : null;

  function step(): void {
    const next = data.subarray(at, at + STEP);
    at += next.length;
    if (inflater === null) {
      pending.push(next);
      return;
    }
    try {
      inflater.push(next, at >= data.length);
    } catch {
      throw damaged(entry);
    }
  }

  return () => {
    while (pending.length === 0 && at < data.length) {
      step();
      pending = pending.filter((piece) => piece.length > 0);
    }
    const piece = pending.shift();
    if (piece === undefined) {
      if (given !== entry.size || crc !== entry.crc) throw damaged(entry);
      return null;
    }
    given += piece.length;
    if (given > entry.size) throw damaged(entry);
    crc = crc32(piece, crc);
    return piece;
  };
}
