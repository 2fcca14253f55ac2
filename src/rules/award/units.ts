import { checkChoice, type Scope } from '../check';
import { suggest } from '../diagnostics/suggest';
import type { UnitCounting } from '../model';
import { named, oneOf } from '../schema';
import { entryOf, type MapNode } from '../yaml';
import type { Field } from './field';

const way = oneOf('whole', 'proRata');
const ways = named(way);

/** `units: whole`, `proRata`, or one of them under each option of a reading. */
export function checkUnits(field: Field | undefined, scope: Scope): UnitCounting | undefined {
  if (field === undefined) return { kind: 'whole' };
  if (field.node.kind !== 'map') {
    const read = way.read(field.node, scope.report);
    return read && { kind: read.value };
  }
  return checkByReading(field.node, scope);
}

function checkByReading(node: MapNode, scope: Scope): UnitCounting | undefined {
  const reading = entryOf(node, 'reading');
  if (reading?.value.kind !== 'text') {
    const known = node.entries.map(({ key }) => key.value);
    scope.report('unknown-key', node.span, {
      key: known[0] ?? '',
      known: ['reading'],
      suggestion: suggest('reading', known),
    });
    return undefined;
  }
  const rest = { ...node, entries: node.entries.filter((entry) => entry !== reading) };
  const entries = ways.read(rest, scope.report) ?? [];
  const choice = checkChoice(reading.value, entries, scope, ({ value }) => value.value);
  return choice && { kind: 'byReading', ...choice };
}
