import { type Scope, typeOfIndicator, typeWords } from '../check';
import type { Indicator } from '../vocabulary';
import type { Field } from './field';

const WANTED = {
  money: { zh: '金额类指标的键名', en: 'the key of an indicator of type money' },
  ratio: { zh: '比率类指标的键名', en: 'the key of an indicator of type ratio' },
  table: { zh: '分档表类指标的键名', en: 'the key of an indicator of type table' },
} as const;

/** A key of an award that names an indicator of the clause: an amount, a rate or a table of the analyst. */
export function indicatorIn(
  field: Field | undefined,
  scope: Scope,
  wanted: keyof typeof WANTED,
): Indicator | undefined {
  const checked = field?.checked;
  if (field === undefined || checked === undefined) return undefined;
  const indicator =
    checked.expr.op === 'indicator' ? scope.vocabulary.indicators.get(checked.expr.key) : undefined;
  if (indicator?.type === wanted) return indicator;
  if (checked.type.kind === 'unknown') return undefined;
  const found =
    indicator === undefined ? { zh: '表达式', en: 'an expression' } : typeWords(typeOfIndicator(indicator));
  scope.report('type-mismatch', field.node.span, { found, expected: WANTED[wanted] });
  return undefined;
}
