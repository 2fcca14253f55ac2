import { Decimal, ZERO, type PayoutShare } from '../../rules';
import type { PayoutLine } from '../outcome';

/** Everything in the award's year, unless the clause says otherwise. */
const AT_ONCE: readonly PayoutShare[] = [{ after: 0, weight: 1 }];

/** An award over its years: shares in proportion, to the fen, the last one taking the rest. */
export function payoutOf(amount: Decimal, shares: readonly PayoutShare[]): readonly PayoutLine[] {
  const schedule = shares.length === 0 ? AT_ONCE : shares;
  const total = schedule.reduce((sum, { weight }) => sum + weight, 0);
  let rest = amount;
  return schedule.map(({ after, weight }, index) => {
    const last = index === schedule.length - 1;
    const share = last ? rest : Decimal.min(portion(amount, weight, total), rest);
    rest = rest.minus(share);
    return { after, amount: share };
  });
}

/** amount × weight ÷ total, half up to the fen, without a quotient. */
function portion(amount: Decimal, weight: number, total: number): Decimal {
  if (total <= 0) return ZERO;
  const doubled = amount.times(100).times(weight).times(2).plus(total);
  return doubled.divToInt(2 * total).times('0.01');
}
