import { reportLiteral, reportUnknownOption, reportUnknownReading, type Scope } from '../check';
import { positionOf } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import { sameDimension, YUAN } from '../dimension';
import { parseLiteral } from '../literal';
import type { Example, ExampleValue } from '../model';
import { type Entry, type RawExample, wrongShape } from '../schema';
import type { Indicator, IndicatorKey } from '../vocabulary';
import type { TextNode, YamlNode } from '../yaml';
import { bareNumber, exampleValue } from './example-value';

/** What an example may expect of a single row; settlement over the workbook is not a clause's. */
export const EXAMPLE_STATUSES = [
  'payable',
  'ceiling',
  'saving',
  'unquantified',
  'applicable',
  'missing',
  'notMet',
  'notInForce',
] as const;

/** The examples of a clause with their values in canonical text; the engine runs them. */
export function checkExamples(raw: readonly RawExample[] | undefined, scope: Scope): readonly Example[] {
  return (raw ?? []).map((example) => checkExample(example, scope));
}

function checkExample(raw: RawExample, scope: Scope): Example {
  return {
    inputs: checkInputs(raw.in, scope),
    parameters: checkParameters(raw.with, scope),
    readings: checkReadings(raw.readings, scope),
    expected: checkExpected(raw, scope),
    why: raw.why?.value ?? '',
    position: positionOf(raw.at.span),
  };
}

type RawEntries = readonly Entry<YamlNode>[] | undefined;

function checkInputs(raw: RawEntries, scope: Scope): Example['inputs'] {
  const values: Record<IndicatorKey, ExampleValue> = {};
  for (const { key, value } of raw ?? []) {
    const indicator = inputNamed(key, scope);
    const read = indicator && exampleValue(value, indicator, scope);
    if (read !== undefined) values[key.value] = read;
    if (indicator?.parameter !== undefined)
      scope.report('example-place', key.span, { key: key.value, zh: 'with', en: 'with' });
  }
  return values;
}

function checkParameters(raw: RawEntries, scope: Scope): Example['parameters'] {
  const values: Record<IndicatorKey, Example['parameters'][string]> = {};
  for (const { key, value } of raw ?? []) {
    const indicator = inputNamed(key, scope);
    if (indicator === undefined) continue;
    const isTable = indicator.type === 'table' && value.kind === 'list';
    const read = isTable ? checkTable(value.items, scope) : exampleValue(value, indicator, scope);
    if (read !== undefined) values[key.value] = read;
    if (indicator.parameter === undefined)
      scope.report('example-place', key.span, { key: key.value, zh: 'in', en: 'in' });
  }
  return values;
}

function inputNamed(key: TextNode, scope: Scope): Indicator | undefined {
  if (scope.isInput(key.value)) return scope.vocabulary.indicators.get(key.value);
  if (scope.isBroken(key.value)) return undefined;
  const suggestion = suggest(key.value, scope.inputs);
  scope.report('example-input', key.span, { key: key.value, suggestion });
  return undefined;
}

/** A table of the analyst: `[[30万元, 5万元], [100万元, 10万元]]`. */
function checkTable(rows: readonly YamlNode[], scope: Scope): readonly (readonly [string, string])[] {
  return rows.flatMap((row): (readonly [string, string])[] => {
    const cells = row.kind === 'list' ? row.items.map((cell) => plainValue(cell, scope)) : [];
    const [threshold, sum, ...rest] = cells;
    if (row.kind !== 'list' || rest.length > 0 || cells.length < 2) {
      return wrongShape(row, { zh: '[门槛, 金额]', en: '[threshold, amount]' }, scope.report) ?? [];
    }
    return threshold === undefined || sum === undefined ? [] : [[threshold, sum]];
  });
}

/** A figure of any unit in its base unit. */
function plainValue(node: YamlNode, scope: Scope): string | undefined {
  if (node.kind !== 'text') return wrongShape(node, { zh: '数', en: 'a number' }, scope.report);
  const bare = bareNumber(node.value);
  if (bare !== undefined) return bare;
  const parsed = parseLiteral(node.value);
  if (parsed.ok && parsed.value.kind === 'quantity') return parsed.value.value.toFixed();
  reportLiteral(node.value, parsed.ok ? { ok: false, problem: 'literal' } : parsed, node.span, scope.report);
  return undefined;
}

function checkReadings(
  raw: readonly Entry<TextNode>[] | undefined,
  scope: Scope,
): Readonly<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const { key, value } of raw ?? []) {
    const reading = scope.readingWithoutUse(key.value);
    const known = reading?.options.map(({ name }) => name) ?? [];
    if (reading === undefined) reportUnknownReading(key, scope);
    else if (known.includes(value.value)) chosen[key.value] = value.value;
    else reportUnknownOption(value, key.value, known, scope);
  }
  return chosen;
}

function checkExpected(raw: RawExample, scope: Scope): Example['expected'] {
  const status = raw.gives?.value ?? '';
  if (raw.gives !== undefined && !EXAMPLE_STATUSES.some((known) => known === status)) {
    const suggestion = suggest(status, EXAMPLE_STATUSES);
    scope.report('wrong-choice', raw.gives.span, { written: status, known: EXAMPLE_STATUSES, suggestion });
  }
  const missing = (raw.missing ?? []).flatMap((key) =>
    inputNamed(key, scope) === undefined ? [] : [key.value],
  );
  const amounts: { uncapped?: string | null; cap?: string | null; amount?: string | null } = {};
  for (const name of ['uncapped', 'cap', 'amount'] as const) {
    const value = raw[name] && money(raw[name], scope);
    if (value !== undefined) amounts[name] = value;
  }
  const payout = raw.payout && checkPayout(raw.payout, scope);
  return { status, ...amounts, missing, ...(payout === undefined ? {} : { payout }) };
}

/** Yuan; `none` says that there is no such amount. */
function money(node: TextNode, scope: Scope): string | null | undefined {
  if (node.value === 'none') return null;
  const bare = bareNumber(node.value);
  if (bare !== undefined) return bare;
  const parsed = parseLiteral(node.value);
  if (parsed.ok && parsed.value.kind === 'quantity' && sameDimension(parsed.value.dimension, YUAN)) {
    return parsed.value.value.toFixed();
  }
  scope.report('bad-literal', node.span, {
    written: node.value,
    zh: '金额（元）或 none',
    en: 'an amount in yuan, or none',
  });
  return undefined;
}

function checkPayout(raw: readonly Entry<TextNode>[], scope: Scope): readonly (readonly [number, string])[] {
  return raw.flatMap(({ key, value }): (readonly [number, string])[] => {
    const sum = money(value, scope);
    if (!/^\d{1,2}$/u.test(key.value)) {
      scope.report('bad-literal', key.span, {
        written: key.value,
        zh: '第几年之后（0、1、2 …）',
        en: 'the number of years after the award (0, 1, 2 …)',
      });
      return [];
    }
    return typeof sum === 'string' ? [[Number(key.value), sum]] : [];
  });
}
