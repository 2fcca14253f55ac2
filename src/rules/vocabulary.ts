import type { BaseUnit } from './units';

/** The vocabulary: one meaning per indicator, as `rules/indicators.yaml` gives it. */

export type Lang = 'zh' | 'en';
export type Bilingual = Readonly<Record<Lang, string>>;

/** An indicator's key in the vocabulary, such as `grossOutput`. */
export type IndicatorKey = string;

export type IndicatorType =
  'money' | 'ratio' | 'count' | 'area' | 'mass' | 'rank' | 'boolean' | 'date' | 'category' | 'text' | 'table';

/** What a blank cell of the indicator means (design: semantics, Values). */
export type BlankMeaning = 'no' | 'none' | 'zero' | 'missing';

/** A canonical category value and the ways real sheets write it. */
export interface CategoryValue {
  readonly name: string;
  readonly synonyms: readonly string[];
}

export interface Indicator {
  readonly key: IndicatorKey;
  readonly names: Bilingual;
  readonly type: IndicatorType;
  /** Base unit of money, ratio, count, area, mass and rank; undefined for the others. */
  readonly unit?: BaseUnit;
  readonly blank: BlankMeaning;
  /** Headers other than the Chinese and English name under which sheets carry it. */
  readonly aliases: readonly string[];
  /** Closed or known list of values of a category; empty where the list is open. */
  readonly values: readonly CategoryValue[];
  /** Several values may stand in one cell (separated by 、，； or a line break). */
  readonly multiple: boolean;
  /** For a current-year figure: the keys of last year's, the year before's, and of its growth. */
  readonly prior?: IndicatorKey;
  readonly growth?: IndicatorKey;
  /**
   * A parameter is given by the analyst, not read from a column. `decided`: the text leaves it
   * open (rate, amount, cap, tiers); not given, the clause is unquantified or a ceiling.
   * `published`: a figure published elsewhere (tax rate, unemployment target); not given, it is missing.
   */
  readonly parameter?: 'decided' | 'published';
  readonly note?: Bilingual;
}

/** Header words that name a form of an indicator rather than an indicator. */
export interface HeaderForms {
  /** Templates with `X` for the indicator's name, such as `上年X`, `X上年同期`. */
  readonly current: readonly string[];
  readonly prior: readonly string[];
  readonly growth: readonly string[];
  /** Forms that are not annual figures (本月X …). */
  readonly notAnnual: readonly string[];
  /** Bare words under a parent header: 本年累计, 上年同期, 同比(%). */
  readonly bareCurrent: readonly string[];
  readonly barePrior: readonly string[];
  readonly bareGrowth: readonly string[];
}

export interface Vocabulary {
  readonly indicators: ReadonlyMap<IndicatorKey, Indicator>;
  readonly headerForms: HeaderForms;
}
