import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { encode, type Encoding } from './encodings';

/** A file as it was read: its bytes, and a name of its content that changes with them. */
export interface Body {
  readonly bytes: Buffer;
  readonly hash: string;
  /** Packed once, then kept. */
  encoded(encoding: Encoding): Promise<Buffer>;
}

/** Files in memory, read anew when they change on disk. A site has a few dozen, and they are small. */
export class Bodies {
  readonly #kept = new Map<string, { readonly stamp: string; readonly body: Promise<Body> }>();

  async of(file: string): Promise<Body> {
    const { mtimeMs, size } = await stat(file);
    const stamp = `${mtimeMs} ${size}`;
    const known = this.#kept.get(file);
    if (known?.stamp === stamp) return known.body;
    const body = read(file);
    this.#kept.set(file, { stamp, body });
    return body;
  }
}

async function read(file: string): Promise<Body> {
  const bytes = await readFile(file);
  const packed = new Map<Encoding, Promise<Buffer>>();
  return {
    bytes,
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    async encoded(encoding) {
      const made = packed.get(encoding) ?? encode(bytes, encoding);
      packed.set(encoding, made);
      return made;
    },
  };
}
