import { positionOf } from '../diagnostics';
import type { SyntaxOf } from '../expression';
import { type Checked, type Checker, nothing } from './checked';
import type { Place } from './figures';
import { expectedWords, isNumeric, typeWords } from './type';

/** `-x` is `0 - x`. */
export function checkNegative(
  syntax: SyntaxOf<'negative'>,
  { scope, check }: Checker,
  place: Place,
): Checked {
  const position = positionOf(syntax.span);
  const { expr, type } = check(syntax.term, place);
  if (!isNumeric(type) && type.kind !== 'unknown') {
    scope.report('type-mismatch', syntax.term.span, {
      found: typeWords(type),
      expected: expectedWords('number'),
    });
    return nothing(syntax.span);
  }
  return { expr: { op: 'subtract', left: { op: 'zero', position }, right: expr, position }, type };
}
