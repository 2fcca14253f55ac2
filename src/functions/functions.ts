import { isFailure, type CellMatrix } from './cells/cell';
import { laid } from './cells/vectors';
import { findClause } from './catalogue/find-clause';
import {
  clauseFunction,
  GENERAL_FUNCTIONS,
  namedFunctions,
  type ClauseFunction,
} from './catalogue/catalogue';
import { evaluateColumn, Gatherer } from './clause/gather';
import { Plans } from './clause/plans';
import { readRequest } from './clause/request';
import { clauseCells } from './sheet/clause-facts';
import { evaluatedCells } from './sheet/evaluate';
import { explainedCells } from './sheet/explain';
import { figureCells } from './sheet/figure';
import type { Zeros } from './clause/zeros';
import type { Lang, Policy } from '../rules';

/** What the functions need to know of their surroundings. All are asked anew for every call. */
export interface FunctionPorts {
  /** The bundled policies and those loaded since. */
  readonly policies: () => readonly Policy[];
  /** The user's language, for messages and texts. */
  readonly lang: () => Lang;
  /** What a 0 among the arguments may be. */
  readonly zeros: () => Zeros;
}

/** One call of a function by the host. */
export interface Call {
  /** A matrix for each argument; null for one that was left out. */
  readonly values: readonly unknown[];
  /** The references of the arguments, where the host gives them. */
  readonly addresses?: readonly unknown[];
}

/** A custom function without its host. Never throws and never rejects for what a user can get wrong. */
export type SubsidyFunction = (call: Call) => CellMatrix | Promise<CellMatrix>;

/** All functions by their name, those of the clauses and the general ones. */
export function subsidyFunctions(ports: FunctionPorts): ReadonlyMap<string, SubsidyFunction> {
  const clauseCall = clauseCaller(ports);
  const general: Readonly<Record<(typeof GENERAL_FUNCTIONS)[number], SubsidyFunction>> = {
    SUBSIDY: ({ values: [name, ...rest], addresses }) => {
      const found = findClause(name, ports.policies());
      if (isFailure(found)) return [[found]];
      const values = repeated(rest);
      const given = addresses === undefined ? undefined : repeated(addresses.slice(1));
      return clauseCall(clauseFunction(found.policy, found.clause), values, given);
    },
    SUBSIDY_EVALUATE: ({ values: [headers, rows, policy, columns] }) =>
      evaluatedCells(headers, rows, policy, columns, ports.policies(), ports.lang()),
    SUBSIDY_FIGURE: ({ values: [clause, figure] }) => figureCells(clause, figure, ports.policies()),
    SUBSIDY_CLAUSE: ({ values: [clause, what] }) => clauseCells(clause, what, ports.policies(), ports.lang()),
    SUBSIDY_EXPLAIN: ({ values: [clause, headers, row] }) =>
      explainedCells(clause, headers, row, ports.policies(), ports.lang()),
  };
  const ofClauses = namedFunctions(ports.policies()).map((each): [string, SubsidyFunction] => [
    each.name,
    ({ values, addresses }) => clauseCall(each, values, addresses),
  ]);
  return new Map([...ofClauses, ...Object.entries(general)]);
}

/** Hosts pass a repeated argument as a list of matrices in one argument, or as arguments of their own. */
function repeated(values: readonly unknown[]): readonly unknown[] {
  const [first] = values;
  const isList =
    values.length === 1 && Array.isArray(first) && (first as readonly unknown[]).every(isMatrixOrNull);
  return isList ? (first as readonly unknown[]) : values;
}

const isMatrixOrNull = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && (value as readonly unknown[]).every((row) => Array.isArray(row)));

type ClauseCall = (
  of: ClauseFunction,
  values: readonly unknown[],
  addresses: readonly unknown[] | undefined,
) => CellMatrix | Promise<CellMatrix>;

function clauseCaller({ zeros }: FunctionPorts): ClauseCall {
  const plans = new Plans();
  const gatherer = new Gatherer(zeros);
  return (of, values, addresses) => {
    const request = readRequest(of, values, addresses, plans);
    if (isFailure(request)) return [[request]];
    if (request.extent.length === 1) return gatherer.ask(request).then((result) => [[result]]);
    const results = evaluateColumn(request, zeros());
    return results instanceof Promise
      ? results.then((settled) => laid(settled, request.extent))
      : laid(results, request.extent);
  };
}
