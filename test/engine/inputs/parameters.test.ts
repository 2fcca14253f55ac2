import { compilePolicy, evaluateCase } from '../../../src/engine';
import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { BAD, sheet } from '../sheet';

const policy = pack({
  bounded: `
    kind: ceiling
    inputs: [covidRndProjectApproved, analystAmount]
    when: [covidRndProjectApproved]
    award: { given: analystAmount, cap: 50万元 }
  `,
  rate: `
    kind: unquantified
    inputs: [bondCost, analystRate, analystCap?]
    award: { base: bondCost, rate: analystRate, cap: analystCap }
  `,
  table: `
    kind: unquantified
    inputs: [exportUsd, analystTiers]
    when: [exportUsd > 0]
    award: { lookup: exportUsd, in: analystTiers, match: atLeast }
  `,
  published: `
    kind: award
    inputs: [isSme, nationalUnemploymentTarget]
    when: [isSme, nationalUnemploymentTarget >= 5%]
    award: { fixed: 1万元 }
  `,
  threshold: `
    kind: award
    inputs: [exportUsd, analystThreshold?]
    when:
      - { is: 'exportUsd >= analystThreshold', ifGiven: analystThreshold }
    award: { fixed: 2万元 }
  `,
});
const plan = compilePolicy(policy);
const result = (
  clause: string,
  inputs: Record<string, unknown>,
  params: Record<string, unknown> = {},
): string => {
  const { status, uncapped, cap, amount, missing } = evaluateCase(plan, `p/${clause}`, inputs, params);
  return [status, uncapped, cap, amount, ...missing].filter((part) => part !== null).join(' ');
};

describe('decided parameters', () => {
  test('not given, they never make a clause missing', () => {
    expect(result('bounded', { covidRndProjectApproved: true })).toBe('ceiling 500000.00 500000.00');
    expect(result('rate', { bondCost: 100 })).toBe('unquantified');
    expect(result('table', { exportUsd: 100 })).toBe('unquantified');
  });

  test('given, they make the clause payable; a cap not given is none', () => {
    expect(result('rate', { bondCost: 100 }, { analystRate: '5%' })).toBe('payable 5.00 5.00');
    expect(result('rate', { bondCost: 100 }, { analystRate: 0.05, analystCap: '3' })).toBe(
      'payable 5.00 3.00 3.00',
    );
    expect(
      result(
        'table',
        { exportUsd: 100 },
        {
          analystTiers: [
            ['50', '1万元'],
            [100, 20_000],
          ],
        },
      ),
    ).toBe('payable 20000.00 20000.00');
  });

  test('a zero base is notMet, given or not', () => {
    expect(result('rate', { bondCost: 0 })).toBe('notMet 0.00');
    expect(result('rate', { bondCost: null }, { analystRate: '5%' })).toBe('notMet 0.00');
  });

  test('null is not given', () => {
    expect(result('rate', { bondCost: 100 }, { analystRate: null })).toBe('unquantified');
  });

  test('a condition that needs one is skipped without it', () => {
    expect(result('threshold', { exportUsd: 1 })).toBe('payable 20000.00 20000.00');
    expect(result('threshold', { exportUsd: 1 }, { analystThreshold: '1000000' })).toBe('notMet 0.00');
  });
});

test('a published figure that is not given is missing and named where it matters', () => {
  expect(result('published', { isSme: true })).toBe('missing nationalUnemploymentTarget');
  expect(result('published', { isSme: false })).toBe('notMet 0.00');
  expect(result('published', { isSme: true }, { nationalUnemploymentTarget: '0.055' })).toBe(
    'payable 10000.00 10000.00',
  );
});

describe('where a parameter comes from on a sheet', () => {
  const approved = { covidRndProjectApproved: true };

  test('row by row from the clause’s own column; a blank there gives nothing', () => {
    const data = sheet([approved, approved, approved], { given: { 'p/bounded': [80_000, null, BAD] } });
    expect(rows(evaluate(policy, [data]))).toEqual([
      'bounded payable 80000.00',
      'bounded ceiling 500000.00',
      'bounded missing analystAmount',
    ]);
  });

  test('from a column of the parameter', () => {
    expect(
      rows(
        evaluate(policy, [
          sheet([
            { ...approved, analystAmount: 60_000 },
            { ...approved, analystAmount: null },
          ]),
        ]),
      ),
    ).toEqual(['bounded payable 60000.00', 'bounded ceiling 500000.00']);
  });

  test('the most particular goes first: own column, scenario for the clause, column of the parameter, scenario', () => {
    const data = sheet(
      [
        { ...approved, analystAmount: 3 },
        { ...approved, analystAmount: 3 },
        { ...approved, analystAmount: null },
      ],
      { given: { 'p/bounded': [1, null, null] } },
    );
    const general = { parameters: { analystAmount: '4' } };
    expect(rows(evaluate(policy, [data], general))).toEqual([
      'bounded payable 1.00',
      'bounded payable 3.00',
      'bounded payable 4.00',
    ]);
    const particular = { ...general, amounts: { 'p/bounded': { analystAmount: '2' } } };
    expect(rows(evaluate(policy, [data], particular))).toEqual([
      'bounded payable 1.00',
      'bounded payable 2.00',
      'bounded payable 2.00',
    ]);
  });
});
