import type { Span } from '../diagnostics';
import type { Syntax } from '../expression';
import { printDimension, RATIO } from '../dimension';
import type { Scope } from './scope';
import { commonType, isNumeric, typeWords, UNKNOWN, type ValueType } from './type';

/** The type of two values of which one comes out; reports the second where they do not go together. */
export function agree(
  first: ValueType,
  second: ValueType,
  at: { readonly span: Span },
  scope: Scope,
): ValueType {
  const type = commonType(first, second);
  if (type !== undefined) return type;
  scope.report('type-mismatch', at.span, { found: typeWords(second), expected: typeWords(first) });
  return UNKNOWN;
}

/** Two sides of a comparison must measure the same; reports the comparison where they do not. */
export function reportIncomparable(
  left: ValueType,
  right: ValueType,
  rightSide: Syntax,
  comparison: Syntax,
  scope: Scope,
): void {
  if (commonType(left, right) !== undefined) return;
  if (isNumeric(left) && isNumeric(right)) {
    scope.report('incomparable', comparison.span, { left: unitOf(left), right: unitOf(right) });
  } else {
    scope.report('type-mismatch', rightSide.span, { found: typeWords(right), expected: typeWords(left) });
  }
}

export const unitOf = (type: ValueType): string =>
  printDimension(type.kind === 'number' ? type.dimension : RATIO);
