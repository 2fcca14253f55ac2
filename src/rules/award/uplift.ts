import { positionOf } from '../diagnostics';
import type { AwardNode } from '../model';
import { oneOf, oneOrMore, text } from '../schema';
import { cap, indicatorOf, type LeafContext } from './leaf';

const bases = oneOrMore(text);
const take = oneOf('highest', 'sum');

/** `{ uplift: [clauses], by: rate, take: highest }`: a share of what other clauses of the policy give. */
export function checkUplift(context: LeafContext): AwardNode | undefined {
  const { fields, scope, node, name } = context;
  const of = fields.get('uplift');
  const names = of && bases.read(of.node, scope.report);
  const way = fields.get('take');
  const chosen = way === undefined ? undefined : take.read(way.node, scope.report);
  const by = fields.get('by');
  if (by === undefined || names === undefined) {
    const missing = by === undefined ? 'by' : 'uplift';
    const at = { ...node.span, end: node.span.start + 1 };
    scope.report('award-form', at, { zh: `缺少 ${missing}`, en: `${missing} is missing` });
  }
  const rate = indicatorOf(by, scope, 'ratio');
  if (names === undefined || rate === undefined) return undefined;
  return {
    form: 'uplift',
    of: names.flatMap((each) => scope.clauses.resolve(each, scope.report) ?? []),
    by: rate.key,
    take: chosen?.value ?? 'highest',
    ...cap(fields, scope, undefined),
    name,
    position: positionOf(node.span),
  };
}
