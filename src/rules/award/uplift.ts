import type { AwardNode } from '../model';
import { oneOf, oneOrMore, text } from '../schema';
import { capOf } from './amount';
import { indicatorIn } from './indicator-field';
import { at, type Leaf, need } from './leaf-context';

const bases = oneOrMore(text);
const take = oneOf('highest', 'sum');

/** `{ uplift: [clauses], by: rate, take: highest }`: a share of what other clauses of the policy give. */
export function checkUplift(leaf: Leaf): AwardNode | undefined {
  const { fields, scope } = leaf;
  const of = need('uplift', leaf);
  const by = indicatorIn(need('by', leaf), scope, 'ratio');
  const names = of && bases.read(of.node, scope.report);
  const way = fields.get('take');
  const chosen = way && take.read(way.node, scope.report);
  const cap = capOf(leaf);
  const clauses = names?.flatMap((name) => scope.clauses.resolve(name, scope.report) ?? []);
  if (clauses === undefined || by === undefined) return undefined;
  return { form: 'uplift', of: clauses, by: by.key, take: chosen?.value ?? 'highest', ...cap, ...at(leaf) };
}
