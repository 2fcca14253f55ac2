import type { AwardNode } from '../model';
import { capOf, timesOf } from './amount';
import { indicatorIn } from './indicator-field';
import { at, type Leaf, need } from './leaf-context';

/** `{ given: analystAmount, cap }`: an amount of the analyst. */
export function checkGivenAmount(leaf: Leaf): AwardNode | undefined {
  const indicator = indicatorIn(need('given', leaf), leaf.scope, 'money');
  const times = timesOf(leaf);
  const cap = capOf(leaf, times);
  if (indicator === undefined) return undefined;
  return {
    form: 'given',
    amount: indicator.key,
    ...(times === undefined ? {} : { times }),
    ...cap,
    ...at(leaf),
  };
}
