import { positionOf } from '../../diagnostics';
import { suggest } from '../../diagnostics/suggest';
import { RATIO } from '../../dimension';
import type { NamedArgument } from '../../expression';
import type { Scope } from '../scope';
import { number } from '../type';
import { argument, type Callee } from './callee';
import { officialArgument, sameQuantities } from './indicator-argument';

/** `share(part, whole, official: key, names: parts)`: part ÷ whole, the rate first where it is given. */
export const SHARE: Callee = {
  usage: 'share(part, whole, official: key, names: parts)',
  positional: [2, 2],
  named: ['official', 'names'],
  needed: [],
  check: (call, { scope }) => {
    const [first, second] = call.positional;
    const official = officialArgument(call, 'ratio', scope);
    const names = namesOf(argument(call, 'names'), scope);
    const both = first && second && sameQuantities(first, second, scope);
    if (both === undefined || names === undefined) return undefined;
    const [{ key: part }, { key: whole }] = both;
    const position = positionOf(call.span);
    return { expr: { op: 'share', part, whole, ...official, names, position }, type: number(RATIO) };
  },
};

const NAMES = ['rate', 'parts'] as const;

/** What is called missing where neither is given. */
function namesOf(names: NamedArgument | undefined, scope: Scope): (typeof NAMES)[number] | undefined {
  if (names === undefined) return 'rate';
  const written = names.value.kind === 'name' ? names.value.name : '';
  const known = NAMES.find((name) => name === written);
  if (known !== undefined) return known;
  scope.report('wrong-choice', names.value.span, {
    written,
    known: NAMES,
    suggestion: suggest(written, NAMES),
  });
  return undefined;
}
