import { positionOf } from '../diagnostics';
import type { SyntaxOf } from '../expression';
import { agree } from './agree';
import type { Checked, Checker } from './checked';
import type { Place } from './figures';
import type { ValueType } from './type';

/** `if C then A else B`: both of one type. */
export function checkConditional(
  syntax: SyntaxOf<'if'>,
  { scope, check, checkFlag }: Checker,
  place: Place,
  hint: ValueType | undefined,
): Checked {
  const condition = checkFlag(syntax.condition, place);
  const first = check(syntax.consequence, place, hint);
  const second = check(syntax.alternative, place, hint ?? first.type);
  const type = agree(first.type, second.type, syntax.alternative, scope);
  const position = positionOf(syntax.span);
  // oxlint-disable-next-line unicorn/no-thenable -- the branch of an `if` in the model, never awaited
  return { expr: { op: 'if', condition, then: first.expr, otherwise: second.expr, position }, type };
}

/** `a orElse b`: the first that is known, both of one type. */
export function checkOrElse(
  syntax: SyntaxOf<'binary'>,
  { scope, check }: Checker,
  place: Place,
  hint: ValueType | undefined,
): Checked {
  const first = check(syntax.left, place, hint);
  const second = check(syntax.right, place, hint ?? first.type);
  const type = agree(first.type, second.type, syntax.right, scope);
  const position = positionOf(syntax.span);
  return { expr: { op: 'orElse', first: first.expr, second: second.expr, position }, type };
}
