import {
  type ClauseOutcome,
  explainer,
  type ExplanationNode,
  type Plan,
  type PolicyOutcome,
  type SheetData,
} from '../engine';
import type { Lang } from '../rules';
import type { Basis } from '../report';

/** What a line's amount was computed from. */
export type BasisOf = (policy: PolicyOutcome, sheet: number, clause: ClauseOutcome) => Basis;

const NONE: Basis = { base: null, standard: null };

/** Base and rate or tier of each line, taken from the derivation of its result. */
export function basisFromExplanations(
  plans: readonly Plan[],
  sheets: readonly SheetData[],
  lang: Lang,
): BasisOf {
  const explainers = new Map(plans.map((plan) => [plan.policy.id, explainer(plan, sheets)]));
  return (policy, sheet, clause) => {
    const explain = explainers.get(policy.policy.id);
    if (clause.amount === null || explain === undefined) return NONE;
    const root = explain(clause.clause, { sheet, row: clause.row });
    return { base: valueOf(root, 'base', lang), standard: standardOf(root, lang) };
  };
}

/** The tier that decided and the rate, joined: `20% · 0.3%`. */
function standardOf(root: ExplanationNode, lang: Lang): string | null {
  const tier = find(root, (node) => node.kind === 'tier' && node.holds === 'yes')?.text[lang];
  const rate = valueOf(root, 'rate', lang);
  const parts = [tier, rate].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

function valueOf(root: ExplanationNode, kind: ExplanationNode['kind'], lang: Lang): string | null {
  return find(root, (node) => node.kind === kind)?.value?.[lang] ?? null;
}

function find(
  node: ExplanationNode,
  wanted: (candidate: ExplanationNode) => boolean,
): ExplanationNode | undefined {
  if (wanted(node)) return node;
  for (const child of node.children) {
    const found = find(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
