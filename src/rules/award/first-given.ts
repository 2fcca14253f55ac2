import { positionOf } from '../diagnostics';
import type { AwardNode } from '../model';
import { EXPECTED, wrongShape } from '../schema';
import type { MapNode } from '../yaml';
import type { CheckNode } from './by-reading';
import { type Level, nameOf } from './level';

/** `firstGiven: [{…}, {…}]`: the first whose parameter the analyst has given. */
export function checkFirstGiven(node: MapNode, level: Level, checkNode: CheckNode): AwardNode | undefined {
  const { scope } = level;
  const list = level.fields.get('firstGiven')?.node;
  if (list?.kind !== 'list') return wrongShape(list ?? node, EXPECTED.list, scope.report);
  const fields = new Map([...level.fields].filter(([key]) => key !== 'firstGiven'));
  const nodes: AwardNode[] = [];
  for (const item of list.items) {
    const each =
      item.kind === 'map'
        ? checkNode(item, { ...level, fields })
        : wrongShape(item, EXPECTED.map, scope.report);
    if (each !== undefined) nodes.push(each);
  }
  return { form: 'firstGiven', nodes, name: nameOf(level), position: positionOf(node.span) };
}
