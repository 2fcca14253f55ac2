/** The checksum of zip entries (CRC-32, reflected polynomial EDB88320), eight bytes a step. */

const TABLES = Array.from({ length: 8 }, () => new Int32Array(256));

function table(k: number): Int32Array {
  return TABLES[k] ?? new Int32Array(256);
}

for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ -306674912 : c >>> 1;
  table(0)[n] = c;
}
for (let k = 1; k < 8; k++) {
  for (let n = 0; n < 256; n++) {
    const before = table(k - 1)[n] ?? 0;
    table(k)[n] = (before >>> 8) ^ (table(0)[before & 255] ?? 0);
  }
}
const [T0, T1, T2, T3, T4, T5, T6, T7] = [
  table(0),
  table(1),
  table(2),
  table(3),
  table(4),
  table(5),
  table(6),
  table(7),
];

/** Continues from `crc` (0 to begin with); unsigned. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  let c = ~crc;
  let i = 0;
  const eights = bytes.length - 7;
  for (; i < eights; i += 8) {
    const a =
      c ^
      ((bytes[i] ?? 0) |
        ((bytes[i + 1] ?? 0) << 8) |
        ((bytes[i + 2] ?? 0) << 16) |
        ((bytes[i + 3] ?? 0) << 24));
    c =
      (T7[a & 255] ?? 0) ^
      (T6[(a >>> 8) & 255] ?? 0) ^
      (T5[(a >>> 16) & 255] ?? 0) ^
      (T4[a >>> 24] ?? 0) ^
      (T3[bytes[i + 4] ?? 0] ?? 0) ^
      (T2[bytes[i + 5] ?? 0] ?? 0) ^
      (T1[bytes[i + 6] ?? 0] ?? 0) ^
      (T0[bytes[i + 7] ?? 0] ?? 0);
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ (T0[(c ^ (bytes[i] ?? 0)) & 255] ?? 0);
  return ~c >>> 0;
}
