import { checkChoice } from '../check';
import { positionOf } from '../diagnostics';
import type { AwardNode } from '../model';
import { EXPECTED, wrongShape } from '../schema';
import type { MapNode, YamlNode } from '../yaml';
import { type Level, nameOf, optionsOf } from './level';

export type CheckNode = (node: MapNode, above: Level) => AwardNode | undefined;

/** `{ reading: name, option: {…}, … }`: another award under each option. */
export function checkByReading(
  node: MapNode,
  reading: YamlNode,
  level: Level,
  checkNode: CheckNode,
): AwardNode | undefined {
  const { scope } = level;
  if (reading.kind !== 'text') {
    return wrongShape(reading, { zh: '读法的名字', en: 'the name of a reading' }, scope.report);
  }
  const choice = checkChoice(reading, optionsOf(node, scope), scope, ({ key, value }) =>
    value.kind === 'map'
      ? checkNode(value, { ...level, options: [...level.options, key.value] })
      : wrongShape(value, EXPECTED.map, scope.report),
  );
  return choice && { form: 'byReading', ...choice, name: nameOf(level), position: positionOf(node.span) };
}
