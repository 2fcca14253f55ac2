import { EngineError, unknownName } from './errors';
import { parseDate as checkDate } from './values/dates';
import { fraction } from './values/decimals';
import { compare } from './values/fraction';
import {
  Decimal,
  figureAsOf,
  parseLiteral,
  sameDimension,
  type Figure,
  type FigureId,
  type FigureValue,
  type IndicatorKey,
  type Policy,
  type Reading,
  type ReadingId,
} from '../rules';
import type { Parameter, ParameterValue, Plan, Scenario } from './plan';

/** A policy under a scenario. Whatever the scenario names and the policy has not is an error that lists what there is. */
export function compilePolicy(policy: Policy, scenario: Scenario = {}): Plan {
  return {
    policy,
    scenario,
    figures: figuresUnder(policy, scenario),
    readings: readingsUnder(policy, scenario),
    parameters: parametersIn(policy, scenario.parameters ?? {}),
    amounts: new Map(
      Object.entries(scenario.amounts ?? {}).map(([clause, given]) => {
        known(clause, policy.clauses, 'unknownClause', policy.id);
        return [clause, parametersIn(policy, given)];
      }),
    ),
  };
}

/** The date for dated figures and for what is in force, where the rows say nothing else: the policy's year. */
export const asOfDate = (policy: Policy, scenario: Scenario): string => scenario.asOf ?? String(policy.year);

/** Every reading of a policy, its own and its clauses'. */
export function readingsIn(policy: Policy): ReadonlyMap<ReadingId, Reading> {
  const all = [...policy.readings, ...[...policy.clauses.values()].flatMap((clause) => clause.readings)];
  return new Map(all.map((reading) => [reading.id, reading]));
}

function figuresUnder(policy: Policy, scenario: Scenario): ReadonlyMap<FigureId, FigureValue> {
  const asOf = asOfDate(policy, scenario);
  checkDate(asOf);
  const figures = new Map(
    [...policy.figures.values()].map((figure) => [figure.id, figureAsOf(figure, asOf).value]),
  );
  for (const [id, text] of Object.entries(scenario.figures ?? {})) {
    const figure = known(id, policy.figures, 'unknownFigure', policy.id);
    figures.set(id, overlaid(figure, text));
  }
  return figures;
}

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;

/** A literal of the figure's own kind and dimension; a bare number is in base units. */
function overlaid(figure: Figure, text: string): FigureValue {
  const { value } = figure;
  if (value.kind === 'quantity' && PLAIN.test(text.trim()))
    return { ...value, value: new Decimal(text.trim()) };
  const literal = parseLiteral(text);
  const fits =
    literal.ok &&
    literal.value.kind === value.kind &&
    (literal.value.kind === 'date' ||
      (value.kind === 'quantity' && sameDimension(literal.value.dimension, value.dimension)));
  if (!fits) {
    throw new EngineError('badLiteral', {
      zh: `“${text}”不能代替 ${figure.id}（原为 ${figure.text}）；请用同类单位书写。`,
      en: `“${text}” cannot stand for ${figure.id}, which is ${figure.text}; write it in the same kind of unit.`,
    });
  }
  return literal.value;
}

function readingsUnder(policy: Policy, scenario: Scenario): ReadonlyMap<ReadingId, string> {
  const readings = readingsIn(policy);
  const chosen = new Map([...readings.values()].map(({ id, recommended }) => [id, recommended]));
  for (const [id, option] of Object.entries(scenario.readings ?? {})) {
    const reading = known(id, readings, 'unknownReading', policy.id);
    const names = reading.options.map(({ name }) => name);
    if (!names.includes(option)) throw unknownName('unknownOption', option, id, names);
    chosen.set(id, option);
  }
  return chosen;
}

export function parametersIn(
  policy: Policy,
  given: Readonly<Record<IndicatorKey, ParameterValue>>,
): ReadonlyMap<IndicatorKey, Parameter> {
  const parameters = new Map(
    [...policy.vocabulary.indicators].filter(([, { parameter }]) => parameter !== undefined),
  );
  return new Map(
    Object.entries(given).map(([key, text]) => {
      known(key, parameters, 'unknownParameter', policy.id);
      return [key, parseParameter(key, text)];
    }),
  );
}

function parseParameter(key: IndicatorKey, text: ParameterValue): Parameter {
  if (typeof text === 'string') return { kind: 'value', value: fraction(parseNumber(key, text)) };
  const table = text.map(([threshold, amount]) => ({
    threshold: fraction(parseNumber(key, threshold)),
    amount: fraction(parseNumber(key, amount)),
  }));
  return { kind: 'table', table: table.toSorted((a, b) => compare(a.threshold, b.threshold)) };
}

function parseNumber(key: IndicatorKey, text: string): Decimal {
  const trimmed = text.trim();
  if (PLAIN.test(trimmed)) return new Decimal(trimmed);
  const literal = parseLiteral(trimmed);
  if (literal.ok && literal.value.kind === 'quantity') return literal.value.value;
  throw new EngineError('badLiteral', {
    zh: `参数 ${key} 的值“${text}”不是数字；请写成 0.05、5% 或 30万元。`,
    en: `“${text}” is not a number for the parameter ${key}; write 0.05, 5% or 30万元.`,
  });
}

type UnknownCode = 'unknownFigure' | 'unknownReading' | 'unknownClause' | 'unknownParameter';

function known<T>(id: string, among: ReadonlyMap<string, T>, code: UnknownCode, where: string): T {
  const found = among.get(id);
  if (found === undefined) throw unknownName(code, id, where, [...among.keys()]);
  return found;
}
