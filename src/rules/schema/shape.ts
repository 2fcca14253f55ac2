import type { Report, Span } from '../diagnostics';
import type { YamlNode } from '../yaml';

/** A JSON Schema, as far as the editors' schemas use it. */
export type JsonSchema = { readonly [key: string]: JsonValue };
export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonSchema;
/** Definitions that a schema refers to by name, filled while it is written out. */
export type Definitions = Map<string, JsonSchema | undefined>;

/**
 * One source for two things: reading a YAML node (reporting what does not fit) and the JSON Schema with
 * which editors check the same file. `read` gives undefined where it has reported why.
 */
export interface Shape<Value> {
  readonly read: (node: YamlNode, report: Report) => Value | undefined;
  readonly json: (definitions: Definitions) => JsonSchema;
}

/** A value with its place. */
export interface Located<Value> {
  readonly value: Value;
  readonly span: Span;
}

const FOUND = {
  text: { zh: '文字', en: 'a text' },
  list: { zh: '列表', en: 'a list' },
  map: { zh: '映射', en: 'a mapping' },
  nothing: { zh: '空', en: 'nothing' },
} as const;

export const EXPECTED = {
  text: { zh: '文字', en: 'a text' },
  list: { zh: '列表', en: 'a list' },
  map: { zh: '“键: 值”的映射', en: 'a mapping of "key: value"' },
} as const;

/** Reports that a node is of another shape. */
export function wrongShape(node: YamlNode, expected: { zh: string; en: string }, report: Report): undefined {
  if (node.kind === 'text' && node.isCut === true) return undefined;
  const found = node.kind === 'text' && node.value === '' ? FOUND.nothing : FOUND[node.kind];
  report('wrong-shape', node.span, { found, expected });
  return undefined;
}

/** The same shape with words for the editor to show. */
export function described<Value>(shape: Shape<Value>, description: string): Shape<Value> {
  return { read: shape.read, json: (definitions) => ({ ...shape.json(definitions), description }) };
}

/** A shape that stands once among the schema's definitions; recursion goes through one of these. */
export function defined<Value>(name: string, shape: () => Shape<Value>): Shape<Value> {
  return {
    read: (node, report) => shape().read(node, report),
    json: (definitions) => {
      if (!definitions.has(name)) {
        definitions.set(name, undefined);
        definitions.set(name, shape().json(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}
