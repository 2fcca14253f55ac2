import { positionOf } from '../../diagnostics';
import { agree } from '../agree';
import type { Checked, Checker } from '../checked';
import type { Place } from '../figures';
import { expectedWords, isNumeric, typeWords, UNKNOWN, type ValueType } from '../type';
import type { Call, Callee } from './callee';

/** `min(a, b)` and `max(a, b)`: numbers of one dimension. */
export const MIN: Callee = extreme('min');
export const MAX: Callee = extreme('max');

function extreme(op: 'min' | 'max'): Callee {
  return {
    usage: `${op}(a, b)`,
    positional: [2, 20],
    named: [],
    needed: [],
    check: (call, checker, place) => checkTerms(op, call, checker, place),
  };
}

function checkTerms(op: 'min' | 'max', call: Call, { scope, check }: Checker, place: Place): Checked {
  let type: ValueType = { kind: 'zero' };
  const terms = call.positional.map((term) => {
    const checked = check(term, place);
    if (isNumeric(checked.type) || checked.type.kind === 'unknown') {
      type = agree(type, checked.type, term, scope);
    } else {
      type = UNKNOWN;
      scope.report('type-mismatch', term.span, {
        found: typeWords(checked.type),
        expected: expectedWords('number'),
      });
    }
    return checked.expr;
  });
  return { expr: { op, terms, position: positionOf(call.span) }, type };
}
