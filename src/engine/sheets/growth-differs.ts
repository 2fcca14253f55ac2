import { CellState } from '../columns';
import { bindClause, type Ground } from '../clauses/bind';
import { sameResult } from '../clauses/review';
import { expressionsOf } from '../expressions/walk';
import type { Result } from '../clauses/result';
import type { DataFinding } from '../outcome';
import type { Clause, GrowthExpr, IndicatorKey } from '../../rules';

/**
 * Rows where the official growth and the one recomputed from its parts lead to different results:
 * the two fall on different sides of a threshold, and money hangs on which is taken.
 */
export function growthFindings(clause: Clause, ground: Ground): (row: number, result: Result) => DataFinding | undefined {
  const growths = expressionsOf(clause).filter((expr): expr is Extract<typeof expr, GrowthExpr> => expr.op === 'growth');
  const checkable = growths.flatMap(({ official, current, prior }) =>
    official === undefined || ![official, current, prior].every((key) => ground.readers.column(key) !== undefined) ? [] : [{ official, parts: [current, prior] }],
  );
  if (checkable.length === 0) return () => undefined;
  const recomputed = bindClause(clause, ground, { recomputeGrowth: true });
  const has = (key: IndicatorKey, row: number): boolean => ground.readers.column(key)?.states[row] === CellState.value;
  return (row, result) => {
    const both = checkable.find(({ official, parts }) => has(official, row) && parts.every((key) => has(key, row)));
    if (both === undefined) return undefined;
    const official = ground.readers.reader(both.official, false)(row);
    if (official.kind !== 'number') return undefined;
    const other = recomputed.evaluate(row);
    if (sameResult(other, result)) return undefined;
    const { amount } = result;
    return { code: 'growthDiffers', clause: clause.id, row, key: both.official, official: official.num, amount, recomputedAmount: other.amount };
  };
}
