import { bilingual, note } from './bilingual';
import { list, named, optional, record, required, type ReadRecord } from './collection';
import { oneOf, text } from './leaf';

/** indicators.yaml: shape only. */

export const INDICATOR_TYPES = [
  'money',
  'ratio',
  'count',
  'area',
  'mass',
  'rank',
  'boolean',
  'date',
  'category',
  'text',
  'table',
] as const;

const indicatorFields = {
  names: required(bilingual),
  type: required(oneOf(...INDICATOR_TYPES)),
  unit: optional(text),
  blank: required(oneOf('no', 'none', 'zero', 'missing')),
  aliases: optional(list(text)),
  values: optional(named(list(text))),
  multiple: optional(oneOf('true', 'false')),
  prior: optional(text),
  growth: optional(text),
  parameter: optional(oneOf('decided', 'published')),
  note: optional(note),
};
export type RawIndicator = ReadRecord<typeof indicatorFields>;

const formFields = {
  current: required(list(text)),
  prior: required(list(text)),
  growth: required(list(text)),
  notAnnual: required(list(text)),
  bareCurrent: required(list(text)),
  barePrior: required(list(text)),
  bareGrowth: required(list(text)),
};

const fileFields = {
  headerForms: required(record({ zh: 'headerForms', en: 'headerForms' }, formFields)),
  indicators: required(named(record({ zh: '指标', en: 'The indicator' }, indicatorFields))),
};
export const indicators = record({ zh: '词汇表', en: 'The vocabulary' }, fileFields);
export type RawIndicators = ReadRecord<typeof fileFields>;
