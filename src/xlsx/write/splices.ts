/** Changes to the text of a part: what lies between them stays byte for byte. */
import { decodeUtf8, encodeUtf8 } from '../utf8';
import { escapeAttribute } from '../xml-text';
import type { XmlElement, XmlTree } from '../xml-tree';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class Splices {
  private readonly list: Splice[] = [];
  private readonly appended = new Map<XmlElement, string>();

  constructor(private readonly tree: XmlTree) {}

  get isEmpty(): boolean {
    return this.list.length === 0 && this.appended.size === 0;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  remove(element: XmlElement): void {
    this.replace(element.start, element.end, '');
  }

  source(start: number, end: number): string {
    return decodeUtf8(this.tree.bytes, start, end) ?? '';
  }

  /** The opening tag with attributes changed; `null` takes one away. */
  tag(element: XmlElement, attributes: Readonly<Record<string, string | null>>): string {
    let tag = this.source(element.start, element.innerStart);
    for (const [name, value] of Object.entries(attributes)) tag = withAttribute(tag, name, value);
    return tag;
  }

  setAttributes(element: XmlElement, attributes: Readonly<Record<string, string | null>>): void {
    this.replace(element.start, element.innerStart, this.tag(element, attributes));
  }

  /** Adds content at the end of an element, after what was added before; an empty tag is opened for it. */
  append(element: XmlElement, content: string): void {
    this.appended.set(element, (this.appended.get(element) ?? '') + content);
  }

  /** Adds items to a counted list. */
  appendCounted(element: XmlElement, content: string, count: number): void {
    const tag = this.tag(element, { count: String(count) });
    if (element.isEmptyTag) this.replace(element.start, element.end, opened(tag, element, content));
    else {
      this.replace(element.start, element.innerStart, tag);
      this.append(element, content);
    }
  }

  private writeAppended(): void {
    for (const [element, content] of this.appended) {
      if (element.isEmptyTag)
        this.replace(element.start, element.end, opened(this.tag(element, {}), element, content));
      else this.insert(element.innerEnd, content);
    }
    this.appended.clear();
  }

  /** The part with all changes; those at one place in the order they were asked for. */
  apply(): Uint8Array {
    this.writeAppended();
    const ordered = this.list
      .map((splice, order) => ({ ...splice, order }))
      .toSorted((a, b) => a.start - b.start || a.order - b.order);
    const pieces: Uint8Array[] = [this.tree.mark];
    let at = 0;
    for (const { start, end, text } of ordered) {
      if (start > at) pieces.push(this.tree.bytes.subarray(at, start));
      pieces.push(encodeUtf8(text));
      at = Math.max(at, end);
    }
    pieces.push(this.tree.bytes.subarray(at));
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let filled = 0;
    for (const piece of pieces) {
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }
}

/** An empty tag, opened and closed around content. */
function opened(tag: string, { prefix, local }: XmlElement, content: string): string {
  return `${tag.replace(/\s*\/>$/, '>')}${content}</${prefix === '' ? local : `${prefix}:${local}`}>`;
}

/** An opening tag's text with one attribute set, or taken away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
  if (value === null) return tag.replace(present, '');
  const quoted = `"${escapeAttribute(value)}"`;
  if (present.test(tag)) return tag.replace(present, (_, before: string) => before + quoted);
  return tag.replace(/\s*(\/?>)$/, (_, end: string) => ` ${name}=${quoted}${end}`);
}
