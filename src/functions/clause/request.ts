import { invalidValue, isFailure, type Failure } from '../cells/cell';
import { extentOf, pairsOf, spread, vectorOf, type Extent, type Vector } from '../cells/vectors';
import { takenExtent } from '../cells/whole-columns';
import { OVERRIDES_NAME, readOverrides, written, type Overrides } from './overrides';
import type { RangeArgument } from './range-zeros';
import { placeOfArgument, type ArgumentPlace } from './zeros';
import type { CellContent } from '../../sheet';
import type { ClauseFunction } from '../catalogue/catalogue';
import type { ParameterValue, Plan, Scenario } from '../../engine';
import type { Plans } from './plans';

/** A call of a clause's function, with every argument read as far as its form goes. */
export interface Request {
  readonly of: ClauseFunction;
  readonly plan: Plan;
  /** Two requests with one `group` differ in their cells only. */
  readonly group: string;
  readonly units: readonly string[];
  readonly extent: Extent;
  /** The cells of every parameter but tables, at the request's extent; of whole columns those in use. */
  readonly cells: readonly (readonly CellContent[])[];
  /** Where each parameter's cells came from; see `ZeroCell`. */
  readonly sources: readonly Source[];
}

/** Where the cells of an argument stand, and how they lie. */
export interface Source {
  readonly place: ArgumentPlace;
  readonly lies: Vector['lies'];
}

/**
 * @param values the arguments in the order of the parameters, then the overrides
 * @param addresses the references of the arguments, where the host gives them
 */
export function readRequest(
  of: ClauseFunction,
  values: readonly unknown[],
  addresses: readonly unknown[] | undefined,
  plans: Plans,
): Request | Failure {
  if (values.length > of.parameters.length + 1) return tooMany(of, values.length);
  const overrides = readOverrides(values[of.parameters.length] ?? null, of);
  if (isFailure(overrides)) return overrides;
  const tables: Record<string, ParameterValue> = {};
  const vectors: Vector[] = [];
  for (const [at, { indicator }] of of.parameters.entries()) {
    if (indicator.type === 'table') {
      const table = tableOf(values[at], indicator.names);
      if (isFailure(table)) return table;
      if (table.length > 0) tables[indicator.key] = table;
      vectors.push(NO_CELLS);
    } else {
      const vector = vectorOf(values[at], indicator.names);
      if (isFailure(vector)) return vector;
      vectors.push(vector);
    }
  }
  const common = extentOf(vectors);
  if (isFailure(common)) return common;
  const extent = takenExtent(common, vectors, addresses);
  const scenario = scenarioOf(overrides, tables, of);
  const compiled = plans.of(of.policy, scenario);
  if (isFailure(compiled)) return compiled;
  return {
    of,
    plan: compiled.plan,
    group: `${of.clause.id} ${overrides.units.join()} ${compiled.key}`,
    units: overrides.units,
    extent,
    cells: vectors.map((vector) => spread(vector, extent)),
    sources: vectors.map(({ lies }, at) => ({ place: placeOfArgument(addresses, at), lies })),
  };
}

function scenarioOf(
  { scenario }: Overrides,
  tables: Readonly<Record<string, ParameterValue>>,
  { clause }: ClauseFunction,
): Scenario {
  return Object.keys(tables).length === 0 ? scenario : { ...scenario, amounts: { [clause.id]: tables } };
}

const NO_CELLS: Vector = { cells: [null], lies: 'cell' };

/** The arguments that are ranges as a whole: tables of the analyst, and the overrides where they are given. */
export function rangesOf(
  { parameters }: ClauseFunction,
  values: readonly unknown[],
  addresses: readonly unknown[] | undefined,
): ReadonlyMap<number, RangeArgument> {
  const found = new Map<number, RangeArgument>();
  for (const [at, { indicator }] of parameters.entries()) {
    if (indicator.type !== 'table') continue;
    found.set(at, { name: indicator.names, place: placeOfArgument(addresses, at), matters: () => true });
  }
  const at = parameters.length;
  if (values[at] !== null && values[at] !== undefined) {
    // On the left a 0 is a blank in any case.
    const matters = ([left]: readonly unknown[], column: number): boolean => column === 1 && left !== 0;
    found.set(at, { name: OVERRIDES_NAME, place: placeOfArgument(addresses, at), matters });
  }
  return found;
}

/** A table of the analyst: thresholds on the left, amounts on the right. */
function tableOf(
  argument: unknown,
  name: { zh: string; en: string },
): readonly (readonly [string, string])[] | Failure {
  const pairs = pairsOf(argument, name);
  if (isFailure(pairs)) return pairs;
  const lines = pairs.map(([threshold, amount]) => [written(threshold), written(amount)] as const);
  return lines.every(([threshold, amount]) => threshold !== '' && amount !== '')
    ? lines
    : invalidValue(
        `参数“${name.zh}”应为两列：门槛和金额，每行都要填。`,
        `The argument “${name.en}” is two columns, thresholds and amounts, filled in every row.`,
      );
}

function tooMany({ parameters, clause }: ClauseFunction, given: number): Failure {
  const names = (lang: 'zh' | 'en', mark: string): string =>
    parameters.map(({ indicator }) => indicator.names[lang]).join(mark);
  return invalidValue(
    `条款 ${clause.id} 有 ${parameters.length} 个参数（${names('zh', '、')}）和改数，给了 ${given} 个。`,
    `${clause.id} takes ${parameters.length} arguments (${names('en', ', ')}) and overrides; ${given} were given.`,
  );
}
