import {
  basisOf,
  compilePolicy,
  evaluateSheets,
  explainer,
  type AwardBasis,
  type ExplanationNode,
  type Scenario,
  type SheetData,
} from '../../../src/engine';
import type { Policy } from '../../../src/rules';
import { pack } from '../pack';
import { policy as bundled } from '../packs';
import { sheet } from '../sheet';
import { expectedOutcomes, sampleSheets } from '../truth';

/** What a whole explanation says of base, tier and rate. */
function basisTold(explanation: ExplanationNode): AwardBasis {
  const all = (node: ExplanationNode): ExplanationNode[] => [node, ...node.children.flatMap(all)];
  const told = all(explanation).flatMap(({ kind, text, value }) =>
    value === undefined ? [] : [{ kind, text, value }],
  );
  const first = (wanted: string) => told.find(({ kind }) => kind === wanted)?.value ?? null;
  const rates = told.filter(({ kind }) => kind === 'rate').map(({ text, value }) => ({ text, value }));
  return { base: first('base'), tier: first('tier'), rates };
}

/** Every line with an amount, with its basis alone and as the whole explanation has it. */
function lines(policy: Policy, sheets: readonly SheetData[], scenario: Scenario = {}) {
  const plan = compilePolicy(policy, scenario);
  const [settled] = evaluateSheets([plan], sheets).policies;
  const [explain, basis] = [explainer(plan, sheets), basisOf(plan, sheets)];
  return (settled?.sheets ?? []).flatMap(({ sheet: index, rows }) =>
    rows.flatMap(({ row, clauses }) =>
      clauses
        .filter(({ amount }) => amount !== null)
        .map(({ clause }) => {
          const at = { sheet: index, row };
          return {
            line: `${clause} row ${row}`,
            alone: basis(clause, at),
            told: basisTold(explain(clause, at)),
          };
        }),
    ),
  );
}

const policy = pack({
  tiered: `
    kind: award
    inputs: [grossOutput, grossOutputPrior, isStrategicEmerging]
    let:
      增速: growth(grossOutput, grossOutputPrior)
    award:
      base: grossOutput
      variants: { strategic: isStrategicEmerging }
      tiers:
        - { name: '20%', when: 增速 >= 20%, rate: 0.3%, cap: 120万元, strategic: { rate: 0.4%, cap: 150万元 } }
        - { name: '10%', when: 增速 >= 10%, rate: 0.1%, cap: 40万元 }
  `,
  parts: `
    kind: award
    inputs: [completedInvestment?]
    award: { base: completedInvestment, each: 1亿元, pays: 2000元, units: whole, cap: 3万元 }
  `,
  fixed: `
    kind: award
    inputs: [isPrivate]
    when: [isPrivate]
    award: { fixed: 3万元 }
  `,
});

test('base, the tier that decided, and the rate', () => {
  const rows = [{ grossOutput: 120, grossOutputPrior: 100, isStrategicEmerging: true }];
  expect(basisOf(compilePolicy(policy), [sheet(rows)])('p/tiered', { sheet: 0, row: 0 })).toEqual({
    base: { zh: '120.00元', en: '120.00 yuan' },
    tier: { zh: '20%', en: '20%' },
    rates: [{ text: { zh: '比例或单价', en: 'rate or price' }, value: { zh: '0.4%', en: '0.4%' } }],
  });
});

test('a price for so many: each figure with what it is', () => {
  const at = { sheet: 0, row: 0 };
  const basis = basisOf(compilePolicy(policy), [sheet([{ completedInvestment: 250_000_000 }])]);
  expect(basis('p/parts', at).rates.map(({ text, value }) => `${text.zh}${value.zh}`)).toEqual([
    '每满1亿元',
    '给付2000元',
  ]);
  expect(basis('p/parts', at).base?.zh).toBe('250,000,000.00元');
});

test('a fixed award has no base', () => {
  const basis = basisOf(compilePolicy(policy), [sheet([{ isPrivate: true }])]);
  expect(basis('p/fixed', { sheet: 0, row: 0 })).toMatchObject({ base: null, tier: null });
});

test('an award that the scenario changes is told as changed, row by row', () => {
  const rows = [120, 110, 100, 150].map((grossOutput) => ({
    grossOutput,
    grossOutputPrior: 100,
    isStrategicEmerging: grossOutput > 120,
    isPrivate: true,
  }));
  const found = lines(policy, [sheet(rows)], { figures: { 'p/fixed#fixed': '4万元' } });
  expect(found.map(({ line }) => line)).toHaveLength(7);
  expect(found.map(({ alone }) => alone)).toEqual(found.map(({ told: whole }) => whole));
  expect(found.at(-1)?.alone.rates[0]?.value.zh).toBe('4万元');
});

test.each(['xishan-2020', 'departments', 'kunming-2024'])(
  'every line of %s.xlsx is told as its whole explanation tells it',
  (name) => {
    const rules = bundled(expectedOutcomes(name).policy);
    const found = lines(rules, sampleSheets(name, rules.vocabulary));
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ alone, told: whole }) => JSON.stringify(alone) !== JSON.stringify(whole))).toEqual(
      [],
    );
  },
);
