import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet } from '../sheet';

const policy = pack({
  growth: `
    kind: award
    inputs: [revenue, revenuePrior, revenueGrowth?]
    when: ['growth(revenue, revenuePrior, official: revenueGrowth) >= 10%']
    award: { fixed: 5万元 }
  `,
});
const of = (revenue: number | null, revenueGrowth: string | null) => ({
  revenue,
  revenuePrior: 100,
  revenueGrowth,
});

test('official and recomputed growth on different sides of a line: a finding with the money at stake', () => {
  const outcome = evaluate(policy, [sheet([of(110, '0.099'), of(109, '0.1')])]);
  expect(rows(outcome)).toEqual(['', 'growth payable 50000.00']);
  expect(JSON.parse(JSON.stringify(outcome.sheets[0]?.findings))).toEqual([
    {
      code: 'growthDiffers',
      clause: 'p/growth',
      row: 0,
      key: 'revenueGrowth',
      official: '0.099',
      current: '110',
      prior: '100',
      amount: '0',
      recomputedAmount: '50000',
    },
    {
      code: 'growthDiffers',
      clause: 'p/growth',
      row: 1,
      key: 'revenueGrowth',
      official: '0.1',
      current: '109',
      prior: '100',
      amount: '50000',
      recomputedAmount: '0',
    },
  ]);
});

test('the same side, the same growth, or nothing to compare: none', () => {
  const outcome = evaluate(policy, [
    sheet([of(112, '0.11'), of(112, '0.12'), of(null, '0.2'), of(112, null)]),
  ]);
  expect(outcome.sheets[0]?.findings).toEqual([]);
});

test('a growth that the sheet computes is recomputed exactly, not compared', () => {
  const outcome = evaluate(policy, [sheet([of(110, '0.0999')], { computed: ['revenueGrowth'] })]);
  expect(rows(outcome)).toEqual(['growth payable 50000.00']);
  expect(outcome.sheets[0]?.findings).toEqual([]);
});
