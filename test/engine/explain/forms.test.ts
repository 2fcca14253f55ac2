import { compilePolicy, evaluateSheets, explain, type ExplanationNode } from '../../../src/engine';
import { pack } from '../pack';
import { sheet, type Row } from '../sheet';

/** Every form of award, and values of every kind, in words. */

function lines(node: ExplanationNode, depth = 0): string[] {
  const value = node.value === undefined ? '' : ` = ${node.value.zh}`;
  return [
    `${'  '.repeat(depth)}${node.kind} ${node.text.zh}${value}`,
    ...node.children.flatMap((child) => lines(child, depth + 1)),
  ];
}

function award(
  clauses: Readonly<Record<string, string>>,
  id: string,
  row: Row,
  parameters: Record<string, string | [string, string][]> = {},
): string[] {
  const plan = compilePolicy(pack(clauses), { parameters });
  const data = [sheet([row])];
  const [settled] = evaluateSheets([plan], data).policies;
  const node = explain(plan, data, `p/${id}`, { sheet: 0, row: 0 }, settled);
  return node.children.filter(({ kind }) => kind !== 'condition').flatMap((child) => lines(child));
}

test('per unit, by a reading', () => {
  const clauses = {
    a: `
      kind: award
      inputs: [completedInvestment]
      award: { base: completedInvestment, each: 1亿元, pays: 2000元, units: { reading: parts, whole: whole, share: proRata }, cap: 3万元 }
      readings:
        parts:
          issue: { zh: 零头如何计, en: fractions }
          options: { whole: { zh: 只计整数, en: whole }, share: { zh: 按比例, en: in proportion } }
          recommended: whole
          why: { zh: 因, en: why }
    `,
  };
  expect(award(clauses, 'a', { completedInvestment: 250_000_000 })).toEqual([
    'award 金额 = 4,000.00元',
    '  base 完成投资额 = 250,000,000.00元',
    '    input 完成投资额 = 250,000,000.00元',
    '  rate 每满 = 1亿元',
    '  rate 给付 = 2000元',
    '  reading 零头如何计 = 只计整数',
    '  cap 上限 = 3万元',
    'reading 零头如何计 = 只计整数',
  ]);
});

test('so many together', () => {
  const clauses = {
    a: `
      kind: contribution
      inputs: [vehiclePriceExTax, nevCount, purchaseTaxRate]
      saving: { base: vehiclePriceExTax, rate: purchaseTaxRate, cap: 3万元, times: nevCount }
    `,
  };
  expect(
    award(clauses, 'a', { vehiclePriceExTax: 200_000, nevCount: 2 }, { purchaseTaxRate: '10%' }),
  ).toEqual([
    'award 金额 = 40,000.00元',
    '  base 车辆不含税价 = 200,000.00元',
    '    input 车辆不含税价 = 200,000.00元',
    '  rate 比例或单价 = 10%',
    '    parameter 车辆购置税税率 = 10%',
    '  base 数量 = 2辆',
    '    input 新能源乘用车辆数 = 2辆',
    '  cap 上限 = 3万元',
    '    base 数量 = 2辆',
    '      input 新能源乘用车辆数 = 2辆',
  ]);
});

test('a table, less what was paid', () => {
  const clauses = {
    a: `
      kind: award
      inputs: [parkTitleLevel, parkTitlePriorPaid?]
      award: { fixed: { table: parkTitleLevel, 国家: 60万元, 省: 40万元 }, less: parkTitlePriorPaid }
    `,
  };
  expect(award(clauses, 'a', { parkTitleLevel: '国家', parkTitlePriorPaid: 400_000 })).toEqual([
    'award 金额 = 200,000.00元',
    '  rate 金额 = 600,000.00元',
    '    input 文创园区称号级别 = 国家',
    '  award 减去已付 = 400,000.00元',
    '    input 文创园区称号已兑付补助 = 400,000.00元',
  ]);
});

test('the first that the analyst gives, and a table of his', () => {
  const clauses = {
    a: `
      kind: unquantified
      inputs: [exportUsd, analystAmount?, analystTiers?]
      award: { firstGiven: [{ given: analystAmount }, { lookup: exportUsd, in: analystTiers, match: atLeast }] }
    `,
  };
  expect(award(clauses, 'a', { exportUsd: 100 }, { analystTiers: [['50', '1万元']] })).toEqual([
    'award 金额 = 10,000.00元',
    '  parameter 补助金额（参数） = 未给出',
    '  base 年度出口额 = 100.00美元',
    '    input 年度出口额 = 100.00美元',
    '  parameter 分档表（参数） = 已给出',
  ]);
});

test('an uplift names its base clauses', () => {
  const clauses = {
    a: `
      title: { zh: 购房补助, en: bought }
      kind: award
      inputs: [officePurchasePrice]
      award: { base: officePurchasePrice, rate: 3% }
    `,
    b: `
      kind: unquantified
      inputs: [officePurchasePrice?, analystUplift]
      requires: [a]
      award: { uplift: [a], by: analystUplift, take: highest }
    `,
  };
  expect(award(clauses, 'b', { officePurchasePrice: 1000 }, { analystUplift: '20%' })).toEqual([
    'award 金额 = 6.00元',
    '  base 基础条款：购房补助',
    '  parameter 提升比例（参数） = 20%',
  ]);
});

test('an award by reading; figures changed in the scenario are shown as changed', () => {
  const clauses = {
    a: `
      kind: award
      inputs: [rentRelief]
      award:
        reading: halving
        full: { base: rentRelief, rate: 20% }
        half: { base: rentRelief, rate: 10% }
      readings:
        halving:
          issue: { zh: 减半的是什么, en: what is halved }
          options: { full: { zh: 不减, en: nothing }, half: { zh: 减半, en: the rate } }
          recommended: full
          why: { zh: 因, en: why }
    `,
  };
  const plan = compilePolicy(pack(clauses), {
    readings: { 'p/a#halving': 'half' },
    figures: { 'p/a#rate.half': '12.5%' },
  });
  const node = explain(plan, [sheet([{ rentRelief: 100 }])], 'p/a', { sheet: 0, row: 0 });
  expect(lines(node).slice(1)).toEqual([
    '  award 金额 = 12.50元',
    '    reading 减半的是什么 = 减半',
    '    base 减免租金总额 = 100.00元',
    '      input 减免租金总额 = 100.00元',
    '    rate 比例或单价 = 12.5%',
  ]);
});

test('a share of a pool', () => {
  const clauses = {
    a: `
      kind: award
      inputs: [computeSpend]
      award: { base: computeSpend, rate: 30% }
      pool: { amount: 10元 }
    `,
  };
  expect(award(clauses, 'a', { computeSpend: 100 }).at(-1)).toBe(
    'pool 资金池10.00元，申领合计30.00元，按比例折减 = 10.00元',
  );
});

test('dates, categories, areas and shares in words', () => {
  const clauses = {
    a: `
      kind: award
      inputs: [recognitionDate, enterpriseTitle, officeArea, occupancyRate?, occupiedArea?, leasableArea?]
      let:
        面积: officeArea + officeArea
        入驻率: 'share(occupiedArea, leasableArea, official: occupancyRate, names: rate)'
        较大: max(面积, officeArea)
        取值: if 入驻率 >= 50% then 较大 else officeArea
        两者: 取值 orElse officeArea
        折半: 两者 * 50%
      when: [recognitionDate in policyYear, enterpriseTitle = 单项冠军, 折半 > 0㎡]
      award: { fixed: 1万元 }
    `,
  };
  const plan = compilePolicy(pack(clauses));
  const row = {
    recognitionDate: '2020-05',
    enterpriseTitle: '单项冠军、民营小巨人',
    officeArea: '10.5',
    occupancyRate: null,
    occupiedArea: 1,
    leasableArea: 3,
  };
  const text = lines(explain(plan, [sheet([row])], 'p/a', { sheet: 0, row: 0 }));
  for (const line of [
    'input 认定时间 = 2020-05',
    'input 当年新获企业称号 = 单项冠军、民营小巨人',
    'let 面积 = 21㎡',
    'let 入驻率 = ≈33.3333%',
    'let 折半 = 5.25㎡',
    'let 两者 = 10.5㎡',
  ]) {
    expect(text.map((each) => each.trim())).toContain(line);
  }
});
