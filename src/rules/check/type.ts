import { type Dimension, dimensionOf, printDimension, sameDimension } from '../dimension';
import type { BaseUnit } from '../units';
import type { Bilingual, Indicator, IndicatorType } from '../vocabulary';

/** What an expression gives. `zero` fits every dimension; of `unknown` something has been reported already. */
export type ValueType =
  | { readonly kind: 'number'; readonly dimension: Dimension }
  | { readonly kind: 'zero' }
  | { readonly kind: 'date' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'category'; readonly indicator: Indicator }
  | { readonly kind: 'text' }
  | { readonly kind: 'table' }
  | { readonly kind: 'unknown' };

export const FLAG: ValueType = { kind: 'flag' };
export const DATE: ValueType = { kind: 'date' };
export const UNKNOWN: ValueType = { kind: 'unknown' };
export const number = (dimension: Dimension): ValueType => ({ kind: 'number', dimension });

/** The unit an indicator of a type is kept in where the vocabulary does not say. */
export const DEFAULT_UNITS: Partial<Readonly<Record<IndicatorType, BaseUnit>>> = {
  money: '元',
  ratio: '比例',
  count: '个',
  area: '㎡',
  mass: '吨',
  rank: '名',
};

export function typeOfIndicator(indicator: Indicator): ValueType {
  const unit = indicator.unit ?? DEFAULT_UNITS[indicator.type];
  if (unit !== undefined) return number(dimensionOf(unit));
  switch (indicator.type) {
    case 'boolean':
      return FLAG;
    case 'date':
      return DATE;
    case 'category':
      return { kind: 'category', indicator };
    case 'table':
      return { kind: 'table' };
    default:
      return { kind: 'text' };
  }
}

/** The type of both, where one value or the other may come out; undefined where they do not go together. */
export function commonType(left: ValueType, right: ValueType): ValueType | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN;
  if (left.kind === 'zero' && right.kind === 'number') return right;
  if (left.kind === 'number' && right.kind === 'zero') return left;
  if (left.kind === 'number' && right.kind === 'number') {
    return sameDimension(left.dimension, right.dimension) ? left : undefined;
  }
  return left.kind === right.kind ? left : undefined;
}

export const isNumeric = (type: ValueType): boolean => type.kind === 'number' || type.kind === 'zero';

const KIND_WORDS: Readonly<Record<ValueType['kind'], Bilingual>> = {
  number: { zh: '数', en: 'a number' },
  zero: { zh: '0', en: '0' },
  date: { zh: '日期', en: 'a date' },
  flag: { zh: '条件（是/否）', en: 'a condition (yes/no)' },
  category: { zh: '类别', en: 'a category' },
  text: { zh: '文字', en: 'a text' },
  table: { zh: '分析者的表', en: 'a table of the analyst' },
  unknown: { zh: '未知', en: 'something unknown' },
};

export function typeWords(type: ValueType): Bilingual {
  if (type.kind !== 'number') return KIND_WORDS[type.kind];
  const unit = printDimension(type.dimension);
  return { zh: `以“${unit}”计的数`, en: `a number in "${unit}"` };
}

export const expectedWords = (...kinds: readonly ValueType['kind'][]): Bilingual => ({
  zh: kinds.map((kind) => KIND_WORDS[kind].zh).join('或'),
  en: kinds.map((kind) => KIND_WORDS[kind].en).join(' or '),
});
