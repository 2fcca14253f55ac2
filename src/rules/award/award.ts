import type { Scope } from '../check';
import { positionOf } from '../diagnostics';
import type { AwardNode } from '../model';
import { entryOf, type MapNode } from '../yaml';
import { checkByReading } from './by-reading';
import { checkFirstGiven } from './first-given';
import { formOf, inherit } from './forms';
import { checkLeaf } from './leaf';
import { descend, type Level, nameOf, type Trail } from './level';
import { checkTiers } from './tiers';

/** Checks an award from the top: tiers and variants are unfolded, so that every leaf is complete in itself. */
export function checkAward(node: MapNode, scope: Scope): AwardNode | undefined {
  const trail: Trail = { fields: [], isBroken: false };
  const award = checkNode(node, { scope, path: [], options: [], fields: new Map(), variants: [], trail });
  for (const { key, isUsed } of trail.fields) {
    if (!isUsed && !trail.isBroken) scope.report('key-without-effect', key.span, { key: key.value });
  }
  return award;
}

/** @param above the level that contains the node */
export function checkNode(node: MapNode, above: Level): AwardNode | undefined {
  const award = checkStructure(node, descend(node, above));
  if (award === undefined) above.trail.isBroken = true;
  return award;
}

function checkStructure(node: MapNode, level: Level): AwardNode | undefined {
  const reading = entryOf(node, 'reading');
  if (reading !== undefined) return checkByReading(node, reading.value, level, checkNode);
  const tiers = entryOf(node, 'tiers');
  if (tiers !== undefined) return checkTiers(node, tiers.value, level, checkNode);
  return checkVariants(node, level);
}

/** The plain node, and around it the variants that change it; the one declared first is asked first. */
function checkVariants(node: MapNode, level: Level): AwardNode | undefined {
  const at = { name: nameOf(level), position: positionOf(node.span) };
  let result = checkPlain(node, level);
  for (const { name, when, fields } of level.variants.toReversed()) {
    if (fields.size === 0 || result === undefined) continue;
    const changed = { ...level, fields: inherit(level.fields, fields), path: [...level.path, name] };
    const special = checkPlain(node, changed);
    // oxlint-disable-next-line unicorn/no-thenable -- the branch of a variant in the model, never awaited
    result = special && { form: 'variant', when, then: special, otherwise: result, ...at };
  }
  return result;
}

function checkPlain(node: MapNode, level: Level): AwardNode | undefined {
  const { fields, scope } = level;
  const form = formOf(fields, node, scope.report);
  if (form === undefined) return undefined;
  if (form === 'firstGiven') return checkFirstGiven(node, level, checkNode);
  return checkLeaf(form, { node, name: nameOf(level), fields, scope });
}
