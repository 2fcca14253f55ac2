import { checkChoice, type Scope } from '../check';
import { printDimension, sameDimension } from '../dimension';
import type { AwardNode, UnitCounting } from '../model';
import { named, oneOf, reportMissingKey } from '../schema';
import { entryOf, type MapNode } from '../yaml';
import { amountIn, capOf } from './amount';
import type { Field } from './field';
import { at, type Leaf, need } from './leaf-context';

/** `{ base, each, pays, units }`: so much for every unit of the base. */
export function checkPerUnit(leaf: Leaf): AwardNode | undefined {
  const { fields, scope } = leaf;
  const [base, each, pays] = [need('base', leaf), need('each', leaf), need('pays', leaf)];
  const paid = pays && amountIn(pays, scope, { zh: 'pays', en: 'pays' });
  const units = checkUnits(fields.get('units'), scope);
  const cap = capOf(leaf);
  const [whole, unit] = [base?.checked, each?.checked];
  if (each === undefined || whole === undefined || unit === undefined) return undefined;
  if (whole.type.kind === 'number' && unit.type.kind === 'number') {
    const [left, right] = [whole.type.dimension, unit.type.dimension];
    if (!sameDimension(left, right)) {
      const words = { left: printDimension(left), right: printDimension(right) };
      scope.report('unit-mismatch', each.node.span, words);
    }
  }
  if (paid === undefined || units === undefined) return undefined;
  return { form: 'perUnit', base: whole.expr, each: unit.expr, pays: paid, units, ...cap, ...at(leaf) };
}

const way = oneOf('whole', 'proRata');
const ways = named(way);

/** `units: whole`, `proRata`, or one of them under each option of a reading. */
function checkUnits(field: Field | undefined, scope: Scope): UnitCounting | undefined {
  if (field === undefined) return { kind: 'whole' };
  if (field.node.kind === 'map') return checkByReading(field.node, scope);
  const read = way.read(field.node, scope.report);
  return read && { kind: read.value };
}

function checkByReading(node: MapNode, scope: Scope): UnitCounting | undefined {
  const reading = entryOf(node, 'reading');
  if (reading?.value.kind !== 'text') {
    reportMissingKey(node, 'reading', { zh: 'units', en: 'units' }, scope.report);
    return undefined;
  }
  const rest = { ...node, entries: node.entries.filter((entry) => entry !== reading) };
  const entries = ways.read(rest, scope.report) ?? [];
  const choice = checkChoice(reading.value, entries, scope, ({ value }) => value.value);
  return choice && { kind: 'byReading', ...choice };
}
