import { positionOf } from '../../diagnostics';
import { agree } from '../agree';
import type { Checked, Checker } from '../checked';
import type { Place } from '../figures';
import { typeOfIndicator } from '../type';
import { argument, type Call, type Callee } from './callee';
import { sameQuantities } from './indicator-argument';

/** The highest line that a value newly passes (`>`), or reaches (`>=`). */
export const PASSED: Callee = passing('passed');
export const REACHED: Callee = passing('reached');

function passing(name: 'passed' | 'reached'): Callee {
  const usage = `${name}(value, over: best, lines: [5000万元, 1亿元])`;
  return {
    usage,
    positional: [1, 1],
    named: ['over', 'lines'],
    needed: ['over', 'lines'],
    check: (call, checker, place) => checkLines(call, name === 'reached', usage, checker, place),
  };
}

function checkLines(
  call: Call,
  inclusive: boolean,
  usage: string,
  { scope, check }: Checker,
  place: Place,
): Checked | undefined {
  const [current] = call.positional;
  const best = argument(call, 'over')?.value;
  const lines = argument(call, 'lines')?.value;
  if (lines?.kind !== 'list') {
    scope.report('bad-arguments', call.span, { usage });
    return undefined;
  }
  const both = current && best && sameQuantities(current, best, scope);
  if (both === undefined) return undefined;
  const type = typeOfIndicator(both[0]);
  const checked = lines.items.map((line) => {
    const each = check(line, place, type);
    agree(type, each.type, line, scope);
    return each.expr;
  });
  const [{ key: value }, { key: over }] = both;
  const position = positionOf(call.span);
  return {
    expr: { op: 'passed', value, best: over, lines: checked, inclusive, position },
    type,
  };
}
