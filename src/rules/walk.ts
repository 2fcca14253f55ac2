import type { AwardNode, CapSpec, Expr } from './model';
import type { IndicatorKey } from './vocabulary';

/** Walks over expressions and awards of the model. */

/** The expressions directly within an expression. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'compare':
      return [expr.left, expr.right];
    case 'min':
    case 'max':
    case 'and':
    case 'or':
      return expr.terms;
    case 'equalsOneOf':
      return [expr.left, ...expr.values];
    case 'within':
      return expr.range.kind === 'between' ? [expr.date, expr.range.from, expr.range.to] : [expr.date];
    case 'shift':
      return [expr.date, expr.by];
    case 'not':
      return [expr.term];
    case 'if':
      return [expr.condition, expr.then, expr.otherwise];
    case 'orElse':
      return [expr.first, expr.second];
    case 'rank':
      return expr.among === undefined ? [expr.measure] : [expr.measure, expr.among];
    case 'passed':
      return expr.lines;
    case 'table':
      return [
        expr.of,
        ...expr.entries.flatMap(({ match, value }) => (typeof match === 'string' ? [value] : [match, value])),
      ];
    case 'reading':
      return Object.values(expr.options);
    default:
      return [];
  }
}

/** The indicators an expression names itself, without those of its parts. */
function ownIndicators(expr: Expr): readonly (IndicatorKey | undefined)[] {
  switch (expr.op) {
    case 'indicator':
    case 'isOneOf':
    case 'given':
      return [expr.key];
    case 'growth':
      return [expr.current, expr.prior, expr.official];
    case 'share':
      return [expr.part, expr.whole, expr.official];
    case 'rank':
      return [expr.within, expr.official];
    case 'passed':
      return [expr.value, expr.best];
    default:
      return [];
  }
}

/** Every indicator an expression depends on, through the clause's lets too. */
export function indicatorsIn(expr: Expr, lets: ReadonlyMap<string, Expr>): ReadonlySet<IndicatorKey> {
  const found = new Set<IndicatorKey>();
  const visit = (each: Expr): void => {
    for (const key of ownIndicators(each)) if (key !== undefined) found.add(key);
    const value = each.op === 'let' ? lets.get(each.name) : undefined;
    if (value !== undefined) visit(value);
    partsOf(each).forEach(visit);
  };
  visit(expr);
  return found;
}

/** The forms that give an amount themselves, as against those that choose between others. */
export type AwardLeaf = AwardNode & {
  readonly form: 'fixed' | 'rate' | 'perUnit' | 'lookup' | 'given' | 'uplift';
};

export function leavesOf(node: AwardNode): readonly AwardLeaf[] {
  switch (node.form) {
    case 'tiers':
      return node.tiers.flatMap(({ award }) => leavesOf(award));
    case 'firstGiven':
      return node.nodes.flatMap(leavesOf);
    case 'difference':
      return leavesOf(node.due);
    case 'variant':
      return [...leavesOf(node.then), ...leavesOf(node.otherwise)];
    case 'byReading':
      return Object.values(node.options).flatMap(leavesOf);
    default:
      return [node];
  }
}

/** Every expression of an award: conditions, bases, rates, caps. */
export function expressionsOf(node: AwardNode): readonly Expr[] {
  switch (node.form) {
    case 'fixed':
      return [node.amount, ...capParts(node.cap)];
    case 'rate':
      return [node.base, node.rate, ...optional(node.times), ...capParts(node.cap)];
    case 'perUnit':
      return [node.base, node.each, node.pays, ...capParts(node.cap)];
    case 'lookup':
      return [node.of];
    case 'given':
      return [...optional(node.times), ...capParts(node.cap)];
    case 'uplift':
      return capParts(node.cap);
    case 'tiers':
      return node.tiers.flatMap(({ when, award }) => [when, ...expressionsOf(award)]);
    case 'firstGiven':
      return node.nodes.flatMap(expressionsOf);
    case 'difference':
      return [...expressionsOf(node.due), node.less];
    case 'variant':
      return [node.when, ...expressionsOf(node.then), ...expressionsOf(node.otherwise)];
    case 'byReading':
      return Object.values(node.options).flatMap(expressionsOf);
  }
}

/** Every indicator an award depends on, the analyst's amounts and tables among them. */
export function indicatorsInAward(
  node: AwardNode,
  lets: ReadonlyMap<string, Expr>,
): ReadonlySet<IndicatorKey> {
  const found = new Set(expressionsOf(node).flatMap((expr) => [...indicatorsIn(expr, lets)]));
  for (const leaf of leavesOf(node)) {
    if (leaf.form === 'lookup') found.add(leaf.table);
    else if (leaf.form === 'given') found.add(leaf.amount);
    else if (leaf.form === 'uplift') found.add(leaf.by);
  }
  return found;
}

const optional = (expr: Expr | undefined): readonly Expr[] => (expr === undefined ? [] : [expr]);
const capParts = (cap: CapSpec | undefined): readonly Expr[] =>
  cap === undefined ? [] : [cap.amount, ...optional(cap.times)];
