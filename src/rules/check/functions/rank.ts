import { positionOf } from '../../diagnostics';
import type { Expr } from '../../model';
import { expectedWords, isNumeric, number, typeWords } from '../type';
import { argument, type Callee } from './callee';
import { indicatorArgument, officialArgument } from './indicator-argument';

/** `rank(measure, within: key, among: condition, official: key)`: place in the sheet, descending. */
export const RANK: Callee = {
  usage: 'rank(measure, within: key, among: condition, official: key)',
  positional: [1, 1],
  named: ['within', 'among', 'official'],
  needed: ['official'],
  check: (call, { scope, check, checkFlag }, place) => {
    const [first] = call.positional;
    const measure = first && check(first, place);
    if (measure !== undefined && !isNumeric(measure.type) && measure.type.kind !== 'unknown') {
      const found = typeWords(measure.type);
      scope.report('type-mismatch', (first ?? call).span, { found, expected: expectedWords('number') });
    }
    const within = argument(call, 'within');
    const group = within && indicatorArgument(within.value, scope, 'category', 'text');
    const among = argument(call, 'among');
    const condition = among && checkFlag(among.value, place);
    const { official } = officialArgument(call, 'rank', scope);
    if (official === undefined || measure === undefined) return undefined;
    const expr: Expr = {
      op: 'rank',
      measure: measure.expr,
      ...(group === undefined ? {} : { within: group.key }),
      ...(condition === undefined ? {} : { among: condition }),
      official,
      position: positionOf(call.span),
    };
    return { expr, type: number({ 名: 1 }) };
  },
};
