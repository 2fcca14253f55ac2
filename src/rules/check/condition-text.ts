import { parseExpression } from '../expression';
import type { Expr } from '../model';
import type { TextNode } from '../yaml';
import { checkerFor } from './expression';
import type { Place } from './figures';
import type { Scope } from './scope';

/** A text of the file that must be a condition: the line of a tier, of a variant. */
export function checkCondition(text: TextNode, scope: Scope, place: Place): Expr | undefined {
  const syntax = parseExpression(text, scope.report);
  return syntax && checkerFor(scope).checkFlag(syntax, place);
}
