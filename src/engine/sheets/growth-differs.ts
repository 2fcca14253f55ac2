import { bindClause, type Ground } from '../clauses/bind';
import { sameResult } from '../clauses/review';
import { expressionsOf } from '../expressions/walk';
import { decimalOf } from '../values/decimals';
import { compare, NOUGHT, plus, times, whole, type Fraction } from '../values/fraction';
import type { Result } from '../clauses/result';
import type { DataFinding } from '../outcome';
import type { Clause, GrowthExpr, IndicatorKey } from '../../rules';

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
    const differing = firstOf(checked, row);
    if (differing === undefined) return undefined;
    const other = recomputed.evaluate(row);
    if (sameResult(other, result)) return undefined;
    return {
      code: 'growthDiffers',
      clause: clause.id,
      row,
      key: differing.key,
      official: decimalOf(differing.official),
      current: decimalOf(differing.current),
      prior: decimalOf(differing.prior),
      amount: result.amount,
      recomputedAmount: other.amount,
    };
  };
}

interface Differing {
  readonly key: IndicatorKey;
  readonly official: Fraction;
  readonly current: Fraction;
  readonly prior: Fraction;
}
type Source = (row: number) => Differing | undefined;

function firstOf(sources: readonly Source[], row: number): Differing | undefined {
  for (const source of sources) {
    const differing = source(row);
    if (differing !== undefined) return differing;
  }
  return undefined;
}

/** The official growth of a row and the figures it could be recomputed from, where the two differ. */
function twoSources({ official: key, current, prior }: GrowthExpr, { readers }: Ground): readonly Source[] {
  if (key === undefined || [key, current, prior].some((column) => readers.column(column) === undefined))
    return [];
  const [stated, now, before] = [key, current, prior].map((column) => readers.reader(column, false));
  if (stated === undefined || now === undefined || before === undefined) return [];
  return [
    (row) => {
      const a = stated(row);
      if (a.kind !== 'number') return undefined;
      const [b, c] = [now(row), before(row)];
      if (b.kind !== 'number' || c.kind !== 'number' || compare(c, NOUGHT) <= 0) return undefined;
      const agree = compare(times(plus(a, WHOLE), c), b) === 0;
      return agree ? undefined : { key, official: a, current: b, prior: c };
    },
  ];
}

const WHOLE = whole(1);
