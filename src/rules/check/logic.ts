import { positionOf } from '../diagnostics';
import type { Syntax, SyntaxOf } from '../expression';
import type { Checked, Checker } from './checked';
import type { Place } from './figures';
import { FLAG } from './type';

/** `and`, `or` and `not` of conditions. */
export function checkLogic(
  syntax: SyntaxOf<'binary'>,
  op: 'and' | 'or',
  { checkFlag }: Checker,
  place: Place,
): Checked {
  const terms = chain(syntax, op).map((term) => checkFlag(term, place));
  return { expr: { op, terms, position: positionOf(syntax.span) }, type: FLAG };
}

/** `a and b and c` is one list of terms. */
function chain(syntax: Syntax, operator: 'and' | 'or'): readonly Syntax[] {
  if (syntax.kind !== 'binary' || syntax.operator !== operator) return [syntax];
  return [...chain(syntax.left, operator), ...chain(syntax.right, operator)];
}

export function checkNot(syntax: SyntaxOf<'not'>, { checkFlag }: Checker, place: Place): Checked {
  const term = checkFlag(syntax.term, place);
  return { expr: { op: 'not', term, position: positionOf(syntax.span) }, type: FLAG };
}
