import { CellState, type Column, type Columns, type PartialDate } from '../columns';
import { EngineError, unknownName } from '../errors';
import { parseDate } from '../values/dates';
import {
  canonicalCategory,
  Decimal,
  ONE,
  type Indicator,
  type IndicatorKey,
  type Vocabulary,
} from '../../rules';

/** Inputs as a case writes them: decimals as text or integers, flags, ISO dates, category text; null for a blank. */
export type CaseInputs = Readonly<Record<IndicatorKey, unknown>>;

/** The inputs of a single case as columns of one row; what is not there stays without a column. */
export function caseColumns(inputs: CaseInputs, vocabulary: Vocabulary): Columns {
  const columns = Object.entries(inputs).map(([key, value]) => caseColumn(key, value, vocabulary));
  return { rowCount: 1, byKey: new Map(columns.map((column) => [column.key, column])) };
}

function caseColumn(key: IndicatorKey, value: unknown, { indicators }: Vocabulary): Column {
  const indicator = indicators.get(key);
  if (indicator === undefined)
    throw unknownName('unknownIndicator', key, 'vocabulary', [...indicators.keys()]);
  const blank = value === null || value === undefined || value === '';
  const states = Uint8Array.of(blank ? CellState.blank : CellState.value);
  switch (indicator.type) {
    case 'boolean':
      return { kind: 'flag', key, states, values: Uint8Array.of(!blank && flag(indicator, value) ? 1 : 0) };
    case 'date':
      return { kind: 'date', key, states, values: [blank ? null : date(indicator, value)] };
    case 'category':
      return {
        kind: 'category',
        key,
        states,
        values: [blank ? null : canonicalCategory(indicator, text(indicator, value))],
      };
    case 'text':
    case 'table':
      return { kind: 'text', key, states, values: [blank ? null : text(indicator, value)] };
    default: {
      const exact = new Map(blank ? [] : [[0, decimal(indicator, value)]]);
      return { kind: 'number', key, states, raw: new Float64Array(1), factor: ONE, exact };
    }
  }
}

function flag(indicator: Indicator, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw unusable(indicator, value, '是或否（true、false）', 'a flag (true or false)');
}

const date = (indicator: Indicator, value: unknown): PartialDate => parseDate(text(indicator, value));

function text(indicator: Indicator, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw unusable(indicator, value, '文字', 'a text');
}

function decimal(indicator: Indicator, value: unknown): Decimal {
  const written = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(written)) return new Decimal(written);
  throw unusable(indicator, value, '数字', 'a number');
}

function unusable({ key, names }: Indicator, value: unknown, zh: string, en: string): EngineError {
  const shown = JSON.stringify(value);
  return new EngineError('badInput', {
    zh: `${names.zh}（${key}）的值 ${shown} 不能用；应为${zh}。`,
    en: `${names.en} (${key}) cannot be ${shown}; it is ${en}.`,
  });
}
