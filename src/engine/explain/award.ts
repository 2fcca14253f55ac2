import { chosen } from '../expressions/compile';
import { asCondition } from '../values/value';
import type { AwardNode, Bilingual, CapSpec, Expr } from '../../rules';
import type { Derivation } from './derivation';
import type { ExplanationNode } from '../outcome';

/** The award of a clause step by step: base × rate, tier, variant, cap. */
export function explainAward(node: AwardNode, derivation: Derivation): readonly ExplanationNode[] {
  const step = (kind: ExplanationNode['kind'], text: Bilingual, expr: Expr): ExplanationNode =>
    derivation.step(kind, text, expr);
  const cap = (spec: CapSpec | undefined): readonly ExplanationNode[] =>
    spec === undefined ? [] : [capNode(spec, derivation)];
  const count = (expr: Expr | undefined): readonly ExplanationNode[] =>
    expr === undefined ? [] : [step('base', WORDS.times, expr)];
  switch (node.form) {
    case 'fixed':
      return [step('rate', WORDS.amount, node.amount), ...cap(node.cap)];
    case 'rate':
      return [
        step('base', derivation.words(node.base), node.base),
        step('rate', WORDS.rate, node.rate),
        ...count(node.times),
        ...cap(node.cap),
      ];
    case 'perUnit': {
      const counting =
        node.units.kind === 'byReading'
          ? chosen(node.units.id, node.units.options, derivation.bound.scope)
          : node.units.kind;
      const reading = node.units.kind === 'byReading' ? [derivation.reading(node.units.id)] : [];
      return [
        step('base', derivation.words(node.base), node.base),
        step('rate', counting === 'whole' ? WORDS.everyWhole : WORDS.every, node.each),
        step('rate', WORDS.pays, node.pays),
        ...reading,
        ...cap(node.cap),
      ];
    }
    case 'tiers':
      return explainTiers(node, derivation);
    case 'lookup':
      return [step('base', derivation.words(node.of), node.of), derivation.input(node.table)];
    case 'given':
      return [derivation.input(node.amount), ...count(node.times), ...cap(node.cap)];
    case 'firstGiven':
      return node.nodes.flatMap((inner) => explainAward(inner, derivation));
    case 'difference':
      return [...explainAward(node.due, derivation), step('award', WORDS.less, node.less)];
    case 'uplift':
      return [
        ...node.of.map((id) => baseClause(id, derivation)),
        derivation.input(node.by),
        ...cap(node.cap),
      ];
    case 'variant': {
      const when = derivation.condition(node.when, undefined, 'tier');
      const holds = asCondition(derivation.value(node.when));
      const inner = holds.kind === 'truth' && holds.holds ? node.then : node.otherwise;
      return [when, ...explainAward(inner, derivation)];
    }
    case 'byReading':
      return [
        derivation.reading(node.id),
        ...explainAward(chosen(node.id, node.options, derivation.bound.scope), derivation),
      ];
  }
}

/** The tiers down to the one that decides, with its award below it. */
function explainTiers(
  node: Extract<AwardNode, { form: 'tiers' }>,
  derivation: Derivation,
): readonly ExplanationNode[] {
  const nodes: ExplanationNode[] = [];
  for (const { name, when, award } of node.tiers) {
    const holds = asCondition(derivation.value(when));
    const decides = holds.kind === 'truth' && holds.holds;
    const words = derivation.words(when);
    const tier = derivation.condition(
      when,
      { zh: `“${name}”档：${words.zh}`, en: `tier “${name}”: ${words.en}` },
      'tier',
    );
    nodes.push(
      decides
        ? {
            ...tier,
            value: { zh: name, en: name },
            children: [...tier.children, ...explainAward(award, derivation)],
          }
        : tier,
    );
    if (decides) break;
  }
  return nodes;
}

function capNode({ amount, times }: CapSpec, derivation: Derivation): ExplanationNode {
  const node = derivation.step('cap', WORDS.cap, amount);
  if (times === undefined) return node;
  return { ...node, children: [...node.children, derivation.step('base', WORDS.times, times)] };
}

function baseClause(id: string, derivation: Derivation): ExplanationNode {
  const title = derivation.bound.scope.plan.policy.clauses.get(id)?.title ?? { zh: id, en: id };
  return derivation.node('base', { zh: `基础条款：${title.zh}`, en: `base clause: ${title.en}` });
}

const WORDS = {
  amount: { zh: '金额', en: 'amount' },
  rate: { zh: '比例或单价', en: 'rate or price' },
  times: { zh: '数量', en: 'count' },
  every: { zh: '每一单位', en: 'for every' },
  everyWhole: { zh: '每满', en: 'for every whole' },
  pays: { zh: '给付', en: 'pays' },
  less: { zh: '减去已付', en: 'less what was already paid' },
  cap: { zh: '上限', en: 'cap' },
} as const satisfies Readonly<Record<string, Bilingual>>;
