import { caseColumns, type CaseInputs } from './case-columns';
import { EngineError, unknownName } from '../errors';
import { parametersIn } from '../scenario';
import { bindClause, type Ground } from '../clauses/bind';
import { readersOf } from '../inputs/readers';
import { payoutOf } from '../settlement/payout';
import type { CaseOutcome } from '../outcome';
import type { ParameterValue, Plan } from '../plan';
import type { Clause, ClauseId, Decimal, IndicatorKey } from '../../rules';

/** Parameters of a case; null is a parameter that is not given. */
export type CaseParameters = Readonly<Record<IndicatorKey, unknown>>;

/** One clause for one enterprise on its own: nothing to rank, nothing to settle, base clauses taken as payable. */
export function evaluateCase(
  plan: Plan,
  clauseId: ClauseId,
  inputs: CaseInputs,
  parameters: CaseParameters = {},
): CaseOutcome {
  const clause = clauseOf(plan, clauseId);
  const { status, uncapped, cap, amount, capHit, missing } = bindClause(
    clause,
    caseGround(plan, clause, inputs, parameters),
  ).evaluate(0);
  const payout = status === 'payable' && amount !== null ? payoutOf(amount, clause.payout) : [];
  return {
    status,
    uncapped: money(uncapped),
    cap: money(cap),
    amount: money(amount),
    capHit,
    missing,
    payout: payout.map((line) => [line.after, line.amount.toFixed(2)]),
  };
}

export function clauseOf({ policy }: Plan, id: ClauseId): Clause {
  const clause = policy.clauses.get(id);
  if (clause === undefined) throw unknownName('unknownClause', id, policy.id, [...policy.clauses.keys()]);
  return clause;
}

function caseGround(plan: Plan, clause: Clause, inputs: CaseInputs, parameters: CaseParameters): Ground {
  const given = new Map(
    Object.entries(parameters).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, asGiven(key, value)] as const],
    ),
  );
  const amounts = new Map([
    ...(plan.amounts.get(clause.id) ?? []),
    ...parametersIn(plan.policy, Object.fromEntries(given)),
  ]);
  return {
    plan: { ...plan, amounts: new Map([...plan.amounts, [clause.id, amounts]]) },
    readers: readersOf(caseColumns(inputs, plan.policy.vocabulary), plan.policy.vocabulary),
    givenAmounts: new Map(),
    base: () => undefined,
  };
}

/** A number, a literal, or a table of thresholds and amounts. */
function asGiven(key: IndicatorKey, value: unknown): ParameterValue {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((line: unknown) => tableLine(key, line));
  throw badParameter(key, value);
}

function tableLine(key: IndicatorKey, line: unknown): readonly [string, string] {
  const cells: readonly unknown[] = Array.isArray(line) ? line : [];
  const [threshold, amount] = cells.map((cell) => (typeof cell === 'number' ? String(cell) : cell));
  if (cells.length !== 2 || typeof threshold !== 'string' || typeof amount !== 'string')
    throw badParameter(key, line);
  return [threshold, amount];
}

function badParameter(key: IndicatorKey, value: unknown): EngineError {
  const shown = JSON.stringify(value);
  return new EngineError('badInput', {
    zh: `参数 ${key} 的值 ${shown} 不能用；应为数字或 [[门槛, 金额], …]。`,
    en: `The parameter ${key} cannot be ${shown}; give a number or [[threshold, amount], …].`,
  });
}

const money = (value: Decimal | null): string | null => (value === null ? null : value.toFixed(2));
