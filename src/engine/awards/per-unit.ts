import { isKnownZero, type Mechanism } from './award';
import { underCap, type Cap } from './cap';
import { divide, multiply } from '../expressions/arithmetic';
import { floor } from '../values/fraction';
import { asNumber, type Evaluate } from '../values/value';

/** So much for every unit of the base: whole units only, or fractions in proportion. */
export function perUnit(
  base: Evaluate,
  each: Evaluate,
  pays: Evaluate,
  counting: 'whole' | 'proRata',
  cap: Cap,
): Mechanism {
  const ratio = divide(base, each);
  const units = counting === 'whole' ? wholeUnits(ratio) : ratio;
  const product = multiply(units, pays);
  return {
    award: (row) => underCap(asNumber(product(row)), cap(row)),
    zeroBase: (row) => isKnownZero(base(row)),
  };
}

function wholeUnits(ratio: Evaluate): Evaluate {
  return (row) => {
    const value = ratio(row);
    return value.kind === 'number' ? floor(value) : value;
  };
}
