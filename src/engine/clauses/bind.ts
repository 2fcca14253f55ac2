import { NOT_MET, resultOf, type Result } from './result';
import { compileAward } from '../awards/compile';
import { compile, compileCondition, isGiven } from '../expressions/compile';
import { oncePerRow, type ClauseScope } from '../expressions/scope';
import { parametersOf } from '../inputs/parameters';
import { all, any } from '../values/logic';
import { FALSE, TRUE, unknown, type Condition, type Trilean } from '../values/value';
import type { Mechanism } from '../awards/award';
import type { RankingGround, RankUse } from '../expressions/rank';
import type { NumberColumn } from '../columns';
import type { Readers } from '../inputs/readers';
import type { Plan } from '../plan';
import type { Clause, ClauseId, Condition as ConditionRule } from '../../rules';

/** What clauses are bound to: a plan and one sheet, or the single row of a case. */
export interface Ground {
  readonly plan: Plan;
  readonly readers: Readers;
  readonly ranking?: RankingGround;
  readonly givenAmounts: ReadonlyMap<ClauseId, NumberColumn>;
  /** The result of a base clause on a row; undefined where it is taken as payable or not assessed. */
  readonly base: (id: ClauseId) => ((row: number) => Result) | undefined;
}

export interface BoundCondition {
  readonly rule: ConditionRule;
  /** True where the condition is skipped because an input it needs is not given. */
  readonly skipped: (row: number) => boolean;
  readonly holds: Condition;
}

export interface BoundClause {
  readonly clause: Clause;
  readonly scope: ClauseScope;
  readonly conditions: readonly BoundCondition[];
  readonly award: Mechanism | undefined;
  readonly evaluate: (row: number) => Result;
  /** Computed ranks that the last evaluated row has used. */
  readonly ranksUsed: readonly RankUse[];
}

export interface Binding {
  readonly recomputeGrowth?: boolean;
}

export function bindClause(clause: Clause, ground: Ground, binding: Binding = {}): BoundClause {
  const ranksUsed: RankUse[] = [];
  const scope = scopeOf(clause, clause, ground, ranksUsed, binding);
  const conditions = clause.when
    .filter((rule) => counts(rule, ground.plan))
    .map((rule) => bindCondition(rule, scope));
  const baseScope = (id: ClauseId): ClauseScope | undefined => {
    const base = ground.plan.policy.clauses.get(id);
    return base === undefined ? undefined : scopeOf(base, clause, ground, ranksUsed, binding);
  };
  const award = clause.award === undefined ? undefined : compileAward(clause.award, scope, baseScope);
  const holds = all([...conditions.map((condition) => condition.holds), requirement(clause, ground)]);
  const evaluate = (row: number): Result => {
    if (ranksUsed.length > 0) ranksUsed.length = 0;
    const met = holds(row);
    return fails(met) ? NOT_MET : resultOf(clause, met, award?.award(row));
  };
  return { clause, scope, conditions, award, evaluate, ranksUsed };
}

const fails = (met: Trilean): boolean => met.kind === 'truth' && !met.holds;

/** Lets and parameters of one clause; which inputs are required, the asking clause says (uplifts). */
function scopeOf(
  clause: Clause,
  asking: Clause,
  ground: Ground,
  ranksUsed: RankUse[],
  binding: Binding,
): ClauseScope {
  const required = new Set(asking.inputs.filter((input) => input.required).map((input) => input.key));
  const scope: ClauseScope = {
    plan: ground.plan,
    clause,
    required: (key) => required.has(key),
    readers: ground.readers,
    parameters: parametersOf(ground.plan, asking, ground.readers, ground.givenAmounts.get(asking.id)),
    lets: new Map(),
    ...(ground.ranking === undefined ? {} : { ranking: ground.ranking }),
    ranksUsed,
    recomputeGrowth: binding.recomputeGrowth ?? false,
  };
  for (const [name, expr] of clause.let) scope.lets.set(name, oncePerRow(compile(expr, scope)));
  return scope;
}

function counts({ underReading }: ConditionRule, plan: Plan): boolean {
  return (
    underReading === undefined || underReading.options.includes(plan.readings.get(underReading.id) ?? '')
  );
}

function bindCondition(rule: ConditionRule, scope: ClauseScope): BoundCondition {
  const holds = compileCondition(rule.expr, scope);
  if (rule.ifGiven.length === 0) return { rule, skipped: () => false, holds };
  const given = rule.ifGiven.map((key) => isGiven(key, scope));
  const skipped = (row: number): boolean => !given.every((isThere) => isThere(row));
  return { rule, skipped, holds: (row) => (skipped(row) ? TRUE : holds(row)) };
}

/** One of the base clauses is payable on the same row, as far as the sheet can say. */
function requirement(clause: Clause, ground: Ground): Condition {
  const bases = clause.requiresAny.flatMap((id) => ground.base(id) ?? []);
  if (bases.length === 0) return () => TRUE;
  return any(
    bases.map((base) => (row: number) => {
      const { status, missing } = base(row);
      if (status === 'missing') return unknown(missing);
      return status === 'payable' ? TRUE : FALSE;
    }),
  );
}
