import { bindClause, type Ground } from '../clauses/bind';
import { sameResult } from '../clauses/review';
import { expressionsOf } from '../expressions/walk';
import { decimalOf } from '../values/decimals';
import { compare, NOUGHT, plus, times, whole } from '../values/fraction';
import type { Result } from '../clauses/result';
import type { DataFinding } from '../outcome';
import type { Clause, GrowthExpr } from '../../rules';

/**
 * Rows where the official growth and the one recomputed from its parts lead to different results:
 * the two fall on different sides of a threshold, and money hangs on which is taken.
 */
export function growthFindings(
  clause: Clause,
  ground: Ground,
): (row: number, result: Result) => DataFinding | undefined {
  const checked = expressionsOf(clause).flatMap((expr) =>
    expr.op === 'growth' ? twoSources(expr, ground) : [],
  );
  if (checked.length === 0) return () => undefined;
  const recomputed = bindClause(clause, ground, { recomputeGrowth: true });
  return (row, result) => {
    const differing = checked.flatMap((source) => source(row) ?? [])[0];
    if (differing === undefined) return undefined;
    const other = recomputed.evaluate(row);
    if (sameResult(other, result)) return undefined;
    return {
      code: 'growthDiffers',
      clause: clause.id,
      row,
      ...differing,
      amount: result.amount,
      recomputedAmount: other.amount,
    };
  };
}

type Differing = Pick<
  Extract<DataFinding, { code: 'growthDiffers' }>,
  'key' | 'official' | 'current' | 'prior'
>;

/** The official growth of a row and the figures it could be recomputed from, where the two differ. */
function twoSources(
  { official: key, current, prior }: GrowthExpr,
  { readers }: Ground,
): readonly ((row: number) => Differing | undefined)[] {
  if (key === undefined || [key, current, prior].some((column) => readers.column(column) === undefined))
    return [];
  const [stated, now, before] = [key, current, prior].map((column) => readers.reader(column, false));
  if (stated === undefined || now === undefined || before === undefined) return [];
  return [
    (row) => {
      const [a, b, c] = [stated(row), now(row), before(row)];
      if (a.kind !== 'number' || b.kind !== 'number' || c.kind !== 'number' || compare(c, NOUGHT) <= 0)
        return undefined;
      const agree = compare(times(plus(a, WHOLE), c), b) === 0;
      return agree ? undefined : { key, official: decimalOf(a), current: decimalOf(b), prior: decimalOf(c) };
    },
  ];
}

const WHOLE = whole(1);
