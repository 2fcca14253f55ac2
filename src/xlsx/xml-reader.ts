/**
 * What is asked of XML tokens: the next child, an element's text or number, its attributes. A pull
 * reader: whoever calls it knows where in the part it is.
 */
import { parseNumber } from './number-text';
import type { Namespace } from './xml-names';
import { SLASH, XmlScanner } from './xml-scanner';

const ONE = 0x31;
const LETTER_T = 0x74;
const LETTER_O = 0x6f;

export class XmlReader extends XmlScanner {
  /** Where the value that `attributeSpan` found begins. */
  attributeStart = 0;
  /** What `readNumber` found instead of a number. */
  lastText = '';

  // ------------------------------------------------------------ walking

  /** To the next element inside the one that is open now; false at its end. Text between is passed over. */
  nextChild(): boolean {
    for (;;) {
      const token = this.next();
      if (token === 'open') return true;
      if (token !== 'text') return false;
    }
  }

  /** To the end of the element just opened. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  /** Opens the root element, which must have this name. */
  openRoot(namespace: Namespace, local: string): void {
    while (this.next() !== 'open');
    if (this.local !== local || this.namespace !== namespace) throw this.error('wrong-root');
  }

  /** The text up to the end of the element just opened; elements inside are passed over. */
  readText(): string {
    let text = '';
    for (;;) {
      const token = this.next();
      if (token === 'close') return text;
      if (token === 'open') this.skip();
      else text += this.tokenText();
    }
  }

  /** Like `readText`, for a number; NaN where the text is none, the text then in `lastText`. */
  readNumber(): number {
    const token = this.next();
    if (token === 'text' && !this.isCdata) {
      const value = parseNumber(this.window.bytes, this.tokenStart, this.tokenEnd);
      if (!Number.isNaN(value) && this.byteAt(this.tokenEnd + 1) === SLASH) {
        this.next();
        return value;
      }
    }
    if (token === 'open') throw this.error('unexpected-content');
    this.lastText = token === 'text' ? this.tokenText() + this.readText() : '';
    return NaN;
  }

  /** Text of the token at hand, references resolved and line ends made `\n`. */
  tokenText(): string {
    if (this.isCdata) return this.decode(this.tokenStart + 9, this.tokenEnd - 3);
    return this.resolve(this.decode(this.tokenStart, this.tokenEnd));
  }

  // ------------------------------------------------------------ attributes

  /** By its name as written, without prefix; undefined if it is not there. */
  attribute(name: string): string | undefined {
    const index = this.indexOf(name);
    return index < 0 ? undefined : this.attributeText(index);
  }

  attributeIn(namespace: Namespace, local: string): string | undefined {
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeNames[i];
      if (
        name !== undefined &&
        name.prefix !== '' &&
        name.local === local &&
        this.scope.find(name.prefix) === namespace
      )
        return this.attributeText(i);
    }
    return undefined;
  }

  /** All of them, by name as written, and those with a prefix by namespace too. */
  attributes(): {
    plain: Map<string, string>;
    qualified: { namespace: Namespace; local: string; value: string }[];
  } {
    const plain = new Map<string, string>();
    const qualified = [];
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeNames[i];
      if (name === undefined) continue;
      const value = this.attributeText(i);
      plain.set(name.qualified, value);
      const namespace = name.prefix === '' || name.prefix === 'xmlns' ? null : this.scope.find(name.prefix);
      if (namespace !== null) qualified.push({ namespace, local: name.local, value });
    }
    return { plain, qualified };
  }

  /** Where the value stands in the window: `start` in `attributeStart`, its end returned; -1 if absent. */
  attributeSpan(name: string): number {
    const index = this.indexOf(name);
    if (index < 0) return -1;
    this.attributeStart = this.attributeStarts[index] ?? 0;
    return this.attributeEnds[index] ?? 0;
  }

  /** A whole number, 0 or above; -1 if absent, NaN if it is anything else. */
  wholeAttribute(name: string): number {
    const end = this.attributeSpan(name);
    if (end < 0) return -1;
    let value = 0;
    if (end === this.attributeStart || end - this.attributeStart > 10) return NaN;
    for (let i = this.attributeStart; i < end; i++) {
      const digit = (this.window.bytes[i] ?? 0) - 48;
      if (digit < 0 || digit > 9) return NaN;
      value = value * 10 + digit;
    }
    return value;
  }

  /** An XML boolean (`1`, `true`, and `on`, which VML-minded writers use); false if absent. */
  flag(name: string): boolean {
    const end = this.attributeSpan(name);
    if (end < 0) return false;
    const first = this.window.bytes[this.attributeStart];
    const length = end - this.attributeStart;
    return length === 1
      ? first === ONE
      : length > 0 && (first === LETTER_T || (first === LETTER_O && length === 2));
  }

  private indexOf(name: string): number {
    for (let i = 0; i < this.attributeCount; i++) if (this.attributeNames[i]?.qualified === name) return i;
    return -1;
  }
}
