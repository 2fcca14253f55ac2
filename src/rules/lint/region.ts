import { type Decimal, ZERO } from '../decimal';
import type { Comparator, Expr } from '../model';
import { type Figures, printExpr } from '../print';

/**
 * When conditions imply or exclude each other, as far as comparisons with figures tell. Everything else is
 * taken as it is written: it implies itself and nothing more.
 */

/** Where a value may lie. */
interface Interval {
  readonly low?: Bound;
  readonly high?: Bound;
}
interface Bound {
  readonly value: Decimal;
  readonly open: boolean;
}
/** Parts that hold together: by what is compared, where it lies; and whatever else must hold. */
interface Conjunction {
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly others: ReadonlySet<string>;
}
/** Alternatives, of which one holds. */
export type Region = readonly Conjunction[];

/** More alternatives than this are not followed up. */
const MOST_ALTERNATIVES = 64;

export interface RegionContext extends Figures {
  readonly lets: ReadonlyMap<string, Expr>;
}

export function regionOf(expr: Expr, context: RegionContext): Region {
  return build(expr, false, context) ?? [asWritten(expr, false, context)];
}

/** Undefined where the alternatives become too many. */
function build(expr: Expr, negated: boolean, context: RegionContext): Region | undefined {
  const value = expr.op === 'let' ? context.lets.get(expr.name) : undefined;
  if (value !== undefined) return build(value, negated, context);
  if (expr.op === 'not') return build(expr.term, !negated, context);
  if (expr.op === 'and' || expr.op === 'or') {
    const parts = expr.terms.map((term) => build(term, negated, context));
    return (expr.op === 'and') === negated ? either(parts) : parts.reduce(both, [EVERYWHERE]);
  }
  const interval = expr.op === 'compare' ? comparison(expr, negated, context) : undefined;
  return [interval ?? asWritten(expr, negated, context)];
}

function either(parts: readonly (Region | undefined)[]): Region | undefined {
  const all = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) || all.length > MOST_ALTERNATIVES ? undefined : all;
}

const EVERYWHERE: Conjunction = { intervals: new Map(), others: new Set() };

function asWritten(expr: Expr, negated: boolean, context: RegionContext): Conjunction {
  return { intervals: new Map(), others: new Set([`${negated ? 'not ' : ''}${printExpr(expr, context)}`]) };
}

function both(left: Region | undefined, right: Region | undefined): Region | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.length * right.length > MOST_ALTERNATIVES) return undefined;
  return left.flatMap((a) => right.map((b) => join(a, b)));
}

function join(a: Conjunction, b: Conjunction): Conjunction {
  const intervals = new Map(a.intervals);
  for (const [key, interval] of b.intervals)
    intervals.set(key, intersect(intervals.get(key) ?? {}, interval));
  return { intervals, others: new Set([...a.others, ...b.others]) };
}

const NEGATED: Readonly<Record<Comparator, Comparator>> = {
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '=': '!=',
  '!=': '=',
};
const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  '>=': '<=',
  '>': '<',
  '<=': '>=',
  '<': '>',
  '=': '=',
  '!=': '!=',
};

function comparison(
  expr: Expr & { op: 'compare' },
  negated: boolean,
  context: RegionContext,
): Conjunction | undefined {
  const comparator = negated ? NEGATED[expr.comparator] : expr.comparator;
  const right = constantOf(expr.right, context);
  const left = constantOf(expr.left, context);
  if (right !== undefined && left === undefined) return lying(expr.left, comparator, right, context);
  if (left !== undefined && right === undefined)
    return lying(expr.right, MIRRORED[comparator], left, context);
  return undefined;
}

function lying(
  expr: Expr,
  comparator: Comparator,
  value: Decimal,
  context: RegionContext,
): Conjunction | undefined {
  const bound = { value, open: comparator === '>' || comparator === '<' };
  const interval: Interval | undefined =
    comparator === '!='
      ? undefined
      : {
          ...(comparator.startsWith('<') ? {} : { low: bound }),
          ...(comparator.startsWith('>') ? {} : { high: bound }),
        };
  return interval && { intervals: new Map([[printExpr(expr, context), interval]]), others: new Set() };
}

/** A figure, or a let that is nothing but one. */
function constantOf(expr: Expr, context: RegionContext): Decimal | undefined {
  const value = expr.op === 'let' ? (context.lets.get(expr.name) ?? expr) : expr;
  if (value.op === 'zero') return ZERO;
  const figure = value.op === 'figure' ? context.figures.get(value.id) : undefined;
  return figure?.dated.length === 0 && figure.value.kind === 'quantity' ? figure.value.value : undefined;
}

function intersect(a: Interval, b: Interval): Interval {
  const low = tighter(a.low, b.low, 1);
  const high = tighter(a.high, b.high, -1);
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function tighter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = a.value.cmp(b.value) * sign;
  return order > 0 || (order === 0 && (a.open || !b.open)) ? a : b;
}

/** A conjunction that nothing can meet. */
const isEmpty = ({ intervals, others }: Conjunction): boolean =>
  [...intervals.values()].some(isEmptyInterval) || [...others].some((other) => others.has(`not ${other}`));

function isEmptyInterval({ low, high }: Interval): boolean {
  if (low === undefined || high === undefined) return false;
  const order = low.value.cmp(high.value);
  return order > 0 || (order === 0 && (low.open || high.open));
}

/** Whether nothing can meet a condition. */
export const isImpossible = (region: Region): boolean => region.every(isEmpty);

/** Whether whatever meets the first condition meets the second. */
export function implies(first: Region, second: Region): boolean {
  return first.filter((each) => !isEmpty(each)).every((each) => second.some((other) => within(each, other)));
}

function within(inner: Conjunction, outer: Conjunction): boolean {
  return (
    [...outer.others].every((other) => inner.others.has(other)) &&
    [...outer.intervals].every(([key, interval]) => inside(inner.intervals.get(key), interval))
  );
}

function inside(inner: Interval | undefined, outer: Interval): boolean {
  if (inner === undefined) return false;
  const low =
    outer.low === undefined || (inner.low !== undefined && tighter(inner.low, outer.low, 1) === inner.low);
  const high =
    outer.high === undefined ||
    (inner.high !== undefined && tighter(inner.high, outer.high, -1) === inner.high);
  return low && high;
}

/** The one line that a condition consists of, where it is no more than `x >= line`. */
export function singleLine(region: Region): { readonly of: string; readonly line: Decimal } | undefined {
  const [only, second] = region;
  if (only === undefined || second !== undefined || only.others.size > 0 || only.intervals.size !== 1)
    return undefined;
  const [of, interval] = [...only.intervals][0] ?? [];
  return interval?.low === undefined || of === undefined ? undefined : { of, line: interval.low.value };
}
