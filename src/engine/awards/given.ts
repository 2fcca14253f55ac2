import { isKnownZero, never, type Mechanism } from './award';
import { underCap, type Cap } from './cap';
import { multiply } from '../expressions/arithmetic';
import { asNumber, type Evaluate } from '../values/value';

/** An amount that the analyst gives; of a ceiling the cap is the bound until then. */
export function given(amount: Evaluate, count: Evaluate | undefined, cap: Cap): Mechanism {
  const product = count === undefined ? amount : multiply(amount, count);
  return {
    award: (row) => underCap(asNumber(product(row)), cap(row)),
    zeroBase: count === undefined ? never : (row) => isKnownZero(count(row)),
  };
}
