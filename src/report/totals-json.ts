import type { PolicyOutcome, Sums } from '../engine';
import { type Decimal, ZERO } from '../rules';
import { moneyText } from './money';

/** Totals over all policies evaluated; the `by…` maps hold payable money and leave out what is zero. */
export function totalsJson(policies: readonly PolicyOutcome[]): unknown {
  const totals = policies.map((policy) => policy.totals);
  const sum = (pick: (of: (typeof totals)[number]) => Decimal): string =>
    moneyText(total(totals.map((of) => pick(of))));
  return {
    award: sum((of) => of.award),
    ceiling: sum((of) => of.ceiling),
    saving: sum((of) => of.saving),
    poolReduction: sum((of) => of.poolReduction),
    awardAfterPools: sum((of) => of.awardAfterPools),
    byClause: merged(totals.map((of) => pickSums(of.byClause, 'award'))),
    byDepartment: merged(totals.map((of) => pickSums(of.byDepartment, 'award'))),
    byField: merged(totals.map((of) => pickSums(of.byField, 'award'))),
    byPayoutYear: merged(
      totals.map((of) => new Map([...of.byPayoutYear].map(([year, due]) => [String(year), due]))),
    ),
    byGroup: merged(totals.map((of) => pickSums(of.byGroup, 'award'))),
    ceilingByClause: merged(totals.map((of) => pickSums(of.byClause, 'ceiling'))),
    savingByClause: merged(totals.map((of) => pickSums(of.byClause, 'saving'))),
    unchecked: [...new Set(policies.flatMap(({ unchecked }) => unchecked))],
  };
}

export function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
}

function pickSums(sums: ReadonlyMap<string, Sums>, of: keyof Sums): Map<string, Decimal> {
  return new Map([...sums].map(([key, value]) => [key, value[of]]));
}

/** Adds maps up key by key. */
function merged(maps: readonly ReadonlyMap<string, Decimal>[]): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const map of maps) {
    for (const [key, amount] of map) sums.set(key, (sums.get(key) ?? ZERO).plus(amount));
  }
  return Object.fromEntries(
    [...sums].filter(([, amount]) => !amount.isZero()).map(([key, amount]) => [key, moneyText(amount)]),
  );
}
