import { checkCondition, conditionAt, type Scope } from '../check';
import type { Expr } from '../model';
import {
  AWARD_OTHER_KEYS,
  AWARD_VALUE_KEYS,
  EXPECTED,
  named,
  reportUnknownKey,
  text,
  wrongShape,
} from '../schema';
import { entryOf, type MapEntry, type MapNode } from '../yaml';
import { Field, type Fields, type Where } from './field';
import { inherit } from './forms';

/** What a level of an award hands down: the keys of the levels above, and the variants declared there. */
export interface Level extends Where {
  readonly scope: Scope;
  readonly fields: Fields;
  readonly variants: readonly Variant[];
  /** Everything that was met, to find what no leaf uses. */
  readonly trail: Trail;
}

export interface Trail {
  readonly fields: Field[];
  /** Something was reported that leaves a leaf out. */
  isBroken: boolean;
}

/** Another standard for some enterprises: when it holds, and which keys it replaces. */
export interface Variant {
  readonly name: string;
  readonly when: Expr;
  readonly fields: Fields;
}

/** Its name within the ids of figures. */
export const nameOf = ({ path, options }: Where): string => [...path, ...options].join('.') || 'award';

const FIELD_KEYS: readonly string[] = [
  ...Object.keys(AWARD_VALUE_KEYS),
  'units',
  'in',
  'firstGiven',
  'uplift',
  'by',
  'take',
];
const KNOWN_KEYS: readonly string[] = [...new Set([...FIELD_KEYS, ...AWARD_OTHER_KEYS])];
const isFieldKey = (key: string): boolean => FIELD_KEYS.includes(key);
const isKnownKey = (key: string): boolean => KNOWN_KEYS.includes(key);

/** The level of a node: its keys sorted into values, variants and structure; unknown ones are reported. */
export function descend(node: MapNode, above: Level): Level {
  const { scope } = above;
  const declared = [...above.variants, ...declareVariants(node, scope)];
  const own = new Map<string, Field>();
  const overrides = new Map<string, Fields>();
  const options = new Set(optionsOf(node, scope));
  const known = [...KNOWN_KEYS, ...declared.map(({ name }) => name)];
  for (const entry of node.entries) {
    const key = entry.key.value;
    if (options.has(entry)) continue;
    if (isFieldKey(key)) own.set(key, newField(entry, above, above));
    else if (declared.some(({ name }) => name === key)) overrides.set(key, overridesOf(entry, above));
    else if (!isKnownKey(key)) reportUnknownKey(entry, known, scope.report);
  }
  const variants = declared.map((variant) => {
    const kept = [...variant.fields].filter(([key]) => !own.has(key));
    return { ...variant, fields: new Map([...kept, ...(overrides.get(variant.name) ?? [])]) };
  });
  return { ...above, fields: inherit(above.fields, own), variants };
}

/** In a choice by reading: what stands under the reading's options, and under keys that nothing else explains. */
export function optionsOf(node: MapNode, scope: Scope): readonly MapEntry[] {
  const reading = entryOf(node, 'reading');
  if (reading === undefined) return [];
  const declared = reading.value.kind === 'text' ? scope.reading(reading.value.value) : undefined;
  const isOption = (key: string): boolean => declared?.options.some(({ name }) => name === key) === true;
  return node.entries.filter(({ key }) => isOption(key.value) || !isKnownKey(key.value));
}

function declareVariants(node: MapNode, scope: Scope): readonly Variant[] {
  const entry = entryOf(node, 'variants');
  const declared = entry && named(text).read(entry.value, scope.report);
  return (declared ?? []).flatMap(({ key, value }): Variant[] => {
    const when = checkCondition(value, scope, conditionAt('variants', key.value));
    return when === undefined ? [] : [{ name: key.value, when, fields: new Map() }];
  });
}

function newField(entry: MapEntry, where: Where, { scope, trail }: Level): Field {
  const field = new Field(entry, where, scope);
  trail.fields.push(field);
  return field;
}

function overridesOf({ key, value }: MapEntry, level: Level): Fields {
  const { path, options, scope } = level;
  if (value.kind !== 'map') {
    wrongShape(value, EXPECTED.map, scope.report);
    return new Map();
  }
  const where = { path: [...path, key.value], options };
  const fields = new Map<string, Field>();
  for (const entry of value.entries) {
    if (isFieldKey(entry.key.value)) fields.set(entry.key.value, newField(entry, where, level));
    else reportUnknownKey(entry, FIELD_KEYS, scope.report);
  }
  return fields;
}
