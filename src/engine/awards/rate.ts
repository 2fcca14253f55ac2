import { isKnownZero, type Mechanism } from './award';
import { underCap, type Cap } from './cap';
import { multiply } from '../expressions/arithmetic';
import { asNumber, type Evaluate } from '../values/value';

/** base × rate, also of another authority's award; with `times` for so many cars, persons or parcels together. */
export function rate(base: Evaluate, rateOf: Evaluate, count: Evaluate | undefined, cap: Cap): Mechanism {
  const each = multiply(base, rateOf);
  const product = count === undefined ? each : multiply(each, count);
  return {
    award: (row) => underCap(asNumber(product(row)), cap(row)),
    zeroBase: (row) => isKnownZero(base(row)) || (count !== undefined && isKnownZero(count(row))),
  };
}
