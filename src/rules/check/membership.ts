import { positionOf } from '../diagnostics';
import { firstName, type Syntax, type SyntaxOf } from '../expression';
import type { Expr } from '../model';
import { reportIncomparable } from './agree';
import { categoryValues } from './category';
import { type Checked, type Checker, nothing } from './checked';
import { checkDateRange } from './date-range';
import { beside, type Place } from './figures';
import type { Scope } from './scope';
import { expectedWords, FLAG, typeWords, type ValueType } from './type';

/** `x in […]`, `date in policyYear`, `date in 2022-11..2024-02`, `rate in 10%..15%`. */
export function checkMembership(syntax: SyntaxOf<'binary'>, checker: Checker, place: Place): Checked {
  const first = checker.check(syntax.left, place);
  const inside = beside(place, firstName(syntax.left));
  const expr = membership(syntax, first, checker, inside);
  return { expr: expr ?? nothing(syntax.span).expr, type: FLAG };
}

function membership(
  syntax: SyntaxOf<'binary'>,
  { expr, type }: Checked,
  checker: Checker,
  place: Place,
): Expr | undefined {
  const { right } = syntax;
  const position = positionOf(syntax.span);
  if (type.kind === 'unknown') return undefined;
  if (type.kind === 'category' && expr.op === 'indicator' && right.kind === 'list') {
    const values = categoryValues(right.items, type.indicator, checker.scope);
    return { op: 'isOneOf', key: expr.key, values, position };
  }
  if (type.kind === 'date' && right.kind !== 'list') {
    const range = checkDateRange(right, checker, place);
    return range && { op: 'within', date: expr, range, position };
  }
  if ((type.kind === 'number' || type.kind === 'date') && right.kind === 'list') {
    const values = right.items.map((item) => member(type, item, syntax, checker, place));
    return type.kind === 'number'
      ? { op: 'equalsOneOf', left: expr, values, position }
      : anyDate(expr, values, syntax);
  }
  if (type.kind === 'number' && right.kind === 'range') return between(expr, type, right, checker, place);
  reportNoChoice(type, syntax, checker.scope);
  return undefined;
}

function member(type: ValueType, item: Syntax, whole: Syntax, { scope, check }: Checker, place: Place): Expr {
  const checked = check(item, place, type);
  reportIncomparable(type, checked.type, item, whole, scope);
  return checked.expr;
}

function anyDate(date: Expr, values: readonly Expr[], syntax: Syntax): Expr {
  const position = positionOf(syntax.span);
  const terms = values.map((right): Expr => ({
    op: 'compare',
    comparator: '=',
    left: date,
    right,
    position,
  }));
  return { op: 'or', terms, position };
}

/** Both ends included. */
function between(
  left: Expr,
  type: ValueType,
  range: SyntaxOf<'range'>,
  checker: Checker,
  place: Place,
): Expr {
  const position = positionOf(range.span);
  const [from, to] = [range.from, range.to].map((end) => member(type, end, range, checker, place));
  const terms = [
    ...(from === undefined
      ? []
      : [{ op: 'compare', comparator: '>=', left, right: from, position } as const]),
    ...(to === undefined ? [] : [{ op: 'compare', comparator: '<=', left, right: to, position } as const]),
  ];
  return { op: 'and', terms, position };
}

function reportNoChoice(type: ValueType, { left, right }: SyntaxOf<'binary'>, scope: Scope): void {
  if (type.kind === 'category') {
    scope.report('type-mismatch', right.span, {
      found: { zh: '别的写法', en: 'something else' },
      expected: {
        zh: '方括号中的类别值，如 [批发业, 零售业]',
        en: 'category values in brackets, such as [批发业, 零售业]',
      },
    });
  } else if (type.kind === 'number' || type.kind === 'zero') {
    scope.report('type-mismatch', right.span, {
      found: { zh: '别的写法', en: 'something else' },
      expected: { zh: '方括号中的数或区间', en: 'figures in brackets, or a range' },
    });
  } else {
    const expected = expectedWords('category', 'number', 'date');
    scope.report('type-mismatch', left.span, { found: typeWords(type), expected });
  }
}
