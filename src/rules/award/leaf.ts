import type { AwardNode } from '../model';
import { checkFixed } from './fixed';
import type { LeafForm } from './forms';
import { checkGivenAmount } from './given';
import { at, type Leaf } from './leaf-context';
import { checkLookup } from './lookup';
import { amountIn } from './amount';
import { checkPerUnit } from './per-unit';
import { checkRate } from './rate';
import { checkUplift } from './uplift';

type SimpleForm = Exclude<LeafForm, 'firstGiven'>;

const CHECKS: Readonly<Record<SimpleForm, (leaf: Leaf) => AwardNode | undefined>> = {
  fixed: checkFixed,
  rate: checkRate,
  perUnit: checkPerUnit,
  given: checkGivenAmount,
  lookup: checkLookup,
  uplift: checkUplift,
};

/** A form that gives an amount itself, less what was already paid where the rule says so. */
export function checkLeaf(form: SimpleForm, leaf: Leaf): AwardNode | undefined {
  const due = CHECKS[form](leaf);
  const less = leaf.fields.get('less');
  if (less === undefined || due === undefined) return due;
  const paid = amountIn(less, leaf.scope, { zh: 'less', en: 'less' });
  return paid && { form: 'difference', due, less: paid, ...at(leaf) };
}
