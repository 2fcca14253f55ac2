import type { Checked } from '../check';
import { positionOf } from '../diagnostics';
import type { AwardNode, CapSpec } from '../model';
import { capOf, reportNotYuan, timesOf } from './amount';
import { at, type Leaf, need } from './leaf-context';

/** `{ base, rate, cap }`: a share, a price, or (with `match`) a share of another authority's award. */
export function checkRate(leaf: Leaf): AwardNode | undefined {
  const { fields, scope } = leaf;
  const rateField = need('rate', leaf);
  const baseField = fields.get('base') ?? need(fields.has('match') ? 'match' : 'base', leaf);
  const rate = rateField?.checked;
  const base = baseField?.checked;
  const times = timesOf(leaf);
  const bound = boundOf(leaf, base);
  const capped = bound === undefined ? capOf(leaf, times) : { cap: bound };
  if (rateField === undefined || rate === undefined || base === undefined) return undefined;
  reportNotYuan(base, rate, rateField, scope, { zh: '基数乘比例', en: 'Base times rate' });
  return {
    form: 'rate',
    base: base.expr,
    rate: rate.expr,
    ...capped,
    ...(times === undefined ? {} : { times }),
    ...at(leaf),
  };
}

/** `bound: 1%`: that share of the base is the cap, and the bound until a rate is given. */
function boundOf({ fields, scope, node }: Leaf, base: Checked | undefined): CapSpec | undefined {
  const field = fields.get('bound');
  const bound = field?.checked;
  if (field === undefined || bound === undefined || base === undefined) return undefined;
  reportNotYuan(base, bound, field, scope, { zh: '基数乘 bound', en: 'Base times bound' });
  return { amount: { op: 'multiply', left: base.expr, right: bound.expr, position: positionOf(node.span) } };
}
