import { add, divide, max, min, multiply, subtract } from './arithmetic';
import { conditional, equalsOneOf, orElse, table } from './choice';
import { comparison, isOneOf } from './comparison';
import { growth } from './growth';
import { passed } from './passed';
import { rank } from './rank';
import { share } from './share';
import { numberCells } from '../inputs/number-cells';
import { literalDate, literalSpan, parseDate, shift, type ShiftUnit } from '../values/dates';
import { fraction } from '../values/decimals';
import { all, any, not } from '../values/logic';
import {
  asCondition,
  NOTHING,
  truth,
  unknown,
  ZERO_VALUE,
  type Condition,
  type Evaluate,
  type Value,
} from '../values/value';
import type { ClauseScope } from './scope';
import type {
  DateRange,
  Expr,
  FigureId,
  FigureValue,
  GrowthExpr,
  IndicatorKey,
  RankExpr,
  ShareExpr,
} from '../../rules';

/** An expression of the model, bound to the columns and figures of a scope. */
export function compile(expr: Expr, scope: ClauseScope): Evaluate {
  const inner = (child: Expr): Evaluate => compile(child, scope);
  const condition = (child: Expr): Condition => compileCondition(child, scope);
  switch (expr.op) {
    case 'figure':
      return always(figureValue(expr.id, scope));
    case 'zero':
      return always(ZERO_VALUE);
    case 'boolean':
      return always(truth(expr.value));
    case 'indicator':
      return input(expr.key, scope);
    case 'let':
      return scope.lets.get(expr.name) ?? always(NOTHING);
    case 'add':
      return add(inner(expr.left), inner(expr.right));
    case 'subtract':
      return subtract(inner(expr.left), inner(expr.right));
    case 'multiply':
      return multiply(inner(expr.left), inner(expr.right));
    case 'divide':
      return divide(inner(expr.left), inner(expr.right));
    case 'min':
      return min(expr.terms.map(inner));
    case 'max':
      return max(expr.terms.map(inner));
    case 'compare':
      return comparison(inner(expr.left), expr.comparator, inner(expr.right), scope.parameters.isParameter);
    case 'isOneOf':
      return isOneOf(input(expr.key, scope), expr.values);
    case 'equalsOneOf':
      return equalsOneOf(inner(expr.left), expr.values.map(inner));
    case 'within':
      return within(inner(expr.date), expr.range, scope);
    case 'shift':
      return shifted(inner(expr.date), expr.by, expr.sign, scope);
    case 'and':
      return all(expr.terms.map(condition));
    case 'or':
      return any(expr.terms.map(condition));
    case 'not': {
      const term = condition(expr.term);
      return (row) => not(term(row));
    }
    case 'given': {
      const given = isGiven(expr.key, scope);
      return (row) => truth(given(row));
    }
    case 'if':
      return conditional(condition(expr.condition), inner(expr.then), inner(expr.otherwise));
    case 'orElse':
      return orElse(inner(expr.first), inner(expr.second));
    case 'growth':
      return compileGrowth(expr, scope);
    case 'share':
      return compileShare(expr, scope);
    case 'rank':
      return compileRank(expr, scope);
    case 'passed':
      return passed(input(expr.value, scope), input(expr.best, scope), expr.lines.map(inner), expr.inclusive);
    case 'table':
      return table(
        inner(expr.of),
        expr.entries.map(({ match, value }) => ({
          match: typeof match === 'string' ? match : inner(match),
          value: inner(value),
        })),
      );
    case 'reading':
      return inner(chosen(expr.id, expr.options, scope));
  }
}

export function compileCondition(expr: Expr, scope: ClauseScope): Condition {
  const evaluate = compile(expr, scope);
  return (row) => asCondition(evaluate(row));
}

/** The option of a reading that the plan has chosen. */
export function chosen<T>(id: string, options: Readonly<Record<string, T>>, scope: ClauseScope): T {
  const name = scope.plan.readings.get(id) ?? '';
  const option = options[name];
  if (option === undefined) throw new Error(`${scope.clause.id}: no option “${name}” of ${id}`);
  return option;
}

/** Whether sheet or scenario give the input in a row. */
export function isGiven(key: IndicatorKey, { parameters, readers }: ClauseScope): (row: number) => boolean {
  return parameters.isParameter(key) ? parameters.given(key) : readers.given(key);
}

const always =
  (value: Value): Evaluate =>
  () =>
    value;

function input(key: IndicatorKey, { parameters, readers, required }: ClauseScope): Evaluate {
  return parameters.isParameter(key) ? parameters.value(key) : readers.reader(key, required(key));
}

function figureValue(id: FigureId, { plan, clause }: ClauseScope): Value {
  const figure = plan.figures.get(id);
  if (figure === undefined) throw new Error(`${clause.id}: no figure ${id}`);
  return figure.kind === 'date' ? literalDate(figure) : fraction(figure.value);
}

function within(date: Evaluate, range: DateRange, scope: ClauseScope): Condition {
  const whole = rangeSpan(range, scope);
  return all([comparison(date, '>=', whole), comparison(date, '<=', whole)]);
}

/** A range is a literal as long as the range: its first to its last day. */
function rangeSpan(range: DateRange, scope: ClauseScope): Evaluate {
  const { policy } = scope.plan;
  if (range.kind === 'policyYear') return always(literalDate({ year: policy.year }));
  if (range.kind === 'policyPeriod') {
    const { from, to } = { ...policy.inForce, ...scope.clause.inForce };
    return always(literalSpan(literalDate(parseDate(from)), literalDate(parseDate(to))));
  }
  const from = compile(range.from, scope);
  const to = compile(range.to, scope);
  return (row) => {
    const first = from(row);
    const last = to(row);
    if (first.kind === 'date' && last.kind === 'date') return literalSpan(first, last);
    return first.kind === 'date' ? last : first;
  };
}

function shifted(date: Evaluate, by: Expr, sign: 1 | -1, scope: ClauseScope): Evaluate {
  const figure = figureBehind(by, scope);
  if (figure?.kind !== 'quantity')
    throw new Error(`${scope.clause.id}: a date is moved by a figure in years, months or days`);
  const unit = (['年', '月', '日'] as const).find((name: ShiftUnit) => figure.dimension[name] === 1) ?? '日';
  const amount = sign * figure.value.toNumber();
  return (row) => {
    const value = date(row);
    return value.kind === 'date' ? shift(value, amount, unit) : value;
  };
}

/** The figure that an expression stands for, through lets and readings. */
function figureBehind(expr: Expr, scope: ClauseScope): FigureValue | undefined {
  if (expr.op === 'figure') return scope.plan.figures.get(expr.id);
  if (expr.op === 'reading') return figureBehind(chosen(expr.id, expr.options, scope), scope);
  const named = expr.op === 'let' ? scope.clause.let.get(expr.name) : undefined;
  return named === undefined ? undefined : figureBehind(named, scope);
}

function compileGrowth({ current, prior, official }: GrowthExpr, scope: ClauseScope): Evaluate {
  const parts = {
    current: part(current, official, scope),
    prior: part(prior, official, scope),
    undefinedAs: official ?? prior,
  };
  if (official === undefined) return growth(parts);
  const stated = { official: input(official, scope), partsFirst: scope.recomputeGrowth };
  return growth({ ...parts, ...stated, ...lastResort(official, [current, prior], scope) });
}

function compileShare({ part: piece, whole, official, names }: ShareExpr, scope: ClauseScope): Evaluate {
  const parts = { part: part(piece, official, scope), whole: part(whole, official, scope), wholeKey: whole };
  if (official === undefined) return share(parts);
  const rateKey = names === 'rate' ? { rateKey: official } : {};
  return share({
    ...parts,
    ...rateKey,
    official: input(official, scope),
    ...lastResort(official, [piece, whole], scope),
  });
}

/** A part of a rate; on a sheet that has the rate and not the part, the rate is what can be filled in. */
function part(key: IndicatorKey, official: IndicatorKey | undefined, scope: ClauseScope): Evaluate {
  const has = (each: IndicatorKey): boolean => scope.readers.column(each) !== undefined;
  const onlyRate = scope.ranking !== undefined && official !== undefined && has(official) && !has(key);
  return onlyRate ? always(unknown([official])) : input(key, scope);
}

/** A rate that the sheet computes counts only where the parts it could be recomputed from have no columns. */
function lastResort(
  official: IndicatorKey,
  parts: readonly IndicatorKey[],
  { readers }: ClauseScope,
): { lastResort?: Evaluate } {
  const column = readers.column(official);
  const recomputable = parts.every((key) => readers.column(key) !== undefined);
  if (column?.kind !== 'number' || recomputable) return {};
  const cells = numberCells(column);
  const open = unknown([official]);
  return { lastResort: (row) => cells(row) ?? open };
}

function compileRank({ measure, within: group, among, official }: RankExpr, scope: ClauseScope): Evaluate {
  const parts = {
    measure: compile(measure, scope),
    ...(group === undefined ? {} : { within: input(group, scope) }),
    ...(among === undefined ? {} : { among: compileCondition(among, scope) }),
    official: input(official, scope),
    officialKey: official,
  };
  return rank(parts, scope.ranking, scope.ranksUsed);
}
