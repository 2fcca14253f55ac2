/** A third way to read a zip archive, besides that of src/xlsx and of fflate, which knows no zip64 fields. */
import { inflateRawSync } from 'node:zlib';

/** Content by name, as the central directory has them; folders are left out. */
export function unzip(file: Uint8Array): Record<string, Uint8Array> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const wide = bytes.lastIndexOf(Buffer.from('PK\x06\x06', 'latin1'), end);
  const isWide = bytes.readUInt32LE(end + 16) === 0xffffffff && wide >= 0;
  const parts: Record<string, Uint8Array> = {};
  let at = isWide ? Number(bytes.readBigUInt64LE(wide + 48)) : bytes.readUInt32LE(end + 16);
  for (; at < end && bytes.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    const nameEnd = at + 46 + (nameLength ?? 0);
    const extraEnd = nameEnd + (extraLength ?? 0);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    const fields = wideFields(bytes.subarray(nameEnd, extraEnd));
    const [, packed = 0, local = 0] = [24, 20, 42].map((offset) => {
      const value = bytes.readUInt32LE(at + offset);
      return value === 0xffffffff ? (fields.shift() ?? value) : value;
    });
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    if (!/[/\\]$/.test(name)) parts[name] = bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    at = extraEnd + (commentLength ?? 0);
  }
  return parts;
}

/** Sizes and offset of a zip64 extra field, those that are there, in their order. */
function wideFields(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      return Array.from({ length: Math.floor(length / 8) }, (_, i) =>
        Number(extra.readBigUInt64LE(at + 4 + 8 * i)),
      );
    }
    at += 4 + length;
  }
  return [];
}
