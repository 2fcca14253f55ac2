import fc from 'fast-check';
import { pack } from '../pack';
import { evaluate, text } from '../settled';
import { sheet, type Row } from '../sheet';
import { law } from '../law';

/** The order of rows means nothing: ranks, vetoes and stacking follow the enterprise, not its place. */
const policy = pack(
  {
    top: `
      kind: award
      inputs: [industryGroup, grossOutput, outputRank?]
      let:
        名次: 'rank(grossOutput, within: industryGroup, official: outputRank)'
      when: [名次 <= 2名]
      award: { base: grossOutput, rate: 10%, cap: 5元 }
    `,
    growth: `
      kind: award
      inputs: [grossOutput, grossOutputPrior]
      when: ['growth(grossOutput, grossOutputPrior) >= 10%']
      award: { fixed: 3元 }
    `,
  },
  `
vetoes: [{ key: taxViolation, zh: 税, en: tax }]
stacking:
  exclusive: [{ name: g, clauses: [top, growth], why: { zh: 因, en: why } }]
`,
);

const enterprise = fc.record({
  industryGroup: fc.constantFrom('磷化工', '装备制造及加工制造', null),
  grossOutput: fc.constantFrom(null, 0, 10, 20, 30, 60),
  grossOutputPrior: fc.constantFrom(null, 0, 10, 25),
  taxViolation: fc.boolean(),
});

/** Every row with what it gets, sorted: what is left when the order is taken away. */
function unordered(list: readonly Row[]): string {
  const outcome = evaluate(policy, [sheet(list)]);
  const lines = (outcome.sheets[0]?.rows ?? []).map(({ clauses }, index) => {
    const { creditCode } = list[index] ?? {};
    const reasons = clauses.flatMap(({ provisional }) => (provisional ?? []).map(({ why }) => why));
    return `${String(creditCode)}: ${clauses.map(text).join('; ')} (${reasons.join(', ')})`;
  });
  return [...lines.toSorted(), outcome.totals.award.toFixed(2)].join('\n');
}

law(
  'permuting the rows of different enterprises permutes their results',
  fc.property(
    fc.array(enterprise, { minLength: 1, maxLength: 7 }).chain((list) => {
      const rows = list.map((each, index) => ({ ...each, creditCode: `C${index}` }));
      return fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }));
    }),
    ([rows, shuffled]) => unordered(rows) === unordered(shuffled),
  ),
  { numRuns: 60 },
);

law(
  'the sheets of a workbook may stand in any order',
  fc.property(fc.array(enterprise, { minLength: 2, maxLength: 6 }), (list) => {
    const rows = list.map((each, index) => ({ ...each, creditCode: `C${index % 3}`, industryGroup: null }));
    const halves = [rows.slice(0, 1), rows.slice(1)].map((half) => sheet(half));
    const award = (sheets: typeof halves): string => evaluate(policy, sheets).totals.award.toFixed(2);
    return award(halves) === award(halves.toReversed());
  }),
  { numRuns: 60 },
);
