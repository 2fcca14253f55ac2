import type { BaseUnit } from './units';

/** Dimension of a quantity: base unit → exponent, without zero exponents; `{}` is a plain ratio. */
export type Dimension = Readonly<Partial<Record<BaseUnit, number>>>;

export const RATIO: Dimension = {};
export const YUAN: Dimension = { 元: 1 };

/** The dimension of a quantity in one unit; shares and multiples have none. */
export const dimensionOf = (unit: BaseUnit): Dimension => (unit === '比例' ? RATIO : { [unit]: 1 });

const exponents = (dimension: Dimension): [BaseUnit, number][] =>
  Object.entries(dimension) as [BaseUnit, number][];

export function multiplyDimensions(left: Dimension, right: Dimension): Dimension {
  return combine(left, right, 1);
}

export function divideDimensions(left: Dimension, right: Dimension): Dimension {
  return combine(left, right, -1);
}

function combine(left: Dimension, right: Dimension, sign: 1 | -1): Dimension {
  const result: Partial<Record<BaseUnit, number>> = { ...left };
  for (const [unit, exponent] of exponents(right)) {
    const sum = (result[unit] ?? 0) + sign * exponent;
    if (sum === 0) delete result[unit];
    else result[unit] = sum;
  }
  return result;
}

export function sameDimension(left: Dimension, right: Dimension): boolean {
  return exponents(divideDimensions(left, right)).length === 0;
}

/** As messages write it: `元/㎡`, `元·户`, `比例` for a plain ratio. */
export function printDimension(dimension: Dimension): string {
  const powered = ([unit, exponent]: [BaseUnit, number]): string =>
    Math.abs(exponent) === 1 ? unit : `${unit}^${Math.abs(exponent)}`;
  const above = exponents(dimension).filter(([, exponent]) => exponent > 0);
  const below = exponents(dimension).filter(([, exponent]) => exponent < 0);
  if (above.length + below.length === 0) return '比例';
  const numerator = above.length === 0 ? '1' : above.map(powered).join('·');
  return below.length === 0 ? numerator : `${numerator}/${below.map(powered).join('/')}`;
}

const COUNTED: ReadonlySet<BaseUnit> = new Set(['户', '人', '个', '单', '辆', '名', '年', '月', '日']);

/** A number of things or of periods: may stand as `times`. */
export function isCount(dimension: Dimension): boolean {
  return exponents(dimension).every(([unit, exponent]) => exponent === 1 && COUNTED.has(unit));
}
