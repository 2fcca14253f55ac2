import type { AwardNode, Expr } from '../model';
import { amountIn, capOf, timesOf } from './amount';
import { at, type Leaf, need } from './leaf-context';

/** `{ fixed: 20万元 }`, also by category through a table, also times a count. */
export function checkFixed(leaf: Leaf): AwardNode | undefined {
  const field = need('fixed', leaf);
  const each = field && amountIn(field, leaf.scope, { zh: '固定金额', en: 'A fixed amount' });
  const times = timesOf(leaf);
  const cap = capOf(leaf, times);
  if (each === undefined) return undefined;
  const { position } = at(leaf);
  const amount: Expr = times === undefined ? each : { op: 'multiply', left: each, right: times, position };
  return { form: 'fixed', amount, ...cap, ...at(leaf) };
}
