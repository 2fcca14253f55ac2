import { printDimension, sameDimension } from '../../dimension';
import type { Syntax } from '../../expression';
import type { Indicator } from '../../vocabulary';
import type { Scope } from '../scope';
import { expectedWords, typeOfIndicator, typeWords, type ValueType } from '../type';
import { reportUnknown } from '../unknown-name';
import { argument, type Call } from './callee';

/** An argument that must be an indicator of the clause, of one of the kinds (any, when none is named). */
export function indicatorArgument(
  syntax: Syntax,
  scope: Scope,
  ...kinds: readonly ValueType['kind'][]
): Indicator | undefined {
  const resolved = syntax.kind === 'name' ? scope.resolve(syntax.name) : undefined;
  if (syntax.kind === 'name' && resolved === undefined) {
    reportUnknown(syntax.name, syntax.span, scope);
    return undefined;
  }
  if (resolved?.kind !== 'indicator') {
    const expected = { zh: '指标的键名', en: 'the key of an indicator' };
    scope.report('type-mismatch', syntax.span, { found: { zh: '表达式', en: 'an expression' }, expected });
    return undefined;
  }
  if (kinds.length > 0 && !kinds.includes(resolved.type.kind)) {
    scope.report('type-mismatch', syntax.span, {
      found: typeWords(resolved.type),
      expected: expectedWords(...kinds),
    });
    return undefined;
  }
  return resolved.indicator;
}

/** Two indicators that measure the same. */
export function sameQuantities(
  first: Syntax,
  second: Syntax,
  scope: Scope,
): readonly [Indicator, Indicator] | undefined {
  const [left, right] = [
    indicatorArgument(first, scope, 'number'),
    indicatorArgument(second, scope, 'number'),
  ];
  if (left === undefined || right === undefined) return undefined;
  const [a, b] = [typeOfIndicator(left), typeOfIndicator(right)];
  if (a.kind === 'number' && b.kind === 'number' && !sameDimension(a.dimension, b.dimension)) {
    scope.report('unit-mismatch', second.span, {
      left: printDimension(a.dimension),
      right: printDimension(b.dimension),
    });
    return undefined;
  }
  return [left, right];
}

const OFFICIAL = {
  ratio: { zh: '比率类指标', en: 'an indicator of type ratio' },
  rank: { zh: '名次类指标', en: 'an indicator of type rank' },
} as const;

/** `official: key`: the indicator under which the sheet may have the figure itself. */
export function officialArgument(
  call: Call,
  type: 'ratio' | 'rank',
  scope: Scope,
): { readonly official?: string } {
  const official = argument(call, 'official');
  const indicator = official && indicatorArgument(official.value, scope, 'number');
  if (official === undefined || indicator === undefined) return {};
  if (indicator.type === type) return { official: indicator.key };
  const found = typeWords(typeOfIndicator(indicator));
  scope.report('type-mismatch', official.value.span, { found, expected: OFFICIAL[type] });
  return {};
}
