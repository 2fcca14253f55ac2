import type { Syntax, SyntaxOf } from '../expression';
import { checkArithmetic } from './arithmetic';
import { type Checked, type Checker, nothing } from './checked';
import { checkComparison } from './comparison';
import { checkConditional, checkOrElse } from './conditional';
import { checkFigure } from './figure-literal';
import type { Place } from './figures';
import { checkCall } from './functions';
import { checkLogic, checkNot } from './logic';
import { checkMembership } from './membership';
import { checkName } from './name';
import { checkNegative } from './negative';
import type { Scope } from './scope';
import { expectedWords, typeWords, type ValueType } from './type';

/**
 * Resolves the names of an expression and checks types and units. Every problem is reported where it
 * stands; what depends on a reported part is of unknown type and reports nothing more.
 */
export function checkExpression(syntax: Syntax, scope: Scope, place: Place, hint?: ValueType): Checked {
  return checkerFor(scope).check(syntax, place, hint);
}

export function checkerFor(scope: Scope): Checker {
  const checker: Checker = {
    scope,
    check: (syntax, place, hint) => dispatch(syntax, checker, place, hint),
    checkFlag: (syntax, place) => {
      const { expr, type } = checker.check(syntax, place);
      if (type.kind !== 'flag' && type.kind !== 'unknown') {
        scope.report('type-mismatch', syntax.span, {
          found: typeWords(type),
          expected: expectedWords('flag'),
        });
      }
      return expr;
    },
  };
  return checker;
}

function dispatch(syntax: Syntax, checker: Checker, place: Place, hint: ValueType | undefined): Checked {
  switch (syntax.kind) {
    case 'literal':
      return checkFigure(syntax, checker.scope, place, hint);
    case 'name':
      return checkName(syntax, checker.scope);
    case 'not':
      return checkNot(syntax, checker, place);
    case 'negative':
      return checkNegative(syntax, checker, place);
    case 'binary':
      return dispatchBinary(syntax, checker, place, hint);
    case 'call':
      return checkCall(syntax, checker, place);
    case 'if':
      return checkConditional(syntax, checker, place, hint);
    case 'list':
    case 'range':
    case 'quoted':
      return reportMisplaced(syntax, checker.scope);
  }
}

function dispatchBinary(
  syntax: SyntaxOf<'binary'>,
  checker: Checker,
  place: Place,
  hint: ValueType | undefined,
): Checked {
  switch (syntax.operator) {
    case 'and':
    case 'or':
      return checkLogic(syntax, syntax.operator, checker, place);
    case 'in':
      return checkMembership(syntax, checker, place);
    case 'orElse':
      return checkOrElse(syntax, checker, place, hint);
    case '+':
    case '-':
    case '*':
    case '/':
      return checkArithmetic(syntax, syntax.operator, checker, place);
    default:
      return checkComparison(syntax, syntax.operator, checker, place);
  }
}

const MISPLACED = {
  list: { zh: '列表', en: 'a list' },
  range: { zh: '区间', en: 'a range' },
  quoted: { zh: '带引号的文字', en: 'a text in quotes' },
} as const;

function reportMisplaced(syntax: SyntaxOf<'list' | 'range' | 'quoted'>, scope: Scope): Checked {
  scope.report('type-mismatch', syntax.span, {
    found: MISPLACED[syntax.kind],
    expected: {
      zh: '数、日期或条件（列表和区间写在 in 之后）',
      en: 'a number, a date or a condition (lists and ranges stand after in)',
    },
  });
  return nothing(syntax.span);
}
