import { type Checked, expectedWords, isNumeric, type Scope, typeWords, type ValueType } from '../check';
import {
  type Dimension,
  isCount,
  multiplyDimensions,
  printDimension,
  RATIO,
  sameDimension,
  YUAN,
} from '../dimension';
import type { CapSpec, Expr } from '../model';
import type { Field } from './field';
import type { Leaf } from './leaf-context';

/** Amounts must come out in yuan, whatever they are made of. */

interface Called {
  readonly zh: string;
  readonly en: string;
}

/** A value that must be an amount in yuan. */
export function amountIn(field: Field, scope: Scope, called: Called): Expr | undefined {
  const { checked } = field;
  if (checked === undefined) return undefined;
  const { type } = checked;
  if (type.kind === 'number' && !sameDimension(type.dimension, YUAN)) {
    scope.report('not-yuan', field.node.span, { unit: printDimension(type.dimension), ...called });
  } else {
    reportNotNumber(type, field, scope);
  }
  return checked.expr;
}

/** A base and a rate that together must make yuan. */
export function reportNotYuan(
  base: Checked,
  rate: Checked,
  field: Field,
  scope: Scope,
  called: Called,
): void {
  if (reportNotNumber(base.type, field, scope) || reportNotNumber(rate.type, field, scope)) return;
  if (base.type.kind !== 'number' || rate.type.kind !== 'number') return;
  const product = multiplyDimensions(base.type.dimension, rate.type.dimension);
  if (sameDimension(product, YUAN)) return;
  scope.report('not-yuan', field.node.span, { unit: printDimension(product), ...called });
}

function reportNotNumber(type: ValueType, field: Field, scope: Scope): boolean {
  if (isNumeric(type) || type.kind === 'unknown') return false;
  scope.report('type-mismatch', field.node.span, {
    found: typeWords(type),
    expected: expectedWords('number'),
  });
  return true;
}

/** The cap of a leaf; `times` multiplies it as it multiplies the amount. */
export function capOf({ fields, scope }: Leaf, times?: Expr): { readonly cap?: CapSpec } {
  const field = fields.get('cap');
  const amount = field && amountIn(field, scope, { zh: '上限', en: 'The cap' });
  return amount === undefined ? {} : { cap: { amount, ...(times === undefined ? {} : { times }) } };
}

/** `times`: a number of cars, people or months; its unit does not count. */
export function timesOf({ fields, scope }: Leaf): Expr | undefined {
  const field = fields.get('times');
  const checked = field?.checked;
  if (field === undefined || checked === undefined) return undefined;
  const { type } = checked;
  const dimension: Dimension = type.kind === 'number' ? type.dimension : RATIO;
  if (type.kind !== 'unknown' && (!isNumeric(type) || !isCount(dimension))) {
    const expected = { zh: '一个数量（户、人、辆 …）', en: 'a count (户, 人, 辆 …)' };
    scope.report('type-mismatch', field.node.span, { found: typeWords(type), expected });
  }
  return checked.expr;
}
