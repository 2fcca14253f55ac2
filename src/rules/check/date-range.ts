import type { Syntax, SyntaxOf } from '../expression';
import { printLiteral } from '../literal';
import type { DateRange, Expr, FigureValue } from '../model';
import type { Checker } from './checked';
import type { Place } from './figures';
import type { Scope } from './scope';
import { DATE, expectedWords, typeWords } from './type';

/** The period behind `in`: the policy's year or period, `2022-11..2024-02`, or one year, month or day. */
export function checkDateRange(syntax: Syntax, checker: Checker, place: Place): DateRange | undefined {
  if (syntax.kind === 'name' && (syntax.name === 'policyYear' || syntax.name === 'policyPeriod')) {
    return { kind: syntax.name };
  }
  if (syntax.kind === 'range') {
    const from = checkDate(syntax.from, checker, place);
    const to = checkDate(syntax.to, checker, place);
    reportReversed(from, to, syntax, checker.scope);
    return { kind: 'between', from, to };
  }
  if (syntax.kind === 'literal') {
    const date = checkDate(syntax, checker, place);
    return { kind: 'between', from: date, to: date };
  }
  checker.scope.report('type-mismatch', syntax.span, {
    found: { zh: '别的写法', en: 'something else' },
    expected: {
      zh: 'policyYear、policyPeriod 或 2022-11..2024-02 这样的区间',
      en: 'policyYear, policyPeriod or a range such as 2022-11..2024-02',
    },
  });
  return undefined;
}

function checkDate(syntax: Syntax, { scope, check }: Checker, place: Place): Expr {
  const { expr, type } = check(syntax, place, DATE);
  if (type.kind !== 'date' && type.kind !== 'unknown') {
    scope.report('type-mismatch', syntax.span, { found: typeWords(type), expected: expectedWords('date') });
  }
  return expr;
}

function reportReversed(from: Expr, to: Expr, range: SyntaxOf<'range'>, scope: Scope): void {
  const [first, last] = [from, to].map((end) =>
    end.op === 'figure' ? scope.book.figures.get(end.id)?.value : undefined,
  );
  if (first?.kind !== 'date' || last?.kind !== 'date' || firstDay(first) <= lastDay(last)) return;
  scope.report('reversed-range', range.span, { from: printLiteral(first), to: printLiteral(last) });
}

/** Days in an order that compares as text; an imprecise end reaches to its last day. */
const firstDay = (value: FigureValue): string => `${printLiteral(value)}-01-01`.slice(0, 10);
const lastDay = (value: FigureValue): string => `${printLiteral(value)}-99-99`.slice(0, 10);
