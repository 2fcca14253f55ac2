import { explainAward } from './award';
import { boundClauses } from './bound-clauses';
import { Derivation } from './derivation';
import { money } from './format';
import { explainSettlement } from './settlement';
import type { SheetData } from '../columns';
import type { Result } from '../clauses/result';
import type { ClauseOutcome, ExplanationNode, PolicyOutcome, RowRef, Status } from '../outcome';
import type { Plan } from '../plan';
import type { Bilingual, ClauseId } from '../../rules';

/** Explains one clause on one row of a sheet; clauses are bound once, however many rows are asked for. */
export type Explainer = (clause: ClauseId, at: RowRef) => ExplanationNode;

/** With the settled outcome, the explanation goes on to vetoes, stacking, approval and payout. */
export function explainer(plan: Plan, sheets: readonly SheetData[], settled?: PolicyOutcome): Explainer {
  const bind = boundClauses(plan, sheets);
  return (id, at) => {
    const clause = bind(id, at.sheet);
    const data = sheets[at.sheet];
    const place = { sheetName: data?.sheetName ?? '', rowNumber: data?.rowNumbers[at.row] ?? at.row + 1 };
    const derivation = new Derivation(clause, at.row, place);
    const outcome = settled?.sheets[at.sheet]?.clauses.get(id)?.find(({ row }) => row === at.row);
    return explained(derivation, clause.evaluate(at.row), outcome, settled, at);
  };
}

/** The derivation of one clause's result on one row. */
export function explain(
  plan: Plan,
  sheets: readonly SheetData[],
  clause: ClauseId,
  at: RowRef,
  settled?: PolicyOutcome,
): ExplanationNode {
  return explainer(plan, sheets, settled)(clause, at);
}

function explained(
  derivation: Derivation,
  result: Result,
  outcome: ClauseOutcome | undefined,
  settled: PolicyOutcome | undefined,
  at: RowRef,
): ExplanationNode {
  const { bound } = derivation;
  const conditions = bound.conditions.map(({ rule, skipped }) => {
    if (!skipped(derivation.row)) return derivation.condition(rule.expr, rule.label);
    const words = rule.label ?? derivation.words(rule.expr);
    return derivation.node(
      'condition',
      { zh: `${words.zh}（未给出，视为满足）`, en: `${words.en} (not given, taken as satisfied)` },
      { holds: 'yes' },
    );
  });
  const fails = conditions.some(({ holds }) => holds === 'no');
  const award = fails || bound.clause.award === undefined ? [] : [awardNode(derivation, result)];
  const settlement =
    outcome === undefined || settled === undefined ? [] : explainSettlement(outcome, derivation, settled, at);
  return derivation.node('clause', bound.clause.title, {
    value: resultText(outcome?.status ?? result.status, result, derivation),
    children: [...conditions, ...award, ...settlement],
  });
}

function awardNode(derivation: Derivation, result: Result): ExplanationNode {
  const { award } = derivation.bound.clause;
  const children = award === undefined ? [] : explainAward(award, derivation);
  const { uncapped, cap, amount, capHit } = result;
  const cut =
    capHit && uncapped !== null && cap !== null ? [cutNode(derivation, money(uncapped), money(cap))] : [];
  return derivation.node(
    'award',
    { zh: '金额', en: 'amount' },
    {
      ...(amount === null ? {} : { value: money(amount) }),
      children: [...children, ...cut],
    },
  );
}

const cutNode = (derivation: Derivation, uncapped: Bilingual, cap: Bilingual): ExplanationNode =>
  derivation.node(
    'cap',
    {
      zh: `封顶：${uncapped.zh} 超过上限 ${cap.zh}`,
      en: `capped: ${uncapped.en} exceeds the cap of ${cap.en}`,
    },
    { value: cap },
  );

function resultText(status: Status, { amount, missing }: Result, derivation: Derivation): Bilingual {
  const { indicators } = derivation.bound.scope.plan.policy.vocabulary;
  const words = STATUS_WORDS[status];
  if (missing.length > 0) {
    const keys = missing.map((key) => indicators.get(key)?.names ?? { zh: key, en: key });
    return {
      zh: `${words.zh}：${keys.map(({ zh }) => zh).join('、')}`,
      en: `${words.en}: ${keys.map(({ en }) => en).join(', ')}`,
    };
  }
  if (amount === null || status === 'notMet' || status === 'notInForce') return words;
  const sum = money(amount);
  return { zh: `${words.zh} ${sum.zh}`, en: `${words.en} ${sum.en}` };
}

const STATUS_WORDS: Readonly<Record<Status, Bilingual>> = {
  payable: { zh: '应享', en: 'payable' },
  superseded: { zh: '择优不重复', en: 'superseded' },
  duplicate: { zh: '重复', en: 'duplicate' },
  conflict: { zh: '各行不一致', en: 'in conflict' },
  vetoed: { zh: '一票否决', en: 'vetoed' },
  notEligible: { zh: '不在适用范围', en: 'not eligible' },
  ceiling: { zh: '上限', en: 'at most' },
  saving: { zh: '减负', en: 'saving' },
  unquantified: { zh: '符合条件，金额待定', en: 'qualifies, amount not fixed' },
  applicable: { zh: '适用', en: 'applicable' },
  missing: { zh: '缺失数据', en: 'missing' },
  notMet: { zh: '不符合条件', en: 'not met' },
  notInForce: { zh: '不在施行期', en: 'not in force' },
};
