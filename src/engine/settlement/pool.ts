import { Decimal, POOL_SHARINGS, ZERO, type Clause, type Pool, type PoolSharing } from '../../rules';
import type { ClauseOutcome, PoolOutcome, RowRef } from '../outcome';
import type { Plan } from '../plan';

/** One payable award of a pooled clause. */
export interface Claim {
  readonly at: RowRef;
  readonly amount: Decimal;
}

/**
 * A pool that is claimed beyond its size is shared as its reading says. In proportion: every share rounded
 * down to the fen, and the fen that are left go to the largest remainders, earlier rows first among equals.
 * Undefined where there is no pool, or it is to be left out of account.
 */
export function sharePool(clause: Clause, claims: readonly Claim[], plan: Plan): PoolOutcome | undefined {
  const figure = clause.pool === undefined ? undefined : plan.figures.get(clause.pool.amount);
  if (clause.pool === undefined || figure?.kind !== 'quantity') return undefined;
  const sharing = sharingOf(clause.pool, plan);
  if (sharing === 'ignore') return undefined;
  const size = figure.value;
  const claimed = claims.reduce((sum, { amount }) => sum.plus(amount), ZERO);
  const reduction = Decimal.max(claimed.minus(size), ZERO);
  return {
    clause: clause.id,
    figure: clause.pool.amount,
    sharing,
    size,
    claimed,
    reduction,
    shares: reduction.isZero()
      ? claims.map(({ at, amount }) => ({ at, claimed: amount, amount }))
      : cutShares(claims, { claimed, size, sharing }),
  };
}

function sharingOf({ reading }: Pool, { readings }: Plan): PoolSharing {
  const option = reading === undefined ? undefined : readings.get(reading);
  return POOL_SHARINGS.find((sharing) => sharing === option) ?? 'proportional';
}

function cutShares(
  claims: readonly Claim[],
  { claimed, size, sharing }: Pick<PoolOutcome, 'claimed' | 'size' | 'sharing'>,
): PoolOutcome['shares'] {
  if (sharing === 'first-come') return [];
  const shares = apportion(claims, claimed, size);
  return claims.map(({ at, amount }, index) => ({ at, claimed: amount, amount: shares[index] ?? ZERO }));
}

const FEN = new Decimal('0.01');

function apportion(claims: readonly Claim[], claimed: Decimal, size: Decimal): readonly Decimal[] {
  const poolFen = size.times(100).floor();
  const parts = claims.map(({ amount }, index) => {
    const scaled = amount.times(poolFen);
    const whole = scaled.divToInt(claimed);
    return { index, whole, remainder: scaled.minus(whole.times(claimed)) };
  });
  const left = poolFen.minus(parts.reduce((sum, { whole }) => sum.plus(whole), ZERO)).toNumber();
  const raised = new Set(
    parts
      .toSorted((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ index, whole }) => whole.plus(raised.has(index) ? 1 : 0).times(FEN));
}

export function claimsOf(outcomes: readonly ClauseOutcome[], sheet: number): readonly Claim[] {
  return outcomes.flatMap(({ status, row, amount }) =>
    status === 'payable' && amount !== null ? [{ at: { sheet, row }, amount }] : [],
  );
}
