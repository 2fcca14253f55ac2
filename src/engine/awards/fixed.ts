import { never, type Mechanism } from './award';
import { underCap, type Cap } from './cap';
import { asNumber, type Evaluate } from '../values/value';

/** An amount that the text states, by category through a table; no entry, no award. */
export function fixed(amount: Evaluate, cap: Cap): Mechanism {
  return { award: (row) => underCap(asNumber(amount(row)), cap(row)), zeroBase: never };
}
