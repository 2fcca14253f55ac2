import type { Span } from '../diagnostics';

/**
 * A YAML file as the stages after it see it: texts, lists and mappings, each with its place.
 * Every scalar is text: what `2020`, `yes` or `20%` means depends on where it stands.
 */
export type YamlNode = TextNode | ListNode | MapNode;

export interface TextNode {
  readonly kind: 'text';
  readonly value: string;
  readonly span: Span;
  /** Where in the file the character `index` of `value` stands, whatever the quoting. */
  readonly offsetOf: (index: number) => number;
  /** In `{ … }` a comma has cut off its rest, which has been reported. */
  readonly isCut?: true;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  /** Written as `{ … }`. */
  readonly flow: boolean;
  readonly span: Span;
}

export interface MapEntry {
  readonly key: TextNode;
  readonly value: YamlNode;
}

export const entryOf = (map: MapNode, key: string): MapEntry | undefined =>
  map.entries.find((entry) => entry.key.value === key);

/** The stretch of the file behind characters `start` to `end` of a text. */
export function spanWithin(text: TextNode, start: number, end: number): Span {
  const from = text.offsetOf(start);
  const to = end > start ? text.offsetOf(end - 1) + 1 : from;
  return { source: text.span.source, start: from, end: to };
}
