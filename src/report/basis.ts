import {
  type AwardBasis,
  basisOf,
  type ClauseOutcome,
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
  const bases = new Map(plans.map((plan) => [plan.policy.id, basisOf(plan, sheets)]));
  return (policy, sheet, { clause, row, amount }) => {
    const basis = amount === null ? undefined : bases.get(policy.policy.id)?.(clause, { sheet, row });
    if (basis === undefined) return NONE;
    return { base: basis.base?.[lang] ?? null, standard: standardOf(basis, lang) };
  };
}

/** The tier that decided, and the rate: `20% · 0.3%`; where several figures make the rate, each with its name. */
function standardOf({ tier, rates }: AwardBasis, lang: Lang): string | null {
  const space = lang === 'zh' ? '' : ' ';
  const parts = [
    ...(tier === null ? [] : [tier[lang]]),
    ...rates.map(({ text, value }) =>
      rates.length === 1 ? value[lang] : `${text[lang]}${space}${value[lang]}`,
    ),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}
