import { amountOf, never, NONE, openAward, unknownAward, type Award, type Mechanism } from './award';
import { underCap, type Cap } from './cap';
import { greater, isZero, NOUGHT, plus, times, type Fraction } from '../values/fraction';
import { asNumber, union, type Evaluate } from '../values/value';
import type { IndicatorKey } from '../../rules';

/**
 * A share on top of other clauses' awards, after their caps. `highest`: of the bases that are
 * given, and with none given all are missing whatever the uplift; `sum`: of all, each of which
 * must be known once the uplift is given (decision 11).
 */
export function uplift(
  bases: readonly Mechanism[],
  by: Evaluate,
  take: 'highest' | 'sum',
  cap: Cap,
): Mechanism {
  return {
    zeroBase: never,
    award: (row) => {
      const awards = bases.map((base) => base.award(row));
      const open = awards.reduce<readonly IndicatorKey[]>(
        (keys, award) => (award.kind === 'unknown' ? union(keys, award.missing) : keys),
        [],
      );
      const amounts = awards.flatMap(knownAmount);
      const base = take === 'sum' ? sumOf(amounts, open) : highestOf(amounts);
      if (base !== undefined && isZero(base)) return NONE;
      if (base === undefined && take === 'highest') return unknownAward(open);
      const share = asNumber(by(row));
      if (share.kind === 'undecided') return openAward(null);
      if (base === undefined) return unknownAward(open);
      if (share.kind === 'unknown') return unknownAward(share.missing);
      return underCap(times(base, share), cap(row));
    },
  };
}

const highestOf = (amounts: readonly Fraction[]): Fraction | undefined =>
  amounts.length === 0 ? undefined : amounts.reduce(greater, NOUGHT);

const sumOf = (amounts: readonly Fraction[], open: readonly IndicatorKey[]): Fraction | undefined =>
  open.length > 0 ? undefined : amounts.reduce(plus, NOUGHT);

function knownAmount(award: Award): readonly Fraction[] {
  if (award.kind === 'payment') return [amountOf(award)];
  return award.kind === 'none' ? [NOUGHT] : [];
}
