import type { Scope } from '../check';
import type { AwardNode, Clause, Tier } from '../model';
import { printExpr } from '../print';
import { implies, isImpossible, type Region, regionOf, singleLine } from './region';

/** Tiers stand highest first and the first that holds decides: one that never can is a slip. */
export function reportTiers(clause: Clause, scope: Scope): void {
  if (clause.award !== undefined) visit(clause.award, clause, scope);
}

function visit(node: AwardNode, clause: Clause, scope: Scope): void {
  switch (node.form) {
    case 'tiers':
      checkTiers(node.tiers, clause, scope);
      for (const { award } of node.tiers) visit(award, clause, scope);
      break;
    case 'byReading':
      for (const option of Object.values(node.options)) visit(option, clause, scope);
      break;
    case 'firstGiven':
      for (const each of node.nodes) visit(each, clause, scope);
      break;
    case 'variant':
      visit(node.then, clause, scope);
      visit(node.otherwise, clause, scope);
      break;
    default:
      break;
  }
}

interface Seen {
  readonly tier: Tier;
  readonly region: Region;
}

function checkTiers(tiers: readonly Tier[], clause: Clause, scope: Scope): void {
  const context = { figures: scope.book.figures, lets: clause.let };
  const seen: Seen[] = [];
  for (const tier of tiers) {
    const region = regionOf(tier.when, context);
    if (isImpossible(region)) {
      scope.report('impossible-condition', tier.when.position, { condition: printExpr(tier.when, context) });
    } else {
      reportOrder(tier, region, seen, scope);
    }
    seen.push({ tier, region });
  }
}

function reportOrder(tier: Tier, region: Region, earlier: readonly Seen[], scope: Scope): void {
  const hiding = earlier.find((each) => implies(region, each.region));
  const together = earlier.flatMap((each) => each.region);
  if (hiding !== undefined || implies(region, together)) {
    const first = hiding ?? earlier[0];
    scope.report('unreachable-tier', tier.when.position, {
      tier: tier.name,
      earlier: first?.tier.name ?? '',
    });
    return;
  }
  const before = earlier.at(-1);
  const [line, lineBefore] = [singleLine(region), before && singleLine(before.region)];
  if (
    before === undefined ||
    line === undefined ||
    lineBefore?.of !== line.of ||
    line.line.lte(lineBefore.line)
  )
    return;
  scope.report('tiers-not-descending', tier.when.position, { tier: tier.name, earlier: before.tier.name });
}

/** A condition of the clause that nothing can meet. */
export function reportImpossibleConditions(clause: Clause, scope: Scope): void {
  const context = { figures: scope.book.figures, lets: clause.let };
  for (const { expr } of clause.when) {
    if (!isImpossible(regionOf(expr, context))) continue;
    scope.report('impossible-condition', expr.position, { condition: printExpr(expr, context) });
  }
}
