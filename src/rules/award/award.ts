import { checkChoice, checkFlag, conditionAt, type Scope } from '../check';
import { positionOf } from '../diagnostics';
import { parseExpression } from '../expression';
import type { AwardNode, Expr, Tier } from '../model';
import {
  AWARD_OTHER_KEYS,
  AWARD_VALUE_KEYS,
  EXPECTED,
  named,
  reportUnknownKey,
  text,
  wrongShape,
} from '../schema';
import { entryOf, type MapEntry, type MapNode, type YamlNode } from '../yaml';
import { Field, type Fields, type Where } from './field';
import { formOf, inherit } from './forms';
import { checkLeaf } from './leaf';
import { checkUplift } from './uplift';

/** What a level of an award hands down: the keys of the levels above, and the variants declared there. */
export interface Level extends Where {
  readonly scope: Scope;
  readonly fields: Fields;
  readonly variants: readonly Variant[];
}

/** Another standard for some enterprises: when it holds, and which keys it replaces. */
interface Variant {
  readonly name: string;
  readonly when: Expr;
  readonly fields: Fields;
}

/** Checks an award from the top: tiers and variants are unfolded, so that every leaf is complete in itself. */
export function checkAward(node: MapNode, scope: Scope): AwardNode | undefined {
  return checkNode(node, { scope, path: [], options: [], fields: new Map(), variants: [] });
}

export function checkNode(node: MapNode, above: Level): AwardNode | undefined {
  const level = descend(node, above);
  const reading = entryOf(node, 'reading');
  if (reading !== undefined) return checkByReading(node, reading, level);
  const tiers = entryOf(node, 'tiers');
  if (tiers !== undefined) return checkTiers(node, tiers.value, level);
  return level.variants.toReversed().reduce<AwardNode | undefined>(
    (otherwise, variant) => {
      if (variant.fields.size === 0 || otherwise === undefined) return otherwise;
      const fields = inherit(level.fields, variant.fields);
      const then = checkPlain(node, { ...level, fields, path: [...level.path, variant.name] });
      const at = { name: nameOf(level), position: positionOf(node.span) };
      return then && { form: 'variant', when: variant.when, then, otherwise, ...at };
    },
    checkPlain(node, level),
  );
}

const nameOf = ({ path, options }: Where): string => [...path, ...options].join('.') || 'award';

/** A node without tiers, variants and readings of its own. */
function checkPlain(node: MapNode, level: Level): AwardNode | undefined {
  const { fields, scope } = level;
  const form = formOf(fields, node, scope.report);
  const context = { node, name: nameOf(level), fields, scope };
  if (form === undefined) return undefined;
  if (form === 'uplift') return checkUplift(context);
  if (form === 'firstGiven') return checkFirstGiven(node, level);
  return checkLeaf(form, context);
}

/** The keys of a node sorted into values, variants and structure; unknown ones are reported. */
function descend(node: MapNode, above: Level): Level {
  const { scope } = above;
  const declared = declareVariants(node, above);
  const own = new Map<string, Field>();
  const overrides = new Map<string, Fields>();
  for (const entry of node.entries) {
    const key = entry.key.value;
    if (isStructural(key) || isOption(node, key, scope)) continue;
    if (isFieldKey(key)) own.set(key, new Field(entry, above, scope));
    else if (declared.some(({ name }) => name === key)) overrides.set(key, overridesOf(entry, above));
    else reportUnknownKey(entry, node, [...KNOWN_KEYS, ...declared.map(({ name }) => name)], scope.report);
  }
  const variants = declared.map((variant) => {
    const kept = [...variant.fields].filter(([key]) => !own.has(key));
    return { ...variant, fields: new Map([...kept, ...(overrides.get(variant.name) ?? [])]) };
  });
  return { ...above, fields: inherit(above.fields, own), variants };
}

const FIELD_KEYS: readonly string[] = [
  ...Object.keys(AWARD_VALUE_KEYS),
  'units',
  'in',
  'firstGiven',
  'uplift',
  'by',
  'take',
];
const KNOWN_KEYS: readonly string[] = [...Object.keys(AWARD_VALUE_KEYS), ...AWARD_OTHER_KEYS];
const isFieldKey = (key: string): boolean => FIELD_KEYS.includes(key);
const isStructural = (key: string): boolean => KNOWN_KEYS.includes(key) && !isFieldKey(key);

/** In a choice by reading, every key that is no key of an award is an option. */
const isOption = (node: MapNode, key: string, scope: Scope): boolean => {
  const reading = entryOf(node, 'reading')?.value;
  const declared = reading?.kind === 'text' ? scope.reading(reading.value) : undefined;
  return (
    reading !== undefined && (!isFieldKey(key) || declared?.options.some(({ name }) => name === key) === true)
  );
};

function declareVariants(node: MapNode, { scope, variants }: Level): readonly Variant[] {
  const entry = entryOf(node, 'variants');
  const declared = entry && named(text).read(entry.value, scope.report);
  const added = (declared ?? []).flatMap(({ key, value }): Variant[] => {
    const syntax = parseExpression(value, scope.report);
    const when = syntax && checkFlag(syntax, scope, conditionAt('variants', key.value));
    return when === undefined ? [] : [{ name: key.value, when, fields: new Map() }];
  });
  return [...variants, ...added];
}

function overridesOf({ key, value }: MapEntry, level: Level): Fields {
  const { scope } = level;
  if (value.kind !== 'map') {
    wrongShape(value, EXPECTED.map, scope.report);
    return new Map();
  }
  const where = { path: [...level.path, key.value], options: level.options };
  const fields = new Map<string, Field>();
  for (const entry of value.entries) {
    if (isFieldKey(entry.key.value)) fields.set(entry.key.value, new Field(entry, where, scope));
    else reportUnknownKey(entry, value, FIELD_KEYS, scope.report);
  }
  return fields;
}

function checkByReading(node: MapNode, reading: MapEntry, level: Level): AwardNode | undefined {
  const { scope } = level;
  if (reading.value.kind !== 'text')
    return wrongShape(reading.value, { zh: '读法的名字', en: 'the name of a reading' }, scope.report);
  const options = node.entries.filter(
    (entry) => entry !== reading && isOption(node, entry.key.value, scope) && !isStructural(entry.key.value),
  );
  const choice = checkChoice(reading.value, options, scope, ({ key, value }) =>
    value.kind === 'map'
      ? checkNode(value, { ...level, options: [...level.options, key.value] })
      : wrongShape(value, EXPECTED.map, scope.report),
  );
  return choice && { form: 'byReading', ...choice, name: nameOf(level), position: positionOf(node.span) };
}

function checkTiers(node: MapNode, tiersNode: YamlNode, level: Level): AwardNode | undefined {
  const { scope } = level;
  if (tiersNode.kind !== 'list') return wrongShape(tiersNode, EXPECTED.list, scope.report);
  const names = new Set<string>();
  const tiers = tiersNode.items.flatMap((item): Tier[] => {
    if (item.kind !== 'map') return wrongShape(item, EXPECTED.map, scope.report) ?? [];
    const tier = checkTier(item, names, level);
    return tier === undefined ? [] : [tier];
  });
  return { form: 'tiers', tiers, name: nameOf(level), position: positionOf(node.span) };
}

function checkTier(node: MapNode, names: Set<string>, level: Level): Tier | undefined {
  const { scope } = level;
  const name = tierText(node, 'name', scope);
  const when = tierText(node, 'when', scope);
  if (name !== undefined && names.has(name.value))
    scope.report('duplicate-tier', name.span, { name: name.value });
  names.add(name?.value ?? '');
  const path = [...level.path, 'tiers', name?.value ?? ''];
  const syntax = when && parseExpression(when, scope.report);
  const condition =
    syntax && checkFlag(syntax, scope, { ...conditionAt(...path, 'when'), options: level.options });
  const award = checkNode(node, { ...level, path });
  if (name === undefined || condition === undefined || award === undefined) return undefined;
  return { name: name.value, when: condition, award };
}

function tierText(node: MapNode, key: 'name' | 'when', scope: Scope) {
  const entry = entryOf(node, key);
  if (entry !== undefined) return text.read(entry.value, scope.report);
  const at = { ...node.span, end: node.span.start + 1 };
  scope.report('missing-key', at, { key, zh: '每一档', en: 'The tier' });
  return undefined;
}

function checkFirstGiven(node: MapNode, level: Level): AwardNode | undefined {
  const { scope } = level;
  const list = level.fields.get('firstGiven')?.node;
  if (list?.kind !== 'list') return wrongShape(list ?? node, EXPECTED.list, scope.report);
  const fields = new Map([...level.fields].filter(([key]) => key !== 'firstGiven'));
  const nodes = list.items.flatMap((item): AwardNode[] => {
    if (item.kind !== 'map') return wrongShape(item, EXPECTED.map, scope.report) ?? [];
    const checked = checkNode(item, { ...level, fields });
    return checked === undefined ? [] : [checked];
  });
  return { form: 'firstGiven', nodes, name: nameOf(level), position: positionOf(node.span) };
}
