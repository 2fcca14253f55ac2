/**
 * UTF-8 in and out of byte arrays, strictly: a malformed sequence is null, never a replacement
 * character. (The language itself has no codec; TextDecoder belongs to the host.)
 */

const PIECE = 4096;
const units = new Uint16Array(PIECE);

/** Text of `bytes[start, end)`; null where it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | null {
  let text = '';
  let filled = 0;
  let at = start;
  while (at < end) {
    const lead = bytes[at++] ?? 0;
    if (lead < 0x80) {
      units[filled++] = lead;
    } else {
      const extra = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
      if (lead < 0xc2 || lead > 0xf4 || at + extra > end) return null;
      let point = lead & (0x3f >> extra);
      for (let i = 0; i < extra; i++) {
        const next = bytes[at++] ?? 0;
        if ((next & 0xc0) !== 0x80) return null;
        point = (point << 6) | (next & 0x3f);
      }
      if (extra === 2 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) return null;
      if (extra === 3) {
        if (point < 0x10000 || point > 0x10ffff) return null;
        units[filled++] = 0xd7c0 + (point >> 10);
        point = 0xdc00 + (point & 0x3ff);
      }
      units[filled++] = point;
    }
    if (filled >= PIECE - 2) {
      text += fromUnits(filled);
      filled = 0;
    }
  }
  return filled === 0 ? text : text + fromUnits(filled);
}

function fromUnits(filled: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, filled) as unknown as number[]);
}

/** Bytes of `text`; lone surrogates, which UTF-8 cannot hold, become U+FFFD (XML text escapes them before). */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, encodeUtf8Into(text, bytes, 0));
}

/** Writes `text[start, end)` at `at`, where 3 bytes per UTF-16 unit must be free; the position after it. */
export function encodeUtf8Into(
  text: string,
  into: Uint8Array,
  at: number,
  start = 0,
  end = text.length,
): number {
  for (let i = start; i < end; i++) {
    let point = text.charCodeAt(i);
    if (point < 0x80) {
      into[at++] = point;
      continue;
    }
    if (point >= 0xd800 && point <= 0xdfff) {
      const low = point < 0xdc00 ? text.charCodeAt(i + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        i++;
      } else {
        point = 0xfffd;
      }
    }
    if (point < 0x800) {
      into[at++] = 0xc0 | (point >> 6);
    } else {
      if (point < 0x10000) {
        into[at++] = 0xe0 | (point >> 12);
      } else {
        into[at++] = 0xf0 | (point >> 18);
        into[at++] = 0x80 | ((point >> 12) & 0x3f);
      }
      into[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    into[at++] = 0x80 | (point & 0x3f);
  }
  return at;
}
