import type { Report, Span } from '../diagnostics';
import { entryOf, type MapNode, type TextNode, type YamlNode } from '../yaml';
import type { Entry } from './collection';
import { type Definitions, defined, type JsonSchema, type Shape, wrongShape } from './shape';

/**
 * A value as a rule may write it: an expression, a table by category, a choice by reading, or values
 * by the date from which they hold. Shape only; names and units are checked later.
 */
export type RawValue =
  | { readonly form: 'expression'; readonly text: TextNode; readonly span: Span }
  | {
      readonly form: 'table';
      readonly of: TextNode;
      readonly entries: readonly Entry<RawValue>[];
      readonly span: Span;
    }
  | RawReading
  | { readonly form: 'dated'; readonly entries: readonly Entry<TextNode>[]; readonly span: Span };

export interface RawReading {
  readonly form: 'reading';
  readonly name: TextNode;
  readonly options: readonly Entry<RawValue>[];
  readonly span: Span;
}

const EXPECTED_VALUE = {
  zh: '表达式，或含 table、reading、日期的映射',
  en: 'an expression, or a mapping with table, reading or dates',
};

export const value: Shape<RawValue> = defined('value', () => ({ read: readValue, json: valueSchema }));

function readValue(node: YamlNode, report: Report): RawValue | undefined {
  if (node.kind === 'text' && node.value !== '') return { form: 'expression', text: node, span: node.span };
  if (node.kind !== 'map') return wrongShape(node, EXPECTED_VALUE, report);
  const table = entryOf(node, 'table');
  if (table !== undefined) {
    const of = textOf(table.value, report);
    return of && { form: 'table', of, entries: others(node, 'table', report), span: node.span };
  }
  const reading = entryOf(node, 'reading');
  if (reading !== undefined) {
    const name = textOf(reading.value, report);
    return name && { form: 'reading', name, options: others(node, 'reading', report), span: node.span };
  }
  if (node.entries.length > 0 && node.entries.every(({ key }) => /^\d{4}(-\d{2}){0,2}$/u.test(key.value))) {
    return { form: 'dated', entries: datedEntries(node, report), span: node.span };
  }
  return wrongShape(node, EXPECTED_VALUE, report);
}

function textOf(node: YamlNode, report: Report): TextNode | undefined {
  return node.kind === 'text' ? node : wrongShape(node, { zh: '名字', en: 'a name' }, report);
}

function others(map: MapNode, except: string, report: Report): Entry<RawValue>[] {
  return map.entries.flatMap((entry) => {
    if (entry.key.value === except) return [];
    const read = readValue(entry.value, report);
    return read === undefined ? [] : [{ key: entry.key, value: read }];
  });
}

function datedEntries(map: MapNode, report: Report): Entry<TextNode>[] {
  return map.entries.flatMap(({ key, value: node }) => {
    const text = textOf(node, report);
    return text === undefined ? [] : [{ key, value: text }];
  });
}

function valueSchema(definitions: Definitions): JsonSchema {
  const any = value.json(definitions);
  return {
    anyOf: [
      { type: ['string', 'number', 'boolean'] },
      {
        type: 'object',
        properties: { table: { type: 'string' } },
        required: ['table'],
        additionalProperties: any,
      },
      {
        type: 'object',
        properties: { reading: { type: 'string' } },
        required: ['reading'],
        additionalProperties: any,
      },
      {
        type: 'object',
        patternProperties: { '^\\d{4}(-\\d{2}){0,2}$': { type: 'string' } },
        additionalProperties: false,
      },
    ],
  };
}
