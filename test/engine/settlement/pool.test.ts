import fc from 'fast-check';
import { claimsOf, sharePool } from '../../../src/engine/settlement/pool';
import { clauseOf, compilePolicy } from '../../../src/engine';
import { Decimal, ZERO } from '../../../src/rules';
import { pack } from '../pack';
import { evaluate } from '../settled';
import { sheet } from '../sheet';
import { law } from '../law';

const policy = pack({
  compute: `
    kind: award
    inputs: [computeSpend]
    when: [computeSpend > 0]
    award: { base: computeSpend, rate: 30%, cap: 50万元 }
    pool: { amount: 100万元, reading: pool }
    readings:
      pool:
        issue: { zh: 怎样分, en: How it is shared }
        options:
          proportional: { zh: 按比例, en: in proportion }
          first-come: { zh: 先到先得, en: 'first come, first served' }
          ignore: { zh: 不考虑, en: left out of account }
        recommended: proportional
        why: { zh: 一视同仁, en: all alike }
  `,
  plain: `
    kind: award
    inputs: [bondCost]
    when: [bondCost > 0]
    award: { base: bondCost, rate: 100% }
  `,
});
const plan = compilePolicy(policy);
const clause = clauseOf(plan, 'p/compute');
const claims = (...yuan: readonly (number | string)[]) =>
  yuan.map((amount, row) => ({ at: { sheet: 0, row }, amount: new Decimal(amount) }));
const shared = (...yuan: readonly (number | string)[]) => sharePool(clause, claims(...yuan), plan);

test('within the pool everyone keeps the entitlement', () => {
  const pool = shared(500_000, 500_000);
  expect(pool?.reduction.toFixed()).toBe('0');
  expect(pool?.shares.map(({ amount }) => amount.toFixed())).toEqual(['500000', '500000']);
});

test('beyond it the cut is shared in proportion, exact to the fen', () => {
  const pool = shared(500_000, 500_000, 500_000);
  expect(pool?.reduction.toFixed()).toBe('500000');
  expect(pool?.shares.map(({ amount }) => amount.toFixed(2))).toEqual([
    '333333.34',
    '333333.33',
    '333333.33',
  ]);
});

test('the fen that are left go to the largest remainders', () => {
  const pool = shared(300_000, '500000.01', 400_000);
  expect(pool?.shares.map(({ amount }) => amount.toFixed(2))).toEqual([
    '250000.00',
    '416666.67',
    '333333.33',
  ]);
});

test('a clause without a pool has none', () => {
  expect(sharePool(clauseOf(plan, 'p/plain'), [], plan)).toBeUndefined();
});

test('rows and award keep the entitlement; the reduction stands beside the totals', () => {
  const spend = { computeSpend: 2_000_000 };
  const outcome = evaluate(policy, [sheet([spend, spend, { ...spend, bondCost: 7 }])]);
  const { totals } = outcome;
  expect([totals.award, totals.poolReduction, totals.awardAfterPools].map((sum) => sum.toFixed(2))).toEqual([
    '1500007.00',
    '500000.00',
    '1000007.00',
  ]);
  expect(totals.byClause.get('p/compute')?.awardAfterPool.toFixed(2)).toBe('1000000.00');
  expect(totals.byClause.get('p/plain')?.awardAfterPool.toFixed(2)).toBe('7.00');
  expect(outcome.sheets[0]?.rows[0]?.award.toFixed(2)).toBe('500000.00');
  expect(outcome.pools).toHaveLength(1);
});

describe('under another reading', () => {
  const under = (option: string, ...yuan: readonly number[]) =>
    sharePool(clause, claims(...yuan), compilePolicy(policy, { readings: { 'p/compute#pool': option } }));

  test('first come, first served: the cut is known, not whom it meets', () => {
    const pool = under('first-come', 500_000, 500_000, 500_000);
    expect(pool?.reduction.toFixed()).toBe('500000');
    expect(pool?.shares).toEqual([]);
    expect(under('first-come', 500_000, 500_000)?.shares.map(({ amount }) => amount.toFixed())).toEqual([
      '500000',
      '500000',
    ]);
  });

  test('left out of account: nothing is cut', () => {
    expect(under('ignore', 500_000, 500_000, 500_000)).toBeUndefined();
    const spend = { computeSpend: 2_000_000 };
    const { totals } = evaluate(policy, [sheet([spend, spend, spend])], {
      readings: { 'p/compute#pool': 'ignore' },
    });
    expect([totals.award, totals.poolReduction, totals.awardAfterPools].map((sum) => sum.toFixed())).toEqual([
      '1500000',
      '0',
      '1500000',
    ]);
  });
});

test('only payable amounts claim', () => {
  const outcome = evaluate(policy, [sheet([{ computeSpend: 100 }, { computeSpend: null }])]);
  const all = outcome.sheets.flatMap(({ rows }) => rows.flatMap(({ clauses }) => clauses));
  expect(claimsOf(all, 0).map(({ amount }) => amount.toFixed())).toEqual(['30']);
  expect(
    claimsOf(
      all.map((each) => ({ ...each, status: 'vetoed' as const })),
      0,
    ),
  ).toEqual([]);
});

const amounts = fc.array(fc.integer({ min: 1, max: 10 ** 8 }), { minLength: 1, maxLength: 12 });
law(
  'shares add up to the pool where it is cut, and nobody gets more than claimed',
  fc.property(amounts, (fen) => {
    const pool = shared(...fen.map((each) => new Decimal(each).times('0.01').toFixed()));
    if (pool === undefined) return false;
    const sum = pool.shares.reduce((total, { amount }) => total.plus(amount), ZERO);
    return (
      sum.eq(Decimal.min(pool.size, pool.claimed)) &&
      pool.shares.every(({ amount, claimed }) => amount.lte(claimed) && amount.gte(0))
    );
  }),
);
