import type { ParameterValue, Scenario } from '../engine';
import { parseDate, type Policy } from '../rules';
import { type CommandError, unusable } from './console';

const KEYS = ['figures', 'readings', 'parameters', 'amounts', 'asOf'] as const;

/**
 * Checks the shape of a scenario file; whether its ids exist is for the engine to say.
 *
 *     { "figures": { "xishan-2020/4.4#cap": "150万元" },
 *       "readings": { "xishan-2020/19.2#ranking": "growth-only" },
 *       "parameters": { "purchaseTaxRate": "10%" },
 *       "amounts": { "xishan-2020/4.1-project": { "analystAmount": "30万元" } },
 *       "asOf": "2020-07-01" }
 */
export function readScenario(json: unknown, file: string): Scenario {
  if (!isRecord(json)) throw wrong(file, '', '一个对象', 'an object');
  for (const key of Object.keys(json)) {
    if (!KEYS.some((known) => known === key))
      throw wrong(file, key, `其中之一：${KEYS.join('、')}`, `one of ${KEYS.join(', ')}`);
  }
  const { figures, readings, parameters, amounts, asOf } = json;
  if (asOf !== undefined && (typeof asOf !== 'string' || !parseDate(asOf).ok))
    throw wrong(file, 'asOf', '日期，如 "2020-06-30"', 'a date such as "2020-06-30"');
  return {
    figures: texts(figures, file, 'figures', '150万元'),
    readings: texts(readings, file, 'readings', 'growth-only'),
    parameters: parametersOf(parameters, file, 'parameters'),
    amounts: amountsOf(amounts, file),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** What of the scenario concerns a policy: ids begin with the policy's. */
export function scenarioOf(policy: Policy, scenario: Scenario): Scenario {
  const own = <T>(entries: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(entries ?? {}).filter(([id]) => policyOf(id) === policy.id));
  return {
    ...scenario,
    figures: own(scenario.figures),
    readings: own(scenario.readings),
    amounts: own(scenario.amounts),
  };
}

/** A change for a policy that is not evaluated would be dropped silently: refuse it. */
export function refuseForeignIds(scenario: Scenario, policies: readonly Policy[], file: string): void {
  const known = policies.map(({ id }) => id);
  const ids = [scenario.figures, scenario.readings, scenario.amounts].flatMap((entries) =>
    Object.keys(entries ?? {}),
  );
  const foreign = ids.find((id) => !known.includes(policyOf(id)));
  if (foreign === undefined) return;
  throw unusable(
    `${file}：“${foreign}”不属于所测算的政策（${known.join('、')}）。`,
    `${file}: “${foreign}” belongs to none of the policies evaluated (${known.join(', ')}).`,
  );
}

/** `xishan-2020/19.2#cap`, `xishan-2020#same-project` → `xishan-2020`. */
function policyOf(id: string): string {
  return id.split(/[/#]/)[0] ?? '';
}

function texts(value: unknown, file: string, at: string, example: string): Record<string, string> {
  return mapped(value, file, at, (entry, where) => {
    if (typeof entry !== 'string')
      throw wrong(file, where, `一段文字，如 "${example}"`, `a text such as "${example}"`);
    return entry;
  });
}

function amountsOf(value: unknown, file: string): Record<string, Record<string, ParameterValue>> {
  return mapped(value, file, 'amounts', (entry, where) => parametersOf(entry, file, where));
}

function parametersOf(value: unknown, file: string, at: string): Record<string, ParameterValue> {
  return mapped(value, file, at, (entry, where) => {
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'number') return String(entry);
    if (Array.isArray(entry)) return entry.map((line: unknown) => tableLine(line, file, where));
    throw wrong(
      file,
      where,
      '一个数字、一段文字或 [[门槛, 金额], …]',
      'a number, a text, or [[threshold, amount], …]',
    );
  });
}

function tableLine(line: unknown, file: string, at: string): [string, string] {
  if (Array.isArray(line) && line.length === 2) {
    const [threshold, amount] = line.map((cell: unknown) => (typeof cell === 'number' ? String(cell) : cell));
    if (typeof threshold === 'string' && typeof amount === 'string') return [threshold, amount];
  }
  throw wrong(file, at, '[[门槛, 金额], …]', '[[threshold, amount], …]');
}

function mapped<T>(
  value: unknown,
  file: string,
  at: string,
  each: (entry: unknown, where: string) => T,
): Record<string, T> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw wrong(file, at, '一个对象', 'an object');
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, each(entry, `${at} → ${key}`)]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(file: string, at: string, zh: string, en: string): CommandError {
  const where = at === '' ? '' : ` ${at}`;
  return unusable(`${file}${where} 应为${zh}。`, `${file}${where} must be ${en}.`);
}
