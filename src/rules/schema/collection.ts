import type { Report } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import type { MapEntry, MapNode, TextNode } from '../yaml';
import { EXPECTED, type JsonSchema, type Shape, wrongShape } from './shape';

/** Lists, mappings with fixed keys, and mappings with keys of the author's. */

export interface Entry<Value> {
  readonly key: TextNode;
  readonly value: Value;
}

export function list<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  return {
    read: (node, report) => {
      if (node.kind !== 'list') return wrongShape(node, EXPECTED.list, report);
      return node.items.map((each) => item.read(each, report)).filter((each) => each !== undefined);
    },
    json: (definitions) => ({ type: 'array', items: item.json(definitions) }),
  };
}

/** A single item may stand without the list's brackets. */
export function oneOrMore<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  const several = list(item);
  return {
    read: (node, report) => {
      if (node.kind === 'list') return several.read(node, report);
      const single = item.read(node, report);
      return single === undefined ? undefined : [single];
    },
    json: (definitions) => ({ anyOf: [item.json(definitions), several.json(definitions)] }),
  };
}

/** A mapping whose keys are names of the author's, in their order. */
export function named<Value>(value: Shape<Value>): Shape<readonly Entry<Value>[]> {
  return {
    read: (node, report) => {
      if (node.kind !== 'map') return wrongShape(node, EXPECTED.map, report);
      return node.entries.flatMap((entry) => {
        const read = value.read(entry.value, report);
        return read === undefined ? [] : [{ key: entry.key, value: read }];
      });
    },
    json: (definitions) => ({ type: 'object', additionalProperties: value.json(definitions) }),
  };
}

/** A key of a mapping: its shape, and whether it must be there. */
export interface Field<Value> {
  readonly shape: Shape<Value>;
  readonly required: boolean;
}
export const required = <Value>(shape: Shape<Value>): Field<Value> => ({ shape, required: true });
export const optional = <Value>(shape: Shape<Value>): Field<Value> => ({ shape, required: false });

type Fields = Readonly<Record<string, Field<unknown>>>;
type ValueOf<F> = F extends Field<infer Value> ? Value : never;
/** Every field may be undefined: left out, or reported as wrong. `at` is the mapping itself. */
export type ReadRecord<F extends Fields> = { readonly [Key in keyof F]: ValueOf<F[Key]> | undefined } & {
  readonly at: MapNode;
};

/** What a mapping is called when a key is missing. */
export interface Called {
  readonly zh: string;
  readonly en: string;
}

export function record<F extends Fields>(called: Called, fields: F): Shape<ReadRecord<F>> {
  return {
    read: (node, report) => {
      if (node.kind !== 'map') return wrongShape(node, EXPECTED.map, report);
      const values: Record<string, unknown> = { at: node };
      const meant = new Set<string | undefined>();
      for (const entry of node.entries) {
        const field = Object.hasOwn(fields, entry.key.value) ? fields[entry.key.value] : undefined;
        if (field === undefined) meant.add(reportUnknownKey(entry, Object.keys(fields), report));
        else values[entry.key.value] = field.shape.read(entry.value, report);
      }
      for (const [key, field] of Object.entries(fields)) {
        const given = node.entries.some((entry) => entry.key.value === key);
        if (field.required && !given && !meant.has(key)) reportMissingKey(node, key, called, report);
      }
      return values as ReadRecord<F>;
    },
    json: (definitions) => {
      const properties: Record<string, JsonSchema> = {};
      for (const [key, field] of Object.entries(fields)) properties[key] = field.shape.json(definitions);
      const needed = Object.keys(fields).filter((key) => fields[key]?.required === true);
      return {
        type: 'object',
        properties,
        additionalProperties: false,
        ...(needed.length > 0 ? { required: needed } : {}),
      };
    },
  };
}

/** A key nobody knows. @returns the key that may have been meant */
export function reportUnknownKey(
  { key }: MapEntry,
  known: readonly string[],
  report: Report,
): string | undefined {
  const suggestion = suggest(key.value, known);
  report('unknown-key', key.span, { key: key.value, known, suggestion });
  return suggestion;
}

export function reportMissingKey(map: MapNode, key: string, called: Called, report: Report): void {
  const start = map.span.start;
  report('missing-key', { ...map.span, end: start + 1 }, { key, zh: called.zh, en: called.en });
}
