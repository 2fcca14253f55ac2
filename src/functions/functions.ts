import { isFailure, type CellMatrix, type Failure } from './cells/cell';
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
import { rangesOf, readRequest } from './clause/request';
import { withBlanksIn } from './clause/range-zeros';
import { clauseCells } from './sheet/clause-facts';
import { evaluatedCells } from './sheet/evaluate';
import { explainedCells } from './sheet/explain';
import { figureCells } from './sheet/figure';
import { ROWS } from './sheet/table';
import type { Surroundings } from './sheet/surroundings';
import { placeOfArgument, type Zeros } from './clause/zeros';
import type { Lang, Policy } from '../rules';

/** What the functions need to know of their surroundings. All are asked anew for every call. */
export interface FunctionPorts {
  /** The bundled policies and those loaded since. */
  readonly policies: () => readonly Policy[];
  /** The user's language, for messages and texts. */
  readonly lang: () => Lang;
  /** What a 0 among the arguments may be. */
  readonly zeros: () => Zeros;
  /** Gives the page its turn in the middle of long columns; without it they are evaluated in one go. */
  readonly pause?: () => Promise<void>;
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
  const plans = new Plans();
  const clauseCall = clauseCaller(ports, plans);
  const surroundings = (): Surroundings => ({
    policies: ports.policies(),
    lang: ports.lang(),
    planOf: (policy) => plans.withoutOverrides(policy).plan,
  });
  const general: Readonly<Record<(typeof GENERAL_FUNCTIONS)[number], SubsidyFunction>> = {
    SUBSIDY: ({ values: [name, ...rest], addresses }) => {
      const found = findClause(name, ports.policies());
      if (isFailure(found)) return [[found]];
      const given = addresses?.slice(1).flat();
      return clauseCall(clauseFunction(found.policy, found.clause), repeated(rest), given);
    },
    SUBSIDY_EVALUATE: (call) =>
      withRowsRead(call, 1, ports.zeros(), ([headers, rows, policy, columns]) =>
        evaluatedCells(headers, rows, policy, columns, surroundings()),
      ),
    SUBSIDY_FIGURE: ({ values: [clause, figure] }) => figureCells(clause, figure, ports.policies()),
    SUBSIDY_CLAUSE: ({ values: [clause, what] }) => clauseCells(clause, what, ports.policies(), ports.lang()),
    SUBSIDY_EXPLAIN: (call) =>
      withRowsRead(call, 2, ports.zeros(), ([clause, headers, row]) =>
        explainedCells(clause, headers, row, surroundings()),
      ),
  };
  const ofClauses = namedFunctions(ports.policies()).map((each): [string, SubsidyFunction] => [
    each.name,
    ({ values, addresses }) => clauseCall(each, values, addresses),
  ]);
  return new Map([...ofClauses, ...Object.entries(general)]);
}

/** A function of a table, after the blanks among its rows are known; `at` is the place of the rows. */
function withRowsRead(
  { values, addresses }: Call,
  at: number,
  zeros: Zeros,
  answer: (values: readonly unknown[]) => CellMatrix,
): CellMatrix | Promise<CellMatrix> {
  const rows = { name: ROWS, place: placeOfArgument(addresses, at), matters: () => true };
  const answerFor = (settled: readonly unknown[] | Failure): CellMatrix =>
    isFailure(settled) ? [[settled]] : answer(settled);
  const settled = withBlanksIn(values, new Map([[at, rows]]), zeros);
  return settled instanceof Promise ? settled.then(answerFor) : answerFor(settled);
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

function clauseCaller({ zeros, pause }: FunctionPorts, plans: Plans): ClauseCall {
  const gatherer = new Gatherer(zeros);
  const answer = (
    of: ClauseFunction,
    values: readonly unknown[] | Failure,
    addresses: readonly unknown[] | undefined,
  ): CellMatrix | Promise<CellMatrix> => {
    const request = isFailure(values) ? values : readRequest(of, values, addresses, plans);
    if (isFailure(request)) return [[request]];
    const { extent } = request;
    if (extent.length === 0) return [['']];
    if (extent.length === 1) return gatherer.ask(request).then((result) => [[result]]);
    const results = evaluateColumn(request, zeros(), pause);
    return results instanceof Promise
      ? results.then((settled) => laid(settled, extent))
      : laid(results, extent);
  };
  return (of, values, addresses) => {
    const ranges = rangesOf(of, values, addresses);
    if (ranges.size === 0) return answer(of, values, addresses);
    const settled = withBlanksIn(values, ranges, zeros());
    return settled instanceof Promise
      ? settled.then((known) => answer(of, known, addresses))
      : answer(of, settled, addresses);
  };
}
