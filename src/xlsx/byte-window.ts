/**
 * A part's bytes as the XML reader walks over them: the whole part at once, or a window that slides
 * over a part unpacked piece by piece. UTF-16 becomes UTF-8 here, and a byte order mark is dropped.
 */
import { WorkbookError } from './errors';
import { encodeUtf8 } from './utf8';

export class ByteWindow {
  /** Line feeds before `bytes[0]`. */
  private linesBefore = 0;

  private constructor(
    readonly part: string,
    /** What there is to see; `length` of it is filled. */
    public bytes: Uint8Array,
    public length: number,
    private readonly nextPiece: () => Uint8Array | null,
    /** The byte order mark that stood before the text, or nothing. */
    readonly mark: Uint8Array,
  ) {}

  static overWhole(part: string, bytes: Uint8Array): ByteWindow {
    const text = asUtf8(part, bytes);
    return new ByteWindow(part, text, text.length, () => null, markOf(bytes));
  }

  static overPieces(part: string, nextPiece: () => Uint8Array | null): ByteWindow {
    // A copy: the window is written over as it slides, and a piece may lie in the file itself.
    let first: Uint8Array = (nextPiece() ?? new Uint8Array(0)).slice();
    while (first.length < 4) {
      const more = nextPiece();
      if (more === null) break;
      first = concatenate([first, more]);
    }
    if (utf16Order(first) !== null) {
      const pieces = [first];
      for (let piece = nextPiece(); piece !== null; piece = nextPiece()) pieces.push(piece.slice());
      return ByteWindow.overWhole(part, concatenate(pieces));
    }
    const text = asUtf8(part, first);
    return new ByteWindow(part, text, text.length, nextPiece, markOf(first));
  }

  /** Slides so that `from` comes to stand at 0 and more follows; false at the end of the part. */
  slide(from: number): boolean {
    const kept = this.length - from;
    if (kept > MAX_TOKEN) {
      throw new WorkbookError('xml', { part: this.part, line: this.lineAt(from), problem: 'too-long' });
    }
    const piece = this.nextPiece();
    if (piece === null) return false;
    this.linesBefore = this.lineAt(from) - 1;
    if (kept + piece.length > this.bytes.length) {
      const wider = new Uint8Array(Math.max(2 * kept, 65_536) + piece.length);
      wider.set(this.bytes.subarray(from, this.length));
      this.bytes = wider;
    } else {
      this.bytes.copyWithin(0, from, this.length);
    }
    this.bytes.set(piece, kept);
    this.length = kept + piece.length;
    return true;
  }

  /** Line of a position in the window, from 1. */
  lineAt(position: number): number {
    let lines = this.linesBefore + 1;
    for (let at = this.bytes.indexOf(10); at >= 0 && at < position; at = this.bytes.indexOf(10, at + 1))
      lines++;
    return lines;
  }
}

/** Longest tag or text; a cell's text has at most 32,767 characters. */
const MAX_TOKEN = 16_777_216;

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** By byte order mark, or by the zero beside the first `<`. */
function utf16Order(bytes: Uint8Array): 'little' | 'big' | null {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'little';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'big';
  return null;
}

/** Only that of UTF-8: UTF-16 is not passed on. */
function markOf(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.slice(0, 3) : new Uint8Array(0);
}

function asUtf8(part: string, bytes: Uint8Array): Uint8Array {
  const order = utf16Order(bytes);
  if (order === null) return bytes.subarray(markOf(bytes).length);
  if (bytes.length % 2 !== 0) throw new WorkbookError('xml', { part, line: 1, problem: 'bad-text' });
  const high = order === 'big' ? 0 : 1;
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0);
    if (at > 0 || unit !== 0xfeff) text += String.fromCharCode(unit);
  }
  return encodeUtf8(text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])utf-16[a-z]*/i, '$1UTF-8'));
}
