import type { AwardNode, Clause, Expr, IndicatorKey } from '../../rules';

/** Every expression and award node of a clause, for what follows from its shape alone. */

export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'figure':
    case 'zero':
    case 'boolean':
    case 'indicator':
    case 'let':
    case 'isOneOf':
    case 'given':
    case 'growth':
    case 'share':
      return [];
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
    case 'not':
      return [expr.term];
    case 'equalsOneOf':
      return [expr.left, ...expr.values];
    case 'within':
      return expr.range.kind === 'between' ? [expr.date, expr.range.from, expr.range.to] : [expr.date];
    case 'shift':
      return [expr.date, expr.by];
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
  }
}

export function nodesWithin(node: AwardNode): readonly AwardNode[] {
  const inner = ((): readonly AwardNode[] => {
    switch (node.form) {
      case 'tiers':
        return node.tiers.map(({ award }) => award);
      case 'firstGiven':
        return node.nodes;
      case 'difference':
        return [node.due];
      case 'variant':
        return [node.then, node.otherwise];
      case 'byReading':
        return Object.values(node.options);
      default:
        return [];
    }
  })();
  return [node, ...inner.flatMap(nodesWithin)];
}

/** The expressions that stand directly in a node, not those of its inner nodes. */
function ownExpressions(node: AwardNode): readonly Expr[] {
  const cap = 'cap' in node && node.cap !== undefined ? [node.cap.amount, ...optional(node.cap.times)] : [];
  switch (node.form) {
    case 'fixed':
      return [node.amount, ...cap];
    case 'rate':
      return [node.base, node.rate, ...optional(node.times), ...cap];
    case 'perUnit':
      return [node.base, node.each, node.pays, ...cap];
    case 'tiers':
      return node.tiers.map(({ when }) => when);
    case 'lookup':
      return [node.of];
    case 'given':
      return [...optional(node.times), ...cap];
    case 'difference':
      return [node.less];
    case 'uplift':
      return cap;
    case 'variant':
      return [node.when];
    case 'firstGiven':
    case 'byReading':
      return [];
  }
}

const optional = (expr: Expr | undefined): readonly Expr[] => (expr === undefined ? [] : [expr]);
const deep = (expr: Expr): readonly Expr[] => [expr, ...childrenOf(expr).flatMap(deep)];

/** All expressions of a clause, however deep, in its lets, conditions and award. */
export function expressionsOf(clause: Clause): readonly Expr[] {
  const award = clause.award === undefined ? [] : nodesWithin(clause.award).flatMap(ownExpressions);
  return [...clause.let.values(), ...clause.when.map(({ expr }) => expr), ...award].flatMap(deep);
}

/** Keys that an expression reads itself (its children's not). */
export function keysOf(expr: Expr): readonly IndicatorKey[] {
  switch (expr.op) {
    case 'indicator':
    case 'isOneOf':
    case 'given':
      return [expr.key];
    case 'growth':
      return [expr.current, expr.prior, ...(expr.official === undefined ? [] : [expr.official])];
    case 'share':
      return [expr.part, expr.whole, ...(expr.official === undefined ? [] : [expr.official])];
    case 'rank':
      return [expr.official, ...(expr.within === undefined ? [] : [expr.within])];
    case 'passed':
      return [expr.value, expr.best];
    default:
      return [];
  }
}

/** Readings that a clause's expressions, conditions or award refer to. */
export function readingsOf(clause: Clause): readonly string[] {
  const nodes = clause.award === undefined ? [] : nodesWithin(clause.award);
  const used = [
    ...expressionsOf(clause).flatMap((expr) => (expr.op === 'reading' ? [expr.id] : [])),
    ...clause.when.flatMap(({ underReading }) => (underReading === undefined ? [] : [underReading.id])),
    ...nodes.flatMap((node) => (node.form === 'byReading' ? [node.id] : [])),
    ...nodes.flatMap((node) =>
      node.form === 'perUnit' && node.units.kind === 'byReading' ? [node.units.id] : [],
    ),
  ];
  return [...new Set(used)];
}
