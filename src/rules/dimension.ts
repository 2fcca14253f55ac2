import type { BaseUnit } from './units';

/** Dimension of a quantity: base unit → exponent, without zero exponents; `{}` is a plain ratio. */
export type Dimension = Readonly<Partial<Record<BaseUnit, number>>>;
