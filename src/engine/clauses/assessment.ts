import { expressionsOf, keysOf } from '../expressions/walk';
import type { Clause, Expr, IndicatorKey, ShareExpr, Vocabulary } from '../../rules';

/**
 * Which columns a clause lacks on a sheet. Required inputs need theirs; a figure of the year
 * before may be absent where the official growth is there, and a rate where both its parts are.
 * Parameters are never columns.
 */
export function missingColumns(
  clause: Clause,
  has: (key: IndicatorKey) => boolean,
  vocabulary: Vocabulary,
): readonly IndicatorKey[] {
  const expressions = expressionsOf(clause);
  const lacking = new Set<IndicatorKey>();
  for (const { key, required } of clause.inputs) {
    const isParameter = vocabulary.indicators.get(key)?.parameter !== undefined;
    if (required && !isParameter && !has(key) && !dispensable(key, expressions, has)) lacking.add(key);
  }
  for (const expr of expressions) {
    if (expr.op === 'share') for (const key of unavailable(expr, has)) lacking.add(key);
  }
  const order = clause.inputs.map(({ key }) => key);
  return [...lacking].toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** A prior-year figure or a part of a rate, used for nothing but what the sheet gives officially. */
function dispensable(
  key: IndicatorKey,
  expressions: readonly Expr[],
  has: (key: IndicatorKey) => boolean,
): boolean {
  let replaceable = false;
  for (const expr of expressions) {
    if (!keysOf(expr).includes(key)) continue;
    const official =
      (expr.op === 'growth' || expr.op === 'share') && expr.official !== undefined && has(expr.official);
    if (!official) return false;
    replaceable ||= expr.op === 'share' || expr.prior === key;
  }
  return replaceable;
}

function unavailable(
  { part, whole, official, names }: ShareExpr,
  has: (key: IndicatorKey) => boolean,
): readonly IndicatorKey[] {
  const parts = [part, whole].filter((key) => !has(key));
  if (parts.length === 0 || (official !== undefined && has(official))) return [];
  return official !== undefined && names === 'rate' ? [official] : parts;
}
