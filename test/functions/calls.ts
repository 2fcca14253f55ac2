import {
  clauseFunction,
  isFailure,
  subsidyFunctions,
  type CellMatrix,
  type CellResult,
  type ClauseFunction,
  type FunctionPorts,
  type SubsidyFunction,
} from '../../src/functions';
import type { Example, Policy } from '../../src/rules';
import { policies } from '../engine/packs';

/** Calls of the functions as a host makes them, and results as people see them. */

export function functionsWith(ports: Partial<FunctionPorts> = {}): ReadonlyMap<string, SubsidyFunction> {
  return subsidyFunctions({ policies: () => policies, lang: () => 'zh', zeros: () => 'real', ...ports });
}

export async function call(
  functions: ReadonlyMap<string, SubsidyFunction>,
  name: string,
  ...values: readonly unknown[]
): Promise<CellMatrix> {
  const found = functions.get(name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found({ values });
}

/** `500000`, `#N/A 缺数据…`: a cell in one text. */
export function shown(cell: CellResult | undefined): CellResult | string {
  if (cell === undefined) return '(nothing)';
  if (!isFailure(cell)) return cell;
  return `${cell.failure === 'notAvailable' ? '#N/A' : '#VALUE!'} ${cell.text.zh}`;
}

export const shownAll = (matrix: CellMatrix): (CellResult | string)[][] =>
  matrix.map((row) => row.map(shown));

export const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

export function functionOf(id: string): ClauseFunction {
  const policy = policies.find((one) => id.startsWith(`${one.id}/`));
  const clause = policy?.clauses.get(id);
  if (policy === undefined || clause === undefined) throw new Error(`no clause ${id}`);
  return clauseFunction(policy, clause);
}

/** Numbers as a cell holds them, where a double can; everything else as text. */
export function cellFor(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const digits = value.replaceAll(/\D/gu, '').length;
  return digits <= 15 ? Number(value) : value;
}

/** The arguments of a call from inputs and parameters by key, as examples and cases have them. */
export function argumentsFor(
  of: ClauseFunction,
  inputs: Readonly<Record<string, unknown>>,
  parameters: Readonly<Record<string, unknown>>,
): unknown[] {
  return of.parameters.map(({ indicator }) => {
    const value = parameters[indicator.key] ?? inputs[indicator.key] ?? null;
    if (Array.isArray(value)) return value.map((line: readonly unknown[]) => line.map(cellFor));
    return [[cellFor(value)]];
  });
}

/** Every example beside the rules of a clause that has a function, but those of missing columns. */
export interface FunctionExample {
  readonly of: ClauseFunction & { readonly name: string };
  readonly example: Example;
}

export function examplesOf(policy: Policy): FunctionExample[] {
  return [...policy.clauses.values()].flatMap((clause) => {
    const { name, ...of } = clauseFunction(policy, clause);
    return name === undefined ? [] : clause.examples.map((example) => ({ of: { ...of, name }, example }));
  });
}

export function overridesFor({ example }: FunctionExample): unknown {
  const readings = Object.entries(example.readings);
  return readings.length === 0 ? null : readings.map(([name, option]) => [name, option]);
}
