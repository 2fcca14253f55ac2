import { compileCap } from './cap';
import { difference } from './difference';
import { firstGiven } from './first-given';
import { fixed } from './fixed';
import { given } from './given';
import { lookup } from './lookup';
import { perUnit } from './per-unit';
import { rate } from './rate';
import { tiers } from './tiers';
import { uplift } from './uplift';
import { variant } from './variant';
import { chosen, compile, compileCondition } from '../expressions/compile';
import type { Mechanism } from './award';
import type { ClauseScope } from '../expressions/scope';
import type { AwardNode, CapSpec, ClauseId, Expr } from '../../rules';

/** The scope in which a base clause's award is evaluated for an uplift. */
export type BaseScope = (base: ClauseId) => ClauseScope | undefined;

/** An award node of the model, bound to a scope: one mechanism a form. */
export function compileAward(node: AwardNode, scope: ClauseScope, baseScope: BaseScope): Mechanism {
  const value = (expr: Expr) => compile(expr, scope);
  const count = (expr: Expr | undefined) => (expr === undefined ? undefined : compile(expr, scope));
  const cap = (spec: CapSpec | undefined) => compileCap(spec, scope);
  const inner = (child: AwardNode) => compileAward(child, scope, baseScope);
  switch (node.form) {
    case 'fixed':
      return fixed(value(node.amount), cap(node.cap));
    case 'rate':
      return rate(value(node.base), value(node.rate), count(node.times), cap(node.cap));
    case 'perUnit': {
      const counting =
        node.units.kind === 'byReading' ? chosen(node.units.id, node.units.options, scope) : node.units.kind;
      return perUnit(value(node.base), value(node.each), value(node.pays), counting, cap(node.cap));
    }
    case 'tiers':
      return tiers(
        node.tiers.map(({ when, award }) => ({ when: compileCondition(when, scope), award: inner(award) })),
      );
    case 'lookup':
      return lookup(value(node.of), scope.parameters.table(node.table), node.match);
    case 'given':
      return given(scope.parameters.value(node.amount), count(node.times), cap(node.cap));
    case 'firstGiven':
      return firstGiven(node.nodes.map(inner));
    case 'difference':
      return difference(inner(node.due), value(node.less));
    case 'uplift': {
      const bases = node.of.flatMap((id) => compileBase(id, baseScope));
      return uplift(bases, scope.parameters.value(node.by), node.take, cap(node.cap));
    }
    case 'variant':
      return variant(compileCondition(node.when, scope), inner(node.then), inner(node.otherwise));
    case 'byReading':
      return inner(chosen(node.id, node.options, scope));
  }
}

function compileBase(id: ClauseId, baseScope: BaseScope): readonly Mechanism[] {
  const scope = baseScope(id);
  const award = scope?.clause.award;
  return scope === undefined || award === undefined ? [] : [compileAward(award, scope, baseScope)];
}
