/**
 * Names of elements and attributes, kept once each so that the reader compares and resolves them
 * without making strings, and the namespaces they stand for: Transitional and Strict are one to us.
 */
import { atMost } from './errors';
import { decodeUtf8 } from './utf8';

/** The namespaces this room looks into; any other is its URI. */
export type Namespace = string;

export const MAIN: Namespace = 'main';
export const RELATIONSHIPS: Namespace = 'relationships';
export const PACKAGE_RELATIONSHIPS: Namespace =
  'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES: Namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';

export const STRICT_MAIN_URI = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const MAIN_URI = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT_RELATIONSHIPS_URI = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
export const RELATIONSHIPS_URI = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Markup compatibility: content for readers that know more, and for those that do not. */
export const COMPATIBILITY_URI = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/**
 * Whether an element's children count as if they stood in its place. Of the alternatives of one item we read the
 * fallback, as every reader does that does not know the extension: a list whose items are known by their number
 * has the right numbers only then.
 */
export function isFallbackPath({
  namespace,
  local,
}: {
  readonly namespace: Namespace;
  readonly local: string;
}): boolean {
  return namespace === COMPATIBILITY_URI && (local === 'AlternateContent' || local === 'Fallback');
}

const ALIASES = new Map<string, Namespace>([
  [MAIN_URI, MAIN],
  [STRICT_MAIN_URI, MAIN],
  [RELATIONSHIPS_URI, RELATIONSHIPS],
  [STRICT_RELATIONSHIPS_URI, RELATIONSHIPS],
]);

export function namespaceOf(uri: string): Namespace {
  return ALIASES.get(uri) ?? uri;
}

export interface XmlName {
  readonly qualified: string;
  readonly prefix: string;
  readonly local: string;
  readonly bytes: Uint8Array;
  /** The namespace as an element's name, resolved for one state of the declarations in force. */
  resolvedFor: number;
  namespace: Namespace;
}

/** Taken out of Math once: this runs for every name in a sheet. */
const { imul } = Math;
const MAX_NAMES = 20_000;
/** Names of one hash: more of them only a file made to be slow has. */
const MAX_ALIKE = 16;
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*(:[\p{L}_][\p{L}\p{N}\p{M}_.·-]*)?$/u;

export class NameTable {
  private readonly byHash = new Map<number, XmlName[]>();
  private size = 0;

  /** The name that stands at `bytes[start, end)`; null if it is none. */
  at(part: string, bytes: Uint8Array, start: number, end: number): XmlName | null {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (imul(hash, 31) + (bytes[i] ?? 0)) | 0;
    const sameHash = this.byHash.get(hash);
    if (sameHash !== undefined) {
      for (const name of sameHash) if (isAt(name.bytes, bytes, start, end)) return name;
    }
    const qualified = decodeUtf8(bytes, start, end);
    if (qualified === null || !NAME.test(qualified)) return null;
    atMost(MAX_NAMES, ++this.size, 'names', part);
    atMost(MAX_ALIKE, (sameHash?.length ?? 0) + 1, 'names', part);
    const colon = qualified.indexOf(':');
    const name: XmlName = {
      qualified,
      prefix: colon < 0 ? '' : qualified.slice(0, colon),
      local: qualified.slice(colon + 1),
      bytes: bytes.slice(start, end),
      resolvedFor: -1,
      namespace: '',
    };
    if (sameHash === undefined) this.byHash.set(hash, [name]);
    else sameHash.push(name);
    return name;
  }
}

function isAt(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
  return true;
}

interface Declaration {
  readonly prefix: string;
  readonly namespace: Namespace;
  readonly depth: number;
}

/** The declarations in force; `state` changes with them, so that names can remember what they resolved to. */
export class NamespaceScope {
  private readonly declarations: Declaration[] = [];
  private states = 0;
  state = 0;

  declare(prefix: string, uri: string, depth: number): void {
    this.declarations.push({ prefix, namespace: namespaceOf(uri), depth });
    this.state = ++this.states;
  }

  leave(depth: number): void {
    let last = this.declarations.at(-1);
    while (last !== undefined && last.depth >= depth) {
      this.declarations.pop();
      this.state = ++this.states;
      last = this.declarations.at(-1);
    }
  }

  /** null for a prefix that is not declared. */
  find(prefix: string): Namespace | null {
    for (let i = this.declarations.length - 1; i >= 0; i--) {
      const declaration = this.declarations[i];
      if (declaration?.prefix === prefix) return declaration.namespace;
    }
    return prefix === '' ? '' : prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : null;
  }

  /** Prefix and namespace of each, outer ones first. */
  inForce(): [string, Namespace][] {
    return this.declarations.map(({ prefix, namespace }) => [prefix, namespace]);
  }
}
