import { amountOf, payment, unknownAward, type Mechanism } from './award';
import { compare, greater, minus, NOUGHT } from '../values/fraction';
import { asNumber, missingOf, union, type Evaluate } from '../values/value';

/** What is due less what was already paid, not below 0 (补差). */
export function difference(due: Mechanism, less: Evaluate): Mechanism {
  return {
    zeroBase: due.zeroBase,
    award: (row) => {
      const award = due.award(row);
      if (award.kind === 'none' || award.kind === 'open') return award;
      const paid = asNumber(less(row));
      if (award.kind === 'unknown') return unknownAward(union(award.missing, missingOf(paid)));
      if (paid.kind === 'unknown') return unknownAward(paid.missing);
      const taken = paid.kind === 'number' && compare(paid, NOUGHT) > 0 ? paid : NOUGHT;
      return payment(greater(minus(amountOf(award), taken), NOUGHT), null);
    },
  };
}
