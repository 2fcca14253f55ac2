import { ZERO, type ClauseId, type Decimal } from '../../rules';
import type { SheetData } from '../columns';
import type { ClauseOutcome, ClauseSums, PoolOutcome, SheetOutcome, Status, Sums, Totals } from '../outcome';
import type { Plan } from '../plan';

/** The three kinds of money, never mixed. */
interface MutableSums {
  award: Decimal;
  ceiling: Decimal;
  saving: Decimal;
}
interface MutableClauseSums extends MutableSums {
  readonly counts: Partial<Record<Status, number>>;
}
const nothing = (): MutableSums => ({ award: ZERO, ceiling: ZERO, saving: ZERO });

/** Where the money of a status counts. */
const COUNTS: Readonly<Partial<Record<Status, keyof MutableSums>>> = {
  payable: 'award',
  ceiling: 'ceiling',
  saving: 'saving',
};

/** What a row's outcomes add up to. */
export function sumsOf(outcomes: readonly ClauseOutcome[]): Sums {
  const sums = nothing();
  for (const outcome of outcomes) count(sums, outcome);
  return sums;
}

/** Totals are sums of rows, by clause, department, field, payout year and group. */
export function totalsOf(
  plan: Plan,
  sheets: readonly SheetOutcome[],
  data: readonly SheetData[],
  pools: readonly PoolOutcome[],
  groupBy: string | undefined,
): Totals {
  const total = nothing();
  const byClause = new Map<ClauseId, MutableClauseSums>();
  const byDepartment = new Map<string, MutableSums>();
  const byField = new Map<string, MutableSums>();
  const byGroup = new Map<string, MutableSums>();
  const byPayoutYear = new Map<number, Decimal>();
  for (const { sheet, rows } of sheets) {
    const groups = groupBy === undefined ? undefined : data[sheet]?.groups.get(groupBy);
    for (const { row, clauses } of rows) {
      for (const outcome of clauses) {
        const clause = plan.policy.clauses.get(outcome.clause);
        if (clause === undefined) continue;
        const ofClause = entry(byClause, clause.id, (): MutableClauseSums => ({ ...nothing(), counts: {} }));
        ofClause.counts[outcome.status] = (ofClause.counts[outcome.status] ?? 0) + 1;
        if (outcome.amount === null || COUNTS[outcome.status] === undefined) continue;
        count(total, outcome);
        count(ofClause, outcome);
        count(entry(byDepartment, clause.department, nothing), outcome);
        count(entry(byField, clause.field, nothing), outcome);
        if (groupBy !== undefined) count(entry(byGroup, groups?.[row] ?? '', nothing), outcome);
        for (const { after, amount } of outcome.payout) {
          const year = plan.policy.year + after;
          byPayoutYear.set(year, (byPayoutYear.get(year) ?? ZERO).plus(amount));
        }
      }
    }
  }
  const poolReduction = pools.reduce((sum, { reduction }) => sum.plus(reduction), ZERO);
  return {
    ...total,
    poolReduction,
    awardAfterPools: total.award.minus(poolReduction),
    byClause: new Map(
      [...plan.policy.clauses.keys()].flatMap((id) => afterPool(id, byClause.get(id), pools)),
    ),
    byDepartment,
    byField,
    byPayoutYear: new Map([...byPayoutYear].toSorted(([a], [b]) => a - b)),
    byGroup,
  };
}

function afterPool(
  id: ClauseId,
  sums: MutableClauseSums | undefined,
  pools: readonly PoolOutcome[],
): readonly [ClauseId, ClauseSums][] {
  if (sums === undefined) return [];
  const reduction = pools.find(({ clause }) => clause === id)?.reduction ?? ZERO;
  return [[id, { ...sums, awardAfterPool: sums.award.minus(reduction) }]];
}

function count(sums: MutableSums, { status, amount }: ClauseOutcome): void {
  const kind = COUNTS[status];
  if (kind !== undefined && amount !== null) sums[kind] = sums[kind].plus(amount);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
