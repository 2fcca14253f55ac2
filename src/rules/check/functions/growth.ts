import { positionOf } from '../../diagnostics';
import { RATIO } from '../../dimension';
import { number } from '../type';
import type { Callee } from './callee';
import { officialArgument, sameQuantities } from './indicator-argument';

/** `growth(current, prior, official: key)`: current ÷ prior − 1, the official figure first. */
export const GROWTH: Callee = {
  usage: 'growth(current, prior, official: key)',
  positional: [2, 2],
  named: ['official'],
  needed: [],
  check: (call, { scope }) => {
    const [first, second] = call.positional;
    const official = officialArgument(call, 'ratio', scope);
    const both = first && second && sameQuantities(first, second, scope);
    if (both === undefined) return undefined;
    const [{ key: current }, { key: prior }] = both;
    const position = positionOf(call.span);
    return { expr: { op: 'growth', current, prior, ...official, position }, type: number(RATIO) };
  },
};
