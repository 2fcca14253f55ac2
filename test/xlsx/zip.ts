/** Zip archives for tests, well-formed or not: every field that matters can be set by hand. */
import { deflateSync, strToU8, unzipSync } from 'fflate';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: 'stored' | 'deflated';
  /** Instead of the true values. */
  readonly size?: number;
  readonly crc?: number;
  readonly compressedSize?: number;
  readonly localName?: string;
  readonly localOffset?: number;
  readonly flags?: number;
  readonly methodNumber?: number;
  /** Sizes and offset in a zip64 extra field. */
  readonly zip64?: boolean;
  /** Sizes and checksum after the data, as streaming writers do. */
  readonly descriptor?: boolean;
  /** Bytes of the name instead of UTF-8. */
  readonly nameBytes?: Uint8Array;
}

export interface ZipOptions {
  readonly zip64End?: boolean;
  readonly count?: number;
  readonly comment?: string;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 a byte at a time, written apart from the one under test. */
export function plainCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

class Bytes {
  private readonly pieces: Uint8Array[] = [];
  length = 0;

  add(bytes: Uint8Array): this {
    this.pieces.push(bytes);
    this.length += bytes.length;
    return this;
  }

  u16(value: number): this {
    return this.add(Uint8Array.of(value & 255, (value >>> 8) & 255));
  }

  u32(value: number): this {
    return this.u16(value & 0xffff).u16(value >>> 16);
  }

  u64(value: number): this {
    return this.u32(value).u32(0);
  }

  done(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

const MAX32 = 0xffffffff;

export function zip(parts: readonly ZipPart[], options: ZipOptions = {}): Uint8Array {
  const file = new Bytes();
  const directory = new Bytes();
  for (const part of parts) {
    const content = typeof part.content === 'string' ? strToU8(part.content) : part.content;
    const stored = part.method === 'stored';
    const data = stored ? content : deflateSync(content, { level: 3 });
    const size = part.size ?? content.length;
    const compressedSize = part.compressedSize ?? data.length;
    const crc = part.crc ?? plainCrc(content);
    const name = part.nameBytes ?? strToU8(part.name);
    const localName = part.localName === undefined ? name : strToU8(part.localName);
    const flags = (part.flags ?? 0) | (part.descriptor === true ? 8 : 0);
    const method = part.methodNumber ?? (stored ? 0 : 8);
    const offset = part.localOffset ?? file.length;
    const later = part.descriptor === true;
    file.u32(0x04034b50).u16(20).u16(flags).u16(method).u16(0).u16(0x21);
    file
      .u32(later ? 0 : crc)
      .u32(later ? 0 : compressedSize)
      .u32(later ? 0 : size);
    file.u16(localName.length).u16(0).add(localName).add(data);
    if (later) file.u32(0x08074b50).u32(crc).u32(compressedSize).u32(size);

    const extra =
      part.zip64 === true
        ? new Bytes().u16(1).u16(24).u64(size).u64(compressedSize).u64(offset).done()
        : new Uint8Array(0);
    const wide = part.zip64 === true;
    directory.u32(0x02014b50).u16(45).u16(20).u16(flags).u16(method).u16(0).u16(0x21).u32(crc);
    directory.u32(wide ? MAX32 : compressedSize).u32(wide ? MAX32 : size);
    directory
      .u16(name.length)
      .u16(extra.length)
      .u16(0)
      .u16(0)
      .u16(0)
      .u32(0)
      .u32(wide ? MAX32 : offset);
    directory.add(name).add(extra);
  }
  const start = file.length;
  const count = options.count ?? parts.length;
  file.add(directory.done());
  if (options.zip64End === true) {
    const end64 = file.length;
    file
      .u32(0x06064b50)
      .u64(44)
      .u16(45)
      .u16(45)
      .u32(0)
      .u32(0)
      .u64(count)
      .u64(count)
      .u64(directory.length)
      .u64(start);
    file.u32(0x07064b50).u32(0).u64(end64).u32(1);
  }
  const comment = strToU8(options.comment ?? '');
  const small = options.zip64End !== true;
  file
    .u32(0x06054b50)
    .u16(0)
    .u16(0)
    .u16(small ? count : 0xffff)
    .u16(small ? count : 0xffff);
  file
    .u32(small ? directory.length : MAX32)
    .u32(small ? start : MAX32)
    .u16(comment.length)
    .add(comment);
  return file.done();
}

/** The parts of an archive by name, as another reader sees them. */
export function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/** Each entry of an archive as it lies there, with its header. */
export function rawEntries(file: Uint8Array): Buffer[] {
  const bytes = Buffer.from(file);
  const starts: number[] = [];
  const signature = Buffer.of(0x50, 0x4b, 3, 4);
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) starts.push(at);
  const end = bytes.indexOf(Buffer.of(0x50, 0x4b, 1, 2));
  return starts.map((start, i) => bytes.subarray(start, starts[i + 1] ?? end));
}

/** The parts of one file whose content in another is different, or that are not there. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const later = unzipSync(after);
  return Object.entries(unzipSync(before)).flatMap(([path, content]) => {
    const now = later[path];
    return now !== undefined && Buffer.compare(content, now) === 0 ? [] : [path];
  });
}
