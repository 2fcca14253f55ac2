import { positionOf } from '../diagnostics';
import { type Dimension, divideDimensions, multiplyDimensions, RATIO } from '../dimension';
import type { SyntaxOf } from '../expression';
import type { Expr } from '../model';
import { unitOf } from './agree';
import { type Checked, type Checker, nothing } from './checked';
import type { Place } from './figures';
import type { Scope } from './scope';
import { commonType, DATE, expectedWords, isNumeric, number, typeWords, type ValueType } from './type';

/** `+ - * /`: sums need one dimension, products and quotients make one; a date may be moved by a period. */
export function checkArithmetic(
  syntax: SyntaxOf<'binary'>,
  operator: '+' | '-' | '*' | '/',
  { scope, check }: Checker,
  place: Place,
): Checked {
  const left = check(syntax.left, place);
  const right = check(syntax.right, place);
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return nothing(syntax.span);
  if (left.type.kind === 'date' && (operator === '+' || operator === '-')) {
    return checkShift(syntax, operator, left, right, scope);
  }
  for (const [side, { type }] of [
    [syntax.left, left],
    [syntax.right, right],
  ] as const) {
    if (isNumeric(type)) continue;
    scope.report('type-mismatch', side.span, { found: typeWords(type), expected: expectedWords('number') });
    return nothing(syntax.span);
  }
  const type =
    operator === '+' || operator === '-'
      ? commonType(left.type, right.type)
      : product(left.type, right.type, operator);
  if (type === undefined) {
    scope.report('unit-mismatch', syntax.span, { left: unitOf(left.type), right: unitOf(right.type) });
    return nothing(syntax.span);
  }
  return {
    expr: { op: OPERATIONS[operator], left: left.expr, right: right.expr, position: positionOf(syntax.span) },
    type,
  };
}

const OPERATIONS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

function product(left: ValueType, right: ValueType, operator: '*' | '/'): ValueType {
  if (left.kind === 'zero' || right.kind === 'zero') return { kind: 'zero' };
  const [a, b] = [dimension(left), dimension(right)];
  return number(operator === '*' ? multiplyDimensions(a, b) : divideDimensions(a, b));
}

const dimension = (type: ValueType): Dimension => (type.kind === 'number' ? type.dimension : RATIO);

const PERIODS = ['年', '月', '日'] as const;

function checkShift(
  syntax: SyntaxOf<'binary'>,
  operator: '+' | '-',
  date: Checked,
  by: Checked,
  scope: Scope,
): Checked {
  const byPeriod = by.type.kind === 'number' ? by.type.dimension : {};
  if (!PERIODS.some((period) => byPeriod[period] === 1 && Object.keys(byPeriod).length === 1)) {
    const expected = { zh: '若干年、个月或日', en: 'a number of years, months or days' };
    scope.report('type-mismatch', syntax.right.span, { found: typeWords(by.type), expected });
    return nothing(syntax.span);
  }
  const expr: Expr = {
    op: 'shift',
    date: date.expr,
    by: by.expr,
    sign: operator === '+' ? 1 : -1,
    position: positionOf(syntax.span),
  };
  return { expr, type: DATE };
}
