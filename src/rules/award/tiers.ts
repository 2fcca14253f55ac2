import { checkCondition, conditionAt, type Scope } from '../check';
import { positionOf } from '../diagnostics';
import type { AwardNode, Tier } from '../model';
import { EXPECTED, text, wrongShape } from '../schema';
import { entryOf, type MapNode, type TextNode, type YamlNode } from '../yaml';
import type { CheckNode } from './by-reading';
import { type Level, nameOf } from './level';

/** `tiers: [{ name, when, … }, …]`, highest first; each takes over what the level above gives. */
export function checkTiers(
  node: MapNode,
  list: YamlNode,
  level: Level,
  checkNode: CheckNode,
): AwardNode | undefined {
  if (list.kind !== 'list') return wrongShape(list, EXPECTED.list, level.scope.report);
  const names = new Set<string>();
  const tiers: Tier[] = [];
  for (const item of list.items) {
    const tier =
      item.kind === 'map'
        ? checkTier(item, names, level, checkNode)
        : wrongShape(item, EXPECTED.map, level.scope.report);
    if (tier === undefined) level.trail.isBroken = true;
    else tiers.push(tier);
  }
  return { form: 'tiers', tiers, name: nameOf(level), position: positionOf(node.span) };
}

function checkTier(node: MapNode, names: Set<string>, level: Level, checkNode: CheckNode): Tier | undefined {
  const { scope, options } = level;
  const name = textOf(node, 'name', scope);
  const when = textOf(node, 'when', scope);
  if (name !== undefined && names.has(name.value)) {
    scope.report('duplicate-tier', name.span, { name: name.value });
  }
  names.add(name?.value ?? '');
  const path = [...level.path, 'tiers', name?.value ?? ''];
  const condition = when && checkCondition(when, scope, { ...conditionAt(...path, 'when'), options });
  const award = checkNode(node, { ...level, path });
  if (name === undefined || condition === undefined || award === undefined) return undefined;
  return { name: name.value, when: condition, award };
}

function textOf(node: MapNode, key: 'name' | 'when', scope: Scope): TextNode | undefined {
  const entry = entryOf(node, key);
  if (entry !== undefined) return text.read(entry.value, scope.report);
  const at = { ...node.span, end: node.span.start + 1 };
  scope.report('missing-key', at, { key, zh: '每一档', en: 'The tier' });
  return undefined;
}
