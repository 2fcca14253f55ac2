import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type YAMLError } from 'yaml';
import { type Report, sourceOf, type Source, type SourceFile, type Span } from '../diagnostics';
import { alignScalar } from './offsets';
import { syntaxText } from './syntax-text';
import type { MapEntry, TextNode, YamlNode } from './tree';

/** Deeper nesting than any rule has: an alias that contains itself. */
const DEEPEST = 60;
/** More references than any rule file needs; what they stand for is copied each time. */
const MOST_ALIASES = 500;

/** Reads a YAML file; undefined where it cannot be read, which has then been reported. */
export function parseYaml(file: SourceFile, report: Report): YamlNode | undefined {
  const source = sourceOf(file);
  const document = parseDocument(file.text, { schema: 'failsafe', prettyErrors: true });
  const broken = document.errors.filter((error) => !reportDuplicate(source, error, report));
  for (const { code, message, pos } of causes(broken)) {
    report('yaml-syntax', { source, start: pos[0], end: pos[1] }, syntaxText(code, message));
  }
  return broken.length > 0 ? undefined : new Reading(source, document, report).node(document.contents, 0);
}

/**
 * One slip makes the parser complain in several places. The first is the cause; of the others only those
 * count that do not follow from it: the same slip on another line, and references that lead nowhere.
 */
function causes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const [first, ...others] = errors;
  if (first === undefined) return [];
  const lines = new Set(first.linePos === undefined ? [] : [first.linePos[0].line]);
  const separate = others.filter(({ code, linePos }) => {
    const line = linePos?.[0].line ?? 0;
    const isSeparate = !lines.has(line) && code === 'BLOCK_AS_IMPLICIT_KEY' && first.code === code;
    lines.add(line);
    return isSeparate;
  });
  return [first, ...separate];
}

/** A key that stands twice is reported and read on: everything else in the file can still be checked. */
function reportDuplicate(source: Source, error: YAMLError, report: Report): boolean {
  if (error.code !== 'DUPLICATE_KEY') return false;
  const start = error.pos[0];
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/u.exec(source.text.slice(start))?.[0] ?? '';
  report(
    'duplicate-key',
    { source, start, end: start + key.length },
    { key: key.replaceAll(/^["']|["']$/gu, '') },
  );
  return true;
}

/** Turns the parser's nodes into ours. */
class Reading {
  readonly #source: Source;
  readonly #document: Document.Parsed | Document;
  readonly #report: Report;
  #aliases = 0;

  constructor(source: Source, document: Document.Parsed | Document, report: Report) {
    this.#source = source;
    this.#document = document;
    this.#report = report;
  }

  node(value: unknown, depth: number): YamlNode {
    if (isAlias(value)) return this.#alias(value.resolve(this.#document), this.#span(value.range), depth);
    if (isScalar(value)) return this.#text(value.value, this.#span(value.range));
    if (isSeq(value)) {
      return {
        kind: 'list',
        items: value.items.map((item) => this.node(item, depth + 1)),
        span: this.#span(value.range),
      };
    }
    if (isMap(value)) {
      const entries = value.items.map((pair) => this.#entry(pair, depth));
      const flow = value.flow === true;
      return {
        kind: 'map',
        entries: flow ? this.#joinCut(entries) : entries,
        flow,
        span: this.#span(value.range),
      };
    }
    return this.#text('', { source: this.#source, start: 0, end: 0 });
  }

  #alias(target: unknown, span: Span, depth: number): YamlNode {
    this.#aliases += 1;
    if (target !== undefined && depth < DEEPEST && this.#aliases <= MOST_ALIASES)
      return this.node(target, depth + 1);
    this.#report('yaml-syntax', span, syntaxText('BAD_ALIAS', ''));
    return this.#text('', span);
  }

  #entry(pair: unknown, depth: number): MapEntry {
    const [key, value] = isPair(pair) ? [pair.key, pair.value] : [undefined, undefined];
    const keyNode = this.node(key, depth + 1);
    const text = keyNode.kind === 'text' ? keyNode : this.#badKey(keyNode);
    const missing = { ...text.span, start: text.span.end };
    return {
      key: text,
      value: value === null || value === undefined ? this.#text('', missing) : this.node(value, depth + 1),
    };
  }

  /** In `{ … }` a key without a colon is the rest of a text that a comma has cut. */
  #joinCut(entries: readonly MapEntry[]): readonly MapEntry[] {
    const kept: MapEntry[] = [];
    for (const entry of entries) {
      const last = kept.at(-1);
      if (!this.#hasNoColon(entry) || last === undefined) {
        kept.push(entry);
        continue;
      }
      this.#report('unquoted-comma', entry.key.span, { text: entry.key.value });
      if (last.value.kind === 'text')
        kept[kept.length - 1] = { ...last, value: { ...last.value, isCut: true } };
    }
    return kept;
  }

  #hasNoColon({ key, value }: MapEntry): boolean {
    return (
      value.kind === 'text' && value.value === '' && !/^\s*:/u.test(this.#source.text.slice(key.span.end))
    );
  }

  #badKey({ span }: YamlNode): TextNode {
    this.#report('wrong-shape', span, {
      found: { zh: '列表或映射', en: 'a list or mapping' },
      expected: { zh: '键名', en: 'the name of a key' },
    });
    return this.#text('', span);
  }

  #text(value: unknown, span: Span): TextNode {
    const text = typeof value === 'string' ? value : '';
    const offsetOf = alignScalar(this.#source.text, span.start, span.end, text);
    return { kind: 'text', value: text, span, offsetOf };
  }

  #span(range: readonly number[] | null | undefined): Span {
    return { source: this.#source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }
}
