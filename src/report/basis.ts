import {
  type ClauseOutcome,
  explainer,
  type ExplanationNode,
  type Plan,
  type PolicyOutcome,
  type SheetData,
} from '../engine';
import type { Lang } from '../rules';
import type { Basis } from './detail-columns';

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
    const nodes = [...allNodes(explain(clause.clause, { sheet, row: clause.row }))];
    return {
      base: nodes.find(({ kind, value }) => kind === 'base' && value !== undefined)?.value?.[lang] ?? null,
      standard: standardOf(nodes, lang),
    };
  };
}

/** The tier that decided, and the rate: `20% · 0.3%`; where several figures make the rate, each with its name. */
function standardOf(nodes: readonly ExplanationNode[], lang: Lang): string | null {
  const tier = nodes.find(
    ({ kind, holds, value }) => kind === 'tier' && holds === 'yes' && value !== undefined,
  );
  const rates = nodes.filter(({ kind, value }) => kind === 'rate' && value !== undefined);
  const space = lang === 'zh' ? '' : ' ';
  const parts = [
    ...(tier?.value === undefined ? [] : [tier.value[lang]]),
    ...rates.map(({ text, value }) =>
      rates.length === 1 ? (value?.[lang] ?? '') : `${text[lang]}${space}${value?.[lang] ?? ''}`,
    ),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

function* allNodes(node: ExplanationNode): Generator<ExplanationNode> {
  yield node;
  for (const child of node.children) yield* allNodes(child);
}
