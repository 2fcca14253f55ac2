import { positionOf } from '../diagnostics';
import { firstName, type SyntaxOf } from '../expression';
import type { Comparator, Expr } from '../model';
import { reportIncomparable } from './agree';
import { categoryValues } from './category';
import { type Checked, type Checker, nothing } from './checked';
import { beside, type Place } from './figures';
import type { Scope } from './scope';
import { expectedWords, FLAG, isNumeric, typeWords, type ValueType } from './type';

/** Comparisons: both sides of one dimension, dates with dates, categories with their values. */
export function checkComparison(
  syntax: SyntaxOf<'binary'>,
  comparator: Comparator,
  checker: Checker,
  place: Place,
): Checked {
  const { left, right } = syntax;
  const { scope, check } = checker;
  const [leftName, rightName] = [firstName(left), firstName(right)];
  const leftPlace = beside(place, rightName ?? leftName);
  const rightPlace = beside(place, leftName ?? rightName);
  if (left.kind === 'literal') {
    const second = check(right, rightPlace);
    return compare(syntax, comparator, check(left, leftPlace, second.type), second, scope);
  }
  const first = check(left, leftPlace);
  if (first.type.kind === 'category' && first.expr.op === 'indicator') {
    return { expr: compareCategory(syntax, comparator, first.expr.key, first.type, scope), type: FLAG };
  }
  if (first.type.kind === 'unknown' && (right.kind === 'name' || right.kind === 'quoted')) {
    // What a bare name means depends on the left side, of which something has been reported.
    if (right.kind === 'name') scope.resolve(right.name);
    return { expr: nothing(syntax.span).expr, type: FLAG };
  }
  return compare(syntax, comparator, first, check(right, rightPlace, first.type), scope);
}

function compare(
  syntax: SyntaxOf<'binary'>,
  comparator: Comparator,
  left: Checked,
  right: Checked,
  scope: Scope,
): Checked {
  const position = positionOf(syntax.span);
  if (left.type.kind === 'flag' && right.expr.op === 'boolean' && isEquality(comparator)) {
    const wanted = right.expr.value === (comparator === '=');
    return { expr: wanted ? left.expr : { op: 'not', term: left.expr, position }, type: FLAG };
  }
  const expr: Expr = { op: 'compare', comparator, left: left.expr, right: right.expr, position };
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return { expr, type: FLAG };
  const odd = [
    { side: syntax.left, type: left.type },
    { side: syntax.right, type: right.type },
  ].find(({ type }) => !isOrdered(type));
  if (odd === undefined) reportIncomparable(left.type, right.type, syntax.right, syntax, scope);
  else {
    const expected = expectedWords('number', 'date');
    scope.report('type-mismatch', odd.side.span, { found: typeWords(odd.type), expected });
  }
  return { expr, type: FLAG };
}

const isEquality = (comparator: Comparator): boolean => comparator === '=' || comparator === '!=';
const isOrdered = (type: ValueType): boolean => isNumeric(type) || type.kind === 'date';

function compareCategory(
  syntax: SyntaxOf<'binary'>,
  comparator: Comparator,
  key: string,
  type: ValueType & { kind: 'category' },
  scope: Scope,
): Expr {
  if (!isEquality(comparator)) {
    scope.report('type-mismatch', syntax.span, {
      found: { zh: `“${comparator}”比较`, en: `a comparison with "${comparator}"` },
      expected: { zh: '= 或 !=（类别没有大小）', en: '= or != (categories have no order)' },
    });
    return nothing(syntax.span).expr;
  }
  const position = positionOf(syntax.span);
  const values = categoryValues([syntax.right], type.indicator, scope);
  const expr: Expr = { op: 'isOneOf', key, values, position };
  return comparator === '=' ? expr : { op: 'not', term: expr, position };
}
