/**
 * XML bytes into tokens: well-formedness is checked as far as they go, DTDs are refused, prefixes are
 * resolved. Names and texts stay bytes until somebody asks for them, because a sheet has millions of
 * tags and most of what they hold is numbers. (A sheet of 5.8 million tags: 1.1 s; saxes with
 * namespaces 7.3 s.)
 */
import type { ByteWindow } from './byte-window';
import { atMost, WorkbookError } from './errors';
import type { XmlProblem } from './errors';
import { decodeUtf8 } from './utf8';
import { NamespaceScope, NameTable } from './xml-names';
import type { Namespace, XmlName } from './xml-names';
import { resolveEntities } from './xml-text';

export type XmlToken = 'open' | 'close' | 'text' | 'end';

const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 128;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const APOS = 39;
export const SLASH = 47;
const LT = 60;
const EQUALS = 61;
const GT = 62;
const QUESTION = 63;

const isSpace = (byte: number | undefined): boolean =>
  byte === SPACE || byte === LF || byte === CR || byte === TAB;

export class XmlScanner {
  /** The element opened or closed last. */
  local = '';
  prefix = '';
  namespace: Namespace = '';
  /** Elements that are open, the one just opened included. */
  depth = 0;
  /** The last token in the window's bytes; `tokenEnd` is where the next one begins. */
  tokenStart = 0;
  tokenEnd = 0;
  /** The element just opened is `<written/>` like this: its close token has no bytes. */
  isEmptyTag = false;
  readonly scope = new NamespaceScope();

  private readonly names = new NameTable();
  private readonly open: XmlName[] = [];
  private pendingClose = false;
  private rootSeen = false;
  protected attributeCount = 0;
  protected readonly attributeNames: XmlName[] = [];
  protected readonly attributeStarts: number[] = [];
  protected readonly attributeEnds: number[] = [];
  protected isCdata = false;

  constructor(readonly window: ByteWindow) {}

  // ------------------------------------------------------------ tokens

  /** Goes to the next token; comments and processing instructions are passed over. */
  next(): XmlToken {
    if (this.pendingClose) {
      this.pendingClose = false;
      this.tokenStart = this.tokenEnd;
      return this.closeElement();
    }
    for (;;) {
      if (this.tokenEnd >= this.window.length && !this.slide(this.tokenEnd)) {
        if (this.depth > 0 || !this.rootSeen) throw this.error('unexpected-end');
        return 'end';
      }
      this.tokenStart = this.tokenEnd;
      const token = this.window.bytes[this.tokenStart] === LT ? this.tag() : this.text();
      if (token !== null) return token;
    }
  }

  private text(): XmlToken | null {
    const end = this.find(LT, this.tokenStart);
    this.tokenEnd = end;
    this.isCdata = false;
    if (this.depth > 0) return 'text';
    for (let i = this.tokenStart; i < end; i++)
      if (!isSpace(this.window.bytes[i])) throw this.error('unexpected-content');
    return null;
  }

  private tag(): XmlToken | null {
    const first = this.byteAt(this.tokenStart + 1);
    if (first === SLASH) return this.closeTag();
    if (first === BANG) return this.declaration();
    if (first === QUESTION) return this.instruction();
    return this.openTag();
  }

  private openTag(): XmlToken {
    for (;;) {
      const complete = this.scanOpenTag();
      if (complete) break;
      if (!this.slide(this.tokenStart)) throw this.error('unexpected-end');
    }
    return 'open';
  }

  /** false where the tag goes on beyond the window. */
  private scanOpenTag(): boolean {
    const { bytes, length } = this.window;
    let at = this.tokenStart + 1;
    let byte: number | undefined;
    while (at < length && (byte = bytes[at]) !== GT && byte !== SLASH && !isSpace(byte)) at++;
    if (at >= length) return false;
    const name = this.nameAt(this.tokenStart + 1, at);
    this.attributeCount = 0;
    let hasDeclarations = false;
    for (;;) {
      const gapStart = at;
      while (at < length && isSpace(bytes[at])) at++;
      if (at >= length) return false;
      byte = bytes[at];
      if (byte === GT) break;
      if (byte === SLASH) {
        if (at + 1 >= length) return false;
        if (bytes[at + 1] !== GT) throw this.error('bad-tag');
        break;
      }
      if (at === gapStart) throw this.error('bad-attribute');
      const nameStart = at;
      while (at < length && (byte = bytes[at]) !== EQUALS && byte !== GT && !isSpace(byte)) at++;
      const nameEnd = at;
      while (at < length && isSpace(bytes[at])) at++;
      if (at < length && bytes[at] !== EQUALS) throw this.error('bad-attribute');
      at++;
      while (at < length && isSpace(bytes[at])) at++;
      if (at >= length) return false;
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOS) throw this.error('bad-attribute');
      const valueStart = ++at;
      while (at < length && (byte = bytes[at]) !== quote) {
        if (byte === LT) throw this.error('bad-attribute');
        at++;
      }
      if (at >= length) return false;
      hasDeclarations = this.addAttribute(this.nameAt(nameStart, nameEnd), valueStart, at) || hasDeclarations;
      at++;
    }
    this.isEmptyTag = byte === SLASH;
    this.tokenEnd = at + (this.isEmptyTag ? 2 : 1);
    this.enter(name, hasDeclarations);
    return true;
  }

  /** true for a namespace declaration. */
  private addAttribute(name: XmlName, start: number, end: number): boolean {
    const index = this.attributeCount;
    for (let i = 0; i < index; i++)
      if (this.attributeNames[i] === name) throw this.error('duplicate-attribute');
    atMost(MAX_ATTRIBUTES, index + 1, 'attributes', this.window.part);
    this.attributeNames[index] = name;
    this.attributeStarts[index] = start;
    this.attributeEnds[index] = end;
    this.attributeCount = index + 1;
    return name.prefix === 'xmlns' || name.qualified === 'xmlns';
  }

  private enter(name: XmlName, hasDeclarations: boolean): void {
    if (this.depth === 0 && this.rootSeen) throw this.error('unexpected-content');
    this.rootSeen = true;
    this.depth++;
    if (this.depth > MAX_DEPTH) throw this.error('too-deep');
    this.open.push(name);
    if (hasDeclarations) {
      for (let i = 0; i < this.attributeCount; i++) {
        const attribute = this.attributeNames[i];
        if (attribute?.qualified === 'xmlns') this.scope.declare('', this.attributeText(i), this.depth);
        else if (attribute?.prefix === 'xmlns')
          this.scope.declare(attribute.local, this.attributeText(i), this.depth);
      }
    }
    this.show(name);
    this.pendingClose = this.isEmptyTag;
  }

  private show(name: XmlName): void {
    if (name.resolvedFor !== this.scope.state) {
      const namespace = this.scope.find(name.prefix);
      if (namespace === null) throw this.error('unbound-prefix');
      name.namespace = namespace;
      name.resolvedFor = this.scope.state;
    }
    this.local = name.local;
    this.prefix = name.prefix;
    this.namespace = name.namespace;
  }

  private closeTag(): XmlToken {
    const end = this.find(GT, this.tokenStart + 2);
    if (end >= this.window.length) throw this.error('unexpected-end');
    const { bytes } = this.window;
    let nameEnd = end;
    while (isSpace(bytes[nameEnd - 1])) nameEnd--;
    const name = this.open.at(-1);
    const start = this.tokenStart + 2;
    let same = name !== undefined && name.bytes.length === nameEnd - start;
    for (let i = start; same && i < nameEnd; i++) same = bytes[i] === name?.bytes[i - start];
    if (!same) throw this.error('mismatched-tag');
    this.tokenEnd = end + 1;
    return this.closeElement();
  }

  private closeElement(): XmlToken {
    const name = this.open.pop();
    if (name !== undefined) this.show(name);
    this.scope.leave(this.depth);
    this.depth--;
    return 'close';
  }

  /** `<!-- … -->` is passed over, CDATA is text, a DTD is refused. */
  private declaration(): XmlToken | null {
    if (this.startsWith('<!--')) {
      this.tokenEnd = this.after('-->', this.tokenStart + 4);
      return null;
    }
    if (this.startsWith('<![CDATA[') && this.depth > 0) {
      this.tokenEnd = this.after(']]>', this.tokenStart + 9);
      this.isCdata = true;
      return 'text';
    }
    if (this.startsWith('<!DOCTYPE')) throw new WorkbookError('dtd', { part: this.window.part });
    throw this.error('bad-tag');
  }

  private instruction(): null {
    this.tokenEnd = this.after('?>', this.tokenStart + 2);
    if (this.startsWith('<?xml ')) {
      const declaration = decodeUtf8(this.window.bytes, this.tokenStart, this.tokenEnd) ?? '';
      const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? 'utf-8';
      if (!/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) throw this.error('bad-encoding');
    }
    return null;
  }

  // ------------------------------------------------------------ bytes

  /** The text between two positions, as it is written. */
  source(start: number, end: number): string {
    const text = decodeUtf8(this.window.bytes, start, end);
    if (text === null) throw this.error('bad-text');
    return text;
  }

  error(problem: XmlProblem): WorkbookError {
    return new WorkbookError('xml', {
      part: this.window.part,
      line: this.window.lineAt(this.tokenStart),
      problem,
    });
  }

  protected attributeText(index: number): string {
    const text = this.decode(this.attributeStarts[index] ?? 0, this.attributeEnds[index] ?? 0);
    return this.resolve(text.replace(/[\t\n]/g, ' '));
  }

  private nameAt(start: number, end: number): XmlName {
    const name = this.names.at(this.window.part, this.window.bytes, start, end);
    if (name === null) throw this.error('bad-tag');
    return name;
  }

  protected decode(start: number, end: number): string {
    const text = this.source(start, end);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  protected resolve(text: string): string {
    if (!text.includes('&')) return text;
    const resolved = resolveEntities(text);
    if (resolved === null) throw this.error('unknown-entity');
    return resolved;
  }

  /** Position of a byte from `at` on, or the window's length at the end of the part. */
  private find(byte: number, at: number): number {
    for (;;) {
      const { bytes, length } = this.window;
      while (at < length && bytes[at] !== byte) at++;
      if (at < length) return at;
      const scanned = at - this.tokenStart;
      if (!this.slide(this.tokenStart)) return this.window.length;
      at = this.tokenStart + scanned;
    }
  }

  private after(text: string, at: number): number {
    for (;;) {
      const last = this.find(text.charCodeAt(text.length - 1), at + text.length - 1);
      if (last >= this.window.length) throw this.error('unexpected-end');
      const start = last - text.length + 1;
      if (this.matches(text, start)) return last + 1;
      at = start + 1;
    }
  }

  private startsWith(text: string): boolean {
    this.byteAt(this.tokenStart + text.length - 1);
    return this.matches(text, this.tokenStart);
  }

  private matches(text: string, at: number): boolean {
    for (let i = 0; i < text.length; i++) if (this.window.bytes[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The byte at a position of the token at hand, which may lie beyond the window. */
  protected byteAt(at: number): number {
    while (at >= this.window.length) {
      const offset = at - this.tokenStart;
      if (!this.slide(this.tokenStart)) return -1;
      at = this.tokenStart + offset;
    }
    return this.window.bytes[at] ?? -1;
  }

  /** After it, positions count from `from`; the token at hand begins at 0. */
  private slide(from: number): boolean {
    if (!this.window.slide(from)) return false;
    this.tokenStart = 0;
    this.tokenEnd -= from;
    return true;
  }
}
