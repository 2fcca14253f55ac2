import { suggest } from '../../diagnostics/suggest';
import { type Checked, type Checker, nothing } from '../checked';
import type { Place } from '../figures';
import type { Call, Callee } from './callee';
import { MAX, MIN } from './extreme';
import { GIVEN } from './given';
import { GROWTH } from './growth';
import { PASSED, REACHED } from './passed';
import { RANK } from './rank';
import { SHARE } from './share';

const FUNCTIONS: ReadonlyMap<string, Callee> = new Map([
  ['min', MIN],
  ['max', MAX],
  ['given', GIVEN],
  ['growth', GROWTH],
  ['share', SHARE],
  ['rank', RANK],
  ['passed', PASSED],
  ['reached', REACHED],
]);

/** A call of a function of the language, with the arguments it wants. */
export function checkCall(call: Call, checker: Checker, place: Place): Checked {
  const callee = FUNCTIONS.get(call.name);
  if (callee === undefined) {
    const known = [...FUNCTIONS.keys()];
    checker.scope.report('unknown-function', call.span, {
      name: call.name,
      known,
      suggestion: suggest(call.name, known),
    });
    return nothing(call.span);
  }
  if (fits(call, callee)) return callee.check(call, checker, place) ?? nothing(call.span);
  checker.scope.report('bad-arguments', call.span, { usage: callee.usage });
  return nothing(call.span);
}

function fits(call: Call, { positional: [fewest, most], named, needed }: Callee): boolean {
  const count = call.positional.length;
  const names = call.named.map(({ name }) => name);
  return (
    count >= fewest &&
    count <= most &&
    names.every((name) => named.includes(name)) &&
    needed.every((name) => names.includes(name))
  );
}
