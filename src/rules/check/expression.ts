import { positionOf } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import type { Syntax, SyntaxOf } from '../expression';
import type { Expr } from '../model';
import { checkArithmetic } from './arithmetic';
import { checkCall } from './call';
import { checkComparison } from './comparison';
import { checkMembership } from './membership';
import { type Checked, nothing } from './checked';
import { checkFigure } from './figure-literal';
import type { Place } from './figures';
import type { Scope } from './scope';
import { commonType, expectedWords, FLAG, typeWords, UNKNOWN, type ValueType } from './type';

/**
 * Resolves the names of an expression and checks types and units. Every problem is reported where it
 * stands; what depends on a reported part is of unknown type and reports nothing more.
 *
 * @param hint the type wanted here, where a literal can be read in more than one way
 */
export function checkExpression(syntax: Syntax, scope: Scope, place: Place, hint?: ValueType): Checked {
  switch (syntax.kind) {
    case 'literal':
      return checkFigure(syntax, scope, place, hint);
    case 'name':
      return checkName(syntax, scope);
    case 'not': {
      const term = checkFlag(syntax.term, scope, place);
      return { expr: { op: 'not', term, position: positionOf(syntax.span) }, type: FLAG };
    }
    case 'negative':
      return checkNegative(syntax, scope, place);
    case 'binary':
      return checkBinary(syntax, scope, place, hint);
    case 'call':
      return checkCall(syntax, scope, place);
    case 'if':
      return checkConditional(syntax, scope, place, hint);
    case 'list':
    case 'range':
    case 'quoted':
      return checkMisplaced(syntax, scope);
  }
}

/** A condition; anything but a yes/no is reported. */
export function checkFlag(syntax: Syntax, scope: Scope, place: Place): Expr {
  const { expr, type } = checkExpression(syntax, scope, place);
  if (type.kind !== 'flag' && type.kind !== 'unknown') {
    scope.report('type-mismatch', syntax.span, { found: typeWords(type), expected: expectedWords('flag') });
  }
  return expr;
}

function checkBinary(
  syntax: SyntaxOf<'binary'>,
  scope: Scope,
  place: Place,
  hint: ValueType | undefined,
): Checked {
  switch (syntax.operator) {
    case 'and':
    case 'or': {
      const terms = chain(syntax, syntax.operator).map((term) => checkFlag(term, scope, place));
      return { expr: { op: syntax.operator, terms, position: positionOf(syntax.span) }, type: FLAG };
    }
    case 'in':
      return checkMembership(syntax, scope, place);
    case 'orElse':
      return checkOrElse(syntax, scope, place, hint);
    case '+':
    case '-':
    case '*':
    case '/':
      return checkArithmetic(syntax, syntax.operator, scope, place);
    default:
      return checkComparison(syntax, syntax.operator, scope, place);
  }
}

/** `a and b and c` is one list of terms. */
function chain(syntax: Syntax, operator: 'and' | 'or'): readonly Syntax[] {
  if (syntax.kind !== 'binary' || syntax.operator !== operator) return [syntax];
  return [...chain(syntax.left, operator), ...chain(syntax.right, operator)];
}

const YES = new Set(['yes', 'true', '是']);
const NO = new Set(['no', 'false', '否']);

function checkName({ name, span }: SyntaxOf<'name'>, scope: Scope): Checked {
  const position = positionOf(span);
  if (YES.has(name) || NO.has(name))
    return { expr: { op: 'boolean', value: YES.has(name), position }, type: FLAG };
  const resolved = scope.resolve(name);
  if (resolved?.kind === 'let') return { expr: { op: 'let', name, position }, type: resolved.type };
  if (resolved?.kind === 'figure')
    return { expr: { op: 'figure', id: resolved.id, position }, type: resolved.type };
  if (resolved?.kind === 'indicator')
    return { expr: { op: 'indicator', key: name, position }, type: resolved.type };
  reportUnknown(name, span, scope);
  return nothing(span);
}

/** Tells a name that is only not listed, or not defined yet, from one nobody knows. */
export function reportUnknown(name: string, span: Syntax['span'], scope: Scope): void {
  if (scope.later.has(name)) scope.report('used-before-defined', span, { name });
  else if (scope.vocabulary.indicators.has(name)) scope.report('not-an-input', span, { key: name });
  else {
    const suggestion = suggest(name, scope.known) ?? suggest(name, scope.vocabulary.indicators.keys());
    scope.report('unknown-name', span, { name, suggestion });
  }
}

function checkNegative(syntax: SyntaxOf<'negative'>, scope: Scope, place: Place): Checked {
  const position = positionOf(syntax.span);
  const { expr, type } = checkExpression(syntax.term, scope, place);
  if (type.kind !== 'number' && type.kind !== 'zero' && type.kind !== 'unknown') {
    scope.report('type-mismatch', syntax.term.span, {
      found: typeWords(type),
      expected: expectedWords('number'),
    });
    return nothing(syntax.span);
  }
  return { expr: { op: 'subtract', left: { op: 'zero', position }, right: expr, position }, type };
}

function checkConditional(
  syntax: SyntaxOf<'if'>,
  scope: Scope,
  place: Place,
  hint: ValueType | undefined,
): Checked {
  const condition = checkFlag(syntax.condition, scope, place);
  const then = checkExpression(syntax.then, scope, place, hint);
  const otherwise = checkExpression(syntax.otherwise, scope, place, hint ?? then.type);
  const type = agree(then.type, otherwise.type, syntax.otherwise, scope);
  const position = positionOf(syntax.span);
  return { expr: { op: 'if', condition, then: then.expr, otherwise: otherwise.expr, position }, type };
}

function checkOrElse(
  syntax: SyntaxOf<'binary'>,
  scope: Scope,
  place: Place,
  hint: ValueType | undefined,
): Checked {
  const first = checkExpression(syntax.left, scope, place, hint);
  const second = checkExpression(syntax.right, scope, place, hint ?? first.type);
  const type = agree(first.type, second.type, syntax.right, scope);
  return {
    expr: { op: 'orElse', first: first.expr, second: second.expr, position: positionOf(syntax.span) },
    type,
  };
}

/** The type of two values of which one comes out; reports the second where they do not go together. */
export function agree(
  first: ValueType,
  second: ValueType,
  at: { readonly span: Syntax['span'] },
  scope: Scope,
): ValueType {
  const type = commonType(first, second);
  if (type !== undefined) return type;
  scope.report('type-mismatch', at.span, { found: typeWords(second), expected: typeWords(first) });
  return UNKNOWN;
}

const MISPLACED = {
  list: { zh: '列表', en: 'a list' },
  range: { zh: '区间', en: 'a range' },
  quoted: { zh: '带引号的文字', en: 'a text in quotes' },
} as const;

function checkMisplaced(syntax: SyntaxOf<'list' | 'range' | 'quoted'>, scope: Scope): Checked {
  const expected = {
    zh: '数、日期或条件（列表和区间写在 in 之后）',
    en: 'a number, a date or a condition (lists and ranges stand after in)',
  };
  scope.report('type-mismatch', syntax.span, { found: MISPLACED[syntax.kind], expected });
  return nothing(syntax.span);
}
