import { invalidValue, type Failure } from '../cells/cell';
import { pairsOf } from '../cells/vectors';
import { isCellError, unitFor, type CellContent } from '../../sheet';
import { Decimal, type Bilingual, type Clause, type Policy } from '../../rules';
import type { ClauseFunction } from '../catalogue/catalogue';
import type { Scenario } from '../../engine';
import { isFailure } from '../cells/cell';

/** What a formula changes: the only way in which a scenario reaches a function. */
export interface Overrides {
  readonly scenario: Scenario;
  /** Units other than the indicators' own, as written: `千元`. */
  readonly units: readonly string[];
}

export const OVERRIDES_NAME: Bilingual = { zh: '改数', en: 'overrides' };

/** One object, so that calls without overrides are known by it. */
export const NO_OVERRIDES: Overrides = { scenario: {}, units: [] };

const UNIT_WORDS = new Set(['单位', 'unit', 'units']);

/**
 * Reads the range of overrides, two columns wide. On the left stands a figure or a reading of the
 * clause (its name within the clause, or its whole id) or 单位; on the right its value. A figure's bare
 * number is in base units; a blank on the right changes nothing.
 */
export function readOverrides(
  argument: unknown,
  { clause, policy, parameters }: ClauseFunction,
): Overrides | Failure {
  if (argument === null) return NO_OVERRIDES;
  const pairs = pairsOf(argument, OVERRIDES_NAME);
  if (isFailure(pairs)) return pairs;
  const figures: Record<string, string> = {};
  const readings: Record<string, string> = {};
  const units: string[] = [];
  for (const [left, right] of pairs) {
    if (isCellError(left) || isCellError(right)) return errorIn(left, right);
    // A 0 names nothing: it is a blank that the host passed on as 0.
    const name = left === null || left === 0 ? '' : String(left).trim();
    const value = written(right);
    if (name === '' || value === '') continue;
    const figure = figureNamed(name, clause, policy);
    const reading = figure === undefined ? readingNamed(name, clause, policy) : undefined;
    if (UNIT_WORDS.has(name.toLowerCase())) units.push(...value.split(/[、,，;；\s]+/u));
    else if (figure !== undefined) figures[figure] = value;
    else if (reading !== undefined) readings[reading] = value;
    else return unknownName(name, clause);
  }
  const unfit = units.find((unit) => !parameters.some(({ indicator }) => unitFor(indicator, unit).ok));
  if (unfit !== undefined) return unfitUnit(unfit, parameters);
  return { scenario: { figures, readings }, units };
}

/** A double as the shortest decimal that reads back as it. */
export function written(content: CellContent): string {
  if (typeof content === 'number') return new Decimal(content).toFixed();
  return content === null || isCellError(content) ? '' : String(content).trim();
}

/** By its whole id or by its name within the clause. */
export function figureNamed(name: string, clause: Clause, policy: Policy): string | undefined {
  return [name, `${clause.id}#${name}`, `${policy.id}#${name}`].find((id) => policy.figures.has(id));
}

function readingNamed(name: string, clause: Clause, policy: Policy): string | undefined {
  const ids = [...clause.readings, ...policy.readings].map(({ id }) => id);
  return ids.find((id) => id === name || id === `${clause.id}#${name}` || id === `${policy.id}#${name}`);
}

const afterHash = (id: string): string => id.slice(id.indexOf('#') + 1);

function unknownName(name: string, clause: Clause): Failure {
  const known = [...clause.figures, ...clause.readings.map(({ id }) => id)].map(afterHash);
  return invalidValue(
    `改数中的“${name}”不是条款 ${clause.id} 的数字或读法；可写：${[...known, '单位'].join('、')}。`,
    `“${name}” in the overrides is no figure or reading of ${clause.id}; it has ${[...known, '单位 (unit)'].join(', ')}.`,
  );
}

function unfitUnit(unit: string, parameters: ClauseFunction['parameters']): Failure {
  const bases = [...new Set(parameters.flatMap(({ indicator }) => indicator.unit ?? []))];
  return invalidValue(
    `改数中的单位“${unit}”不适合本函数的参数；参数的单位是：${bases.join('、') || '无'}。`,
    `The unit “${unit}” in the overrides fits no argument; their units are ${bases.join(', ') || 'none'}.`,
  );
}

function errorIn(left: CellContent, right: CellContent): Failure {
  const error = isCellError(left) ? left.error : isCellError(right) ? right.error : '';
  return invalidValue(`改数区域里有错误值 ${error}。`, `The overrides hold the error ${error}.`);
}
