import { positionOf } from '../../diagnostics';
import { FLAG } from '../type';
import type { Callee } from './callee';
import { indicatorArgument } from './indicator-argument';

/** `given(x)`: whether an input is there at all. */
export const GIVEN: Callee = {
  usage: 'given(x)',
  positional: [1, 1],
  named: [],
  needed: [],
  check: (call, { scope }) => {
    const [input] = call.positional;
    const indicator = input && indicatorArgument(input, scope);
    return (
      indicator && { expr: { op: 'given', key: indicator.key, position: positionOf(call.span) }, type: FLAG }
    );
  },
};
