import { positionOf } from '../diagnostics';
import { firstName, type Syntax, type SyntaxOf } from '../expression';
import type { Comparator, Expr } from '../model';
import { unitOf } from './arithmetic';
import { categoryValues } from './category';
import { type Checked, nothing } from './checked';
import { checkExpression } from './expression';
import { beside, type Place } from './figures';
import type { Scope } from './scope';
import { commonType, expectedWords, FLAG, isNumeric, typeWords, type ValueType } from './type';

/** Comparisons: both sides of one dimension, dates with dates, categories with their values. */
export function checkComparison(
  syntax: SyntaxOf<'binary'>,
  comparator: Comparator,
  scope: Scope,
  place: Place,
): Checked {
  const { left, right } = syntax;
  const names = [firstName(left), firstName(right)];
  const leftPlace = beside(place, names[1] ?? names[0]);
  const rightPlace = beside(place, names[0] ?? names[1]);
  const position = positionOf(syntax.span);
  if (left.kind === 'literal') {
    const second = checkExpression(right, scope, rightPlace);
    const first = checkExpression(left, scope, leftPlace, second.type);
    return compare(syntax, comparator, first, second, scope);
  }
  const first = checkExpression(left, scope, leftPlace);
  if (first.type.kind === 'category' && first.expr.op === 'indicator') {
    return { expr: checkCategory(syntax, comparator, first.expr.key, first.type, scope), type: FLAG };
  }
  if (first.type.kind === 'unknown' && (right.kind === 'name' || right.kind === 'quoted')) {
    if (right.kind === 'name') scope.resolve(right.name);
    return { expr: { op: 'boolean', value: false, position }, type: FLAG };
  }
  return compare(syntax, comparator, first, checkExpression(right, scope, rightPlace, first.type), scope);
}

function compare(
  syntax: SyntaxOf<'binary'>,
  comparator: Comparator,
  left: Checked,
  right: Checked,
  scope: Scope,
): Checked {
  const position = positionOf(syntax.span);
  const expr: Expr = { op: 'compare', comparator, left: left.expr, right: right.expr, position };
  if (
    left.type.kind === 'flag' &&
    right.expr.op === 'boolean' &&
    (comparator === '=' || comparator === '!=')
  ) {
    const wanted = right.expr.value === (comparator === '=');
    return { expr: wanted ? left.expr : { op: 'not', term: left.expr, position }, type: FLAG };
  }
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return { expr, type: FLAG };
  const comparable = (type: ValueType): boolean => isNumeric(type) || type.kind === 'date';
  for (const [side, { type }] of [
    [syntax.left, left],
    [syntax.right, right],
  ] as const) {
    if (comparable(type)) continue;
    scope.report('type-mismatch', side.span, {
      found: typeWords(type),
      expected: expectedWords('number', 'date'),
    });
    return { expr, type: FLAG };
  }
  reportIncomparable(syntax.right, left.type, right.type, syntax, scope);
  return { expr, type: FLAG };
}

/** Whether the two sides measure the same; reported otherwise. */
export function reportIncomparable(
  rightSide: Syntax,
  left: ValueType,
  right: ValueType,
  whole: Syntax,
  scope: Scope,
): void {
  if (commonType(left, right) !== undefined) return;
  if (isNumeric(left) && isNumeric(right)) {
    scope.report('incomparable', whole.span, { left: unitOf(left), right: unitOf(right) });
  } else {
    scope.report('type-mismatch', rightSide.span, { found: typeWords(right), expected: typeWords(left) });
  }
}

function checkCategory(
  syntax: SyntaxOf<'binary'>,
  comparator: Comparator,
  key: string,
  type: ValueType & { kind: 'category' },
  scope: Scope,
): Expr {
  const position = positionOf(syntax.span);
  const values = categoryValues([syntax.right], type.indicator, scope);
  if (comparator !== '=' && comparator !== '!=') {
    const expected = { zh: '= 或 !=（类别没有大小）', en: '= or != (categories have no order)' };
    scope.report('type-mismatch', syntax.span, {
      found: { zh: `“${comparator}”比较`, en: `a comparison with "${comparator}"` },
      expected,
    });
    return nothing(syntax.span).expr;
  }
  const expr: Expr = { op: 'isOneOf', key, values, position };
  return comparator === '=' ? expr : { op: 'not', term: expr, position };
}
