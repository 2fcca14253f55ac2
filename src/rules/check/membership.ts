import { positionOf } from '../diagnostics';
import { firstName, type Syntax, type SyntaxOf } from '../expression';
import type { DateRange, Expr, FigureValue } from '../model';
import { categoryValues } from './category';
import { type Checked, nothing } from './checked';
import { reportIncomparable } from './comparison';
import { checkExpression } from './expression';
import { beside, type Place } from './figures';
import type { Scope } from './scope';
import { DATE, expectedWords, FLAG, typeWords, type ValueType } from './type';
import { printLiteral } from '../literal';

/** `x in […]`, `date in policyYear`, `date in 2022-11..2024-02`. */
export function checkMembership(syntax: SyntaxOf<'binary'>, scope: Scope, place: Place): Checked {
  const { left, right } = syntax;
  const first = checkExpression(left, scope, place);
  const inside = beside(place, firstName(left));
  const expr = membership(syntax, first, right, scope, inside);
  return { expr: expr ?? nothing(syntax.span).expr, type: FLAG };
}

function membership(
  syntax: SyntaxOf<'binary'>,
  { expr: left, type }: Checked,
  right: Syntax,
  scope: Scope,
  place: Place,
): Expr | undefined {
  const position = positionOf(syntax.span);
  if (type.kind === 'unknown') return undefined;
  if (type.kind === 'category' && left.op === 'indicator' && right.kind === 'list') {
    return {
      op: 'isOneOf',
      key: left.key,
      values: categoryValues(right.items, type.indicator, scope),
      position,
    };
  }
  if (type.kind === 'date' && right.kind !== 'list') {
    const range = dateRange(right, scope, place);
    return range && { op: 'within', date: left, range, position };
  }
  if ((type.kind === 'number' || type.kind === 'date') && right.kind === 'list') {
    const values = right.items.map((item) => memberOf(type, item, syntax, scope, place));
    if (type.kind === 'number') return { op: 'equalsOneOf', left, values, position };
    const terms = values.map((value): Expr => ({
      op: 'compare',
      comparator: '=',
      left,
      right: value,
      position,
    }));
    return { op: 'or', terms, position };
  }
  if (type.kind === 'number' && right.kind === 'range') return between(left, type, right, scope, place);
  reportNoChoice(type, syntax, scope);
  return undefined;
}

function memberOf(type: ValueType, item: Syntax, whole: Syntax, scope: Scope, place: Place): Expr {
  const member = checkExpression(item, scope, place, type);
  reportIncomparable(item, type, member.type, whole, scope);
  return member.expr;
}

/** `growth in 10%..15%`: both ends included. */
function between(left: Expr, type: ValueType, range: SyntaxOf<'range'>, scope: Scope, place: Place): Expr {
  const position = positionOf(range.span);
  const from = memberOf(type, range.from, range, scope, place);
  const to = memberOf(type, range.to, range, scope, place);
  return {
    op: 'and',
    terms: [
      { op: 'compare', comparator: '>=', left, right: from, position },
      { op: 'compare', comparator: '<=', left, right: to, position },
    ],
    position,
  };
}

function dateRange(right: Syntax, scope: Scope, place: Place): DateRange | undefined {
  if (right.kind === 'name' && right.name === 'policyYear') return { kind: 'policyYear' };
  if (right.kind === 'name' && right.name === 'policyPeriod') return { kind: 'policyPeriod' };
  if (right.kind === 'range') {
    const from = dateOf(right.from, scope, place);
    const to = dateOf(right.to, scope, place);
    reportReversed(from, to, right, scope);
    return { kind: 'between', from, to };
  }
  if (right.kind === 'literal') {
    const date = dateOf(right, scope, place);
    return { kind: 'between', from: date, to: date };
  }
  const expected = {
    zh: 'policyYear、policyPeriod 或 2022-11..2024-02 这样的区间',
    en: 'policyYear, policyPeriod or a range such as 2022-11..2024-02',
  };
  scope.report('type-mismatch', right.span, { found: { zh: '别的', en: 'something else' }, expected });
  return undefined;
}

function dateOf(syntax: Syntax, scope: Scope, place: Place): Expr {
  const { expr, type } = checkExpression(syntax, scope, place, DATE);
  if (type.kind !== 'date' && type.kind !== 'unknown') {
    scope.report('type-mismatch', syntax.span, { found: typeWords(type), expected: expectedWords('date') });
  }
  return expr;
}

function reportReversed(from: Expr, to: Expr, range: SyntaxOf<'range'>, scope: Scope): void {
  const [first, last] = [from, to].map((end) =>
    end.op === 'figure' ? scope.book.figures.get(end.id)?.value : undefined,
  );
  if (first === undefined || last === undefined || firstDay(first) <= lastDay(last)) return;
  scope.report('reversed-range', range.span, { from: printLiteral(first), to: printLiteral(last) });
}

/** Days in an order that compares as text; an imprecise end reaches to its last day. */
const firstDay = (value: FigureValue): string =>
  value.kind === 'date' ? `${printLiteral(value)}-01-01`.slice(0, 10) : '';
const lastDay = (value: FigureValue): string =>
  value.kind === 'date' ? `${printLiteral(value)}-99-99`.slice(0, 10) : '';

function reportNoChoice(type: ValueType, syntax: SyntaxOf<'binary'>, scope: Scope): void {
  if (type.kind === 'category') {
    const expected = {
      zh: '方括号中的类别值，如 [批发业, 零售业]',
      en: 'category values in brackets, such as [批发业, 零售业]',
    };
    scope.report('type-mismatch', syntax.right.span, {
      found: { zh: '别的', en: 'something else' },
      expected,
    });
  } else {
    scope.report('type-mismatch', syntax.left.span, {
      found: typeWords(type),
      expected: expectedWords('category', 'number', 'date'),
    });
  }
}
