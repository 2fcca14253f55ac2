/**
 * A small part as a tree that remembers where each element and attribute stands, so that the writer
 * can splice text in without serialising the part anew. Sheets and shared strings are read as
 * streams instead.
 */
import { ByteWindow } from './byte-window';
import { atMost, WorkbookError } from './errors';
import type { Namespace } from './xml-names';
import { XmlReader } from './xml-reader';

export interface XmlElement {
  readonly namespace: Namespace;
  readonly local: string;
  readonly prefix: string;
  /** By name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By namespace and local name, for those with a prefix (`r:id`). */
  attributeIn(namespace: Namespace, local: string): string | undefined;
  readonly children: readonly XmlElement[];
  /** Text directly inside. */
  readonly text: string;
  /** Byte positions: the whole element, and what is between its tags (both after `<x/>` for an empty tag). */
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly isEmptyTag: boolean;
}

export interface XmlTree {
  readonly part: string;
  /** UTF-8; positions of elements count in these. */
  readonly bytes: Uint8Array;
  readonly root: XmlElement;
  /** A byte order mark to keep in front. */
  readonly mark: Uint8Array;
  /** The prefix, with its colon, by which the root's scope knows the namespace; null if it does not. */
  prefixFor(namespace: Namespace): string | null;
}

const MAX_ELEMENTS = 1_000_000;
const MAX_BYTES = 134_217_728;

export function parseTree(
  part: string,
  bytes: Uint8Array,
  rootNamespace: Namespace,
  rootName: string,
): XmlTree {
  if (bytes.length > MAX_BYTES) {
    throw new WorkbookError('too-large', { part, bytes: bytes.length, limit: MAX_BYTES });
  }
  const reader = new XmlReader(ByteWindow.overWhole(part, bytes));
  reader.openRoot(rootNamespace, rootName);
  const prefixes = new Map<Namespace, string>();
  let elements = 0;

  function element(): XmlElement {
    atMost(MAX_ELEMENTS, ++elements, 'elements', part);
    const { namespace, local, prefix, isEmptyTag, tokenStart: start, tokenEnd: innerStart } = reader;
    const { plain, qualified } = reader.attributes();
    const children: XmlElement[] = [];
    let text = '';
    for (let token = reader.next(); token !== 'close'; token = reader.next()) {
      if (token === 'open') children.push(element());
      else text += reader.tokenText();
    }
    return {
      namespace,
      local,
      prefix,
      attributes: plain,
      attributeIn: (wanted, name) =>
        qualified.find((attribute) => attribute.namespace === wanted && attribute.local === name)?.value,
      children,
      text,
      start,
      end: reader.tokenEnd,
      innerStart,
      innerEnd: reader.tokenStart,
      isEmptyTag,
    };
  }

  for (const [prefix, known] of reader.scope.inForce())
    prefixes.set(known, prefix === '' ? '' : `${prefix}:`);
  const root = element();
  while (reader.next() !== 'end');
  return {
    part,
    bytes: reader.window.bytes,
    root,
    mark: reader.window.mark,
    prefixFor: (wanted) => prefixes.get(wanted) ?? null,
  };
}

export function child(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find(
    (candidate) => candidate.local === local && candidate.namespace === element.namespace,
  );
}

export function childrenOf(element: XmlElement | undefined, local: string): XmlElement[] {
  return (
    element?.children.filter(
      (candidate) => candidate.local === local && candidate.namespace === element.namespace,
    ) ?? []
  );
}
