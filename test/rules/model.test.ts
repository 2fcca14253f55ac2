import type { AwardNode, Clause, Expr, Policy } from '../../src/rules';
import { printAward, printExpr } from '../../src/rules';
import { loadGood } from './packs';

function policyOf(name: string): Policy {
  const [policy] = loadGood(name).policies;
  if (policy === undefined) throw new Error(`${name} does not load`);
  return policy;
}
const policy = policyOf('everything');

function clause(number: string): Clause {
  const found = policy.clauses.get(`test-2020/${number}`);
  if (found === undefined) throw new Error(`no clause ${number}`);
  return found;
}

const figuresOf = (number: string): readonly string[] =>
  [...policy.figures.values()]
    .filter((figure) => figure.clause === `test-2020/${number}`)
    .map(({ id, text }) => `${id.slice(id.indexOf('#'))} ${text}`);

describe('figures are called by where they stand', () => {
  test('tables in lets, readings, tiers, their lines and their variants', () => {
    expect(figuresOf('1')).toEqual([
      '#let.入围.批发业 10名',
      '#let.入围.零售业 8名',
      '#let.门槛.strict 20%',
      '#let.门槛.loose 15%',
      '#when.output.strict 1000万元',
      '#cap 100万元',
      '#tiers.20%.rate 0.3%',
      '#tiers.20%.strategic.rate 0.4%',
      '#tiers.20%.strategic.cap 150万元',
      '#tiers.top.when.增速 10%',
      '#tiers.top.when.output 10亿元',
      '#tiers.top.rate 0.2%',
      '#tiers.fixed.fixed 20万元',
      '#tiers.fixed.cap.strict 10万元',
      '#tiers.fixed.cap.loose 30万元',
    ]);
  });

  test('in conditions by the other side of the comparison, the later of the same name numbered', () => {
    expect(figuresOf('2')).toEqual([
      '#when.startDate 2019-11',
      '#when.startDate.2 2020-12-31',
      '#when.reportYear 2020',
      '#when.reportYear.2 2020',
      '#when.reportYear.3 2021',
      '#when.reportYear.4 2019',
      '#when.reportYear.5 2022',
      '#when.startDate.3 3年',
      '#when.startDate.4 2020-02',
      '#when.startDate.5 3个月',
      '#when.startDate.6 2020-12-31',
      '#when.startDate.7 10日',
      '#when.startDate.8 2020-05-01',
      '#when.yearIndex 1年',
      '#when.yearIndex.2 2年',
      '#when.yearIndex.3 3年',
      '#when.入驻率 70%',
      '#when.入驻率.2 100%',
      '#rate 500元/㎡',
      '#cap 1000万元',
    ]);
  });

  test('units, pools, budgets, named figures, tables of fixed amounts', () => {
    expect(figuresOf('3')).toEqual([
      '#when.exportUsd 10万美元',
      '#each 1亿元',
      '#pays 2000元',
      '#cap 20万元',
      '#pool 3000万元',
    ]);
    expect(figuresOf('5')).toEqual(['#cap.国家 50万元', '#cap.省 20万元']);
    expect(figuresOf('11')).toEqual(['#figures.比例 20%', '#figures.起始 2020-02']);
    expect(figuresOf('annex-budget')).toEqual(['#budget 6500万元']);
    expect(policy.figures.get('test-2020#figures.审批分界')?.text).toBe('100万元');
  });

  test('the clause lists its own', () => {
    expect(clause('10').figures).toEqual(['test-2020/10#fixed.per-head', 'test-2020/10#rate.matched']);
    expect(policy.records.get('test-2020/annex-target')?.figures).toEqual([
      'test-2020/annex-target#figures.目标',
    ]);
  });

  test('a dated figure keeps its later values', () => {
    expect(policy.figures.get('test-2020/1#cap')?.dated.map(({ from, text }) => [from, text])).toEqual([
      ['2020-07-01', '120万元'],
    ]);
  });

  test('each has its place in the file', () => {
    const figure = policy.figures.get('test-2020/2#rate');
    expect(figure?.position).toEqual({ file: 'test-2020/1.yaml', line: 67, column: 38 });
  });
});

const printed = (node: AwardNode | undefined): string => (node === undefined ? '' : printAward(node, policy));

describe('awards are unfolded', () => {
  test('tiers take over what stands above; variants replace it', () => {
    expect(printed(clause('1').award)).toBe(
      '20%: 增速 >= 门槛 → if isHeadquarters { base: output, rate: 0.4%, cap: 150万元 } else { base: output, rate: 0.3%, cap: 100万元 }; ' +
        'top: 增速 >= 10% or output >= 10亿元 → { base: output, rate: 0.2%, cap: 100万元 }; ' +
        'fixed: 增速 > 0 → { fixed: 20万元, cap: reading(strict, strict: 10万元, loose: 30万元) }',
    );
  });

  test.each([
    ['2', '{ base: officeArea, rate: 500元/㎡, cap: 1000万元 }'],
    [
      '3',
      '{ base: output, each: 1亿元, pays: 2000元, units: { reading: counting, whole: whole, pro-rata: proRata }, cap: 20万元 }',
    ],
    ['4', '{ fixed: 标准 } less paidBefore orElse 0'],
    ['5', '{ given: analystAmount, cap: table(level, 国家: 50万元, 省: 20万元) }'],
    [
      '6',
      'firstGiven [{ given: analystAmount, cap: analystCap }, { base: rent, rate: analystRate, cap: analystCap }]',
    ],
    [
      '7',
      '{ lookup: reached(output, over: bestOutput, lines: [5000万元]), in: analystTiers, match: atLeast }',
    ],
    ['7-uplift', '{ uplift: [4, 5], by: analystUplift, take: sum }'],
    ['8', '{ base: rent, rate: taxRate, cap: 3万元, times: carCount }'],
    ['9', '{ base: output, rate: analystRate, cap: output * 1% }'],
    ['10', '{ reading: basis, per-head: { fixed: 1000元 * employees }, matched: { base: rent, rate: 60% } }'],
  ])('%s', (number, expected) => {
    expect(printed(clause(number).award)).toBe(expected);
  });

  test('a share of tiers taken over exists once', () => {
    expect([...policy.figures.keys()].filter((id) => /\/1#.*cap/u.test(id))).toEqual([
      'test-2020/1#cap',
      'test-2020/1#tiers.20%.strategic.cap',
      'test-2020/1#tiers.fixed.cap.strict',
      'test-2020/1#tiers.fixed.cap.loose',
    ]);
  });
});

describe('clauses', () => {
  test('take over the defaults of their file', () => {
    expect(clause('2')).toMatchObject({
      field: '工业',
      project: '增长',
      department: '工信局',
      grain: 'enterprise',
    });
  });

  test('keep the order of the articles', () => {
    expect([...policy.clauses.keys(), ...policy.records.keys()].map((id) => id.split('/')[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '7-uplift',
      '8',
      '9',
      '10',
      '11',
      'annex-budget',
      'annex-target',
    ]);
  });

  test('have the number of the text', () => {
    expect([clause('7-uplift').clause, clause('11').clause]).toEqual(['7.1', '11']);
    expect(policy.records.get('test-2020/annex-budget')?.clause).toBe('annex-budget');
  });

  test('pay out at once, later, or in shares', () => {
    expect([clause('1').payout, clause('3').payout, clause('2').payout]).toEqual([
      [{ after: 0, weight: 1 }],
      [{ after: 1, weight: 1 }],
      [
        { after: 0, weight: 4 },
        { after: 1, weight: 3 },
        { after: 2, weight: 3 },
      ],
    ]);
  });

  test('name inputs, bases and pools in full', () => {
    expect(clause('5').inputs).toEqual([
      { key: 'level', required: true },
      { key: 'analystAmount', required: true },
    ]);
    expect(clause('7-uplift').requiresAny).toEqual(['test-2020/4', 'test-2020/5']);
    expect(clause('3').pool).toEqual({ amount: 'test-2020/3#pool', reading: 'test-2020/3#pool' });
    expect(clause('2').inForce).toEqual({ to: '2021-04-30' });
  });

  test('budgets are records', () => {
    expect(policy.records.get('test-2020/annex-budget')).toMatchObject({
      kind: 'budget',
      budget: { amount: 'test-2020/annex-budget#budget', bound: 'atLeast' },
    });
  });
});

describe('conditions', () => {
  const conditions = clause('1').when;

  test('may hold under an option, only where inputs are given, or under words of their own', () => {
    expect(conditions[1]?.underReading).toEqual({ id: 'test-2020/1#strict', options: ['strict'] });
    expect(conditions[2]?.label).toEqual({ zh: '有增速', en: 'growth is known' });
    expect(conditions[3]?.ifGiven).toEqual(['outputPrior']);
  });

  test('are printed as they are written', () => {
    expect(conditions.map(({ expr }) => printExpr(expr, policy))).toEqual([
      'industry in [批发业, 零售业] and not industry = 工业',
      '名次 <= 入围',
      'given(outputPrior) or given(outputGrowth)',
      'output > 0',
      'reading(strict, strict: output >= 1000万元, loose: yes)',
    ]);
    expect([...clause('1').let].map(([name, expr]) => `${name}: ${printExpr(expr, policy)}`)).toEqual([
      '增速: growth(output, outputPrior, official: outputGrowth)',
      '名次: rank(output, within: industry, among: isHeadquarters, official: outputRank)',
      '入围: table(industry, 批发业: 10名, 零售业: 8名)',
      '门槛: reading(strict, strict: 20%, loose: 15%)',
    ]);
    expect(clause('2').when.map(({ expr }) => printExpr(expr, policy))).toEqual([
      'startDate in policyYear and startDate in policyPeriod and startDate in 2019-11..2020-12-31',
      'reportYear = 2020 or (reportYear = 2020 or reportYear = 2021) or 2019 < reportYear or reportYear in 2022',
      'startDate + 3年 >= 2020-02 and startDate - 3个月 < 2020-12-31 and startDate + 10日 != 2020-05-01',
      'yearIndex in [1年, 2年, 3年] and (入驻率 >= 70% and 入驻率 <= 100%)',
    ]);
  });

  test('a flag compared with yes or no is the flag', () => {
    expect(printed(clause('1').award)).toContain('if isHeadquarters {');
  });
});

test('examples have canonical values', () => {
  expect(clause('1').examples[0]).toMatchObject({
    inputs: {
      industry: '批发业',
      isHeadquarters: true,
      output: '100000000',
      outputGrowth: '0.2',
      outputRank: '10',
    },
    expected: {
      status: 'payable',
      uncapped: '400000',
      cap: '1500000',
      amount: '400000',
      payout: [[0, '400000']],
      missing: [],
    },
    why: '恰在门槛',
  });
  expect(clause('1').examples[1]).toMatchObject({
    inputs: { outputPrior: null },
    readings: { strict: 'loose' },
    expected: { status: 'missing', missing: ['outputPrior'] },
  });
  expect(clause('1').examples[2]?.expected).toEqual({
    status: 'notMet',
    cap: null,
    amount: '0',
    missing: [],
  });
  expect(clause('4').examples[0]?.inputs).toEqual({ level: '国家', titles: '小巨人、单项冠军' });
  expect(clause('2').examples.map(({ inputs }) => inputs['officeArea'])).toEqual([
    '10000',
    '10000',
    '100',
    '0',
  ]);
  expect(clause('7').examples[1]?.parameters).toEqual({
    analystTiers: [
      ['50000000', '50000'],
      ['100000000', '100000'],
    ],
  });
});

test('the policy has its provisions', () => {
  expect(policy).toMatchObject({
    id: 'test-2020',
    level: 'district',
    year: 2020,
    inForce: { from: '2020-02-14', to: '2020-12-31' },
    scope: [{ key: 'isLocal', label: { zh: '须在本区', en: 'in the district' } }],
    vetoes: [{ key: 'taxViolation' }],
    exclusive: [
      { name: 'growth', clauses: ['test-2020/2', 'test-2020/3'], order: 'highest' },
      { name: 'given', clauses: ['test-2020/5', 'test-2020/6'], order: 'listed' },
    ],
    review: [
      {
        parties: [['test-2020/1'], ['test-2020/2', 'test-2020/3']],
        reading: 'test-2020#same-project',
        highestUnder: 'highest',
      },
    ],
    approval: { threshold: 'test-2020#figures.审批分界' },
    steps: [{ workingDays: 10 }, {}],
  });
});

test('the hash changes with any file, and not with line ends or the place of the folder', () => {
  const plain = policyOf('plain').hash;
  expect(plain).toMatch(/^[0-9a-f]{64}$/u);
  expect(plain).not.toBe(policy.hash);
});

test('expressions know where they stand', () => {
  const [first] = clause('9').when;
  const expr: Expr | undefined = first?.expr;
  expect(expr?.position).toMatchObject({ file: 'test-2020/more.yaml', column: 12 });
});
