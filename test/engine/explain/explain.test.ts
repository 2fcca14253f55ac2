import {
  compilePolicy,
  evaluateSheets,
  explain,
  explainer,
  EngineError,
  type ExplanationNode,
  type Scenario,
  type SheetData,
} from '../../../src/engine';
import type { Lang, Policy } from '../../../src/rules';
import { pack } from '../pack';
import { BAD, sheet } from '../sheet';

/** An explanation as an indented text. */
function outline(node: ExplanationNode, lang: Lang = 'zh', depth = 0): string[] {
  const holds = node.holds === undefined ? '' : ` [${node.holds}]`;
  const value = node.value === undefined ? '' : ` = ${node.value[lang]}`;
  const line = `${'  '.repeat(depth)}${node.kind} ${node.text[lang]}${holds}${value}`;
  return [line, ...node.children.flatMap((child) => outline(child, lang, depth + 1))];
}

function explained(
  policy: Policy,
  sheets: readonly SheetData[],
  clause: string,
  row = 0,
  options: { lang?: Lang; scenario?: Scenario; sheet?: number } = {},
): string[] {
  const plan = compilePolicy(policy, options.scenario);
  const [settled] = evaluateSheets([plan], sheets).policies;
  return outline(
    explain(plan, sheets, `p/${clause}`, { sheet: options.sheet ?? 0, row }, settled),
    options.lang,
  );
}

const policy = pack(
  {
    output: `
      title: { zh: 工业扩销促产补助, en: Output-growth award }
      kind: award
      inputs: [industryGroup, isAboveScale, grossOutput, grossOutputPrior, grossOutputGrowth?, isStrategicEmerging, outputRank?]
      let:
        增速: 'growth(grossOutput, grossOutputPrior, official: grossOutputGrowth)'
        名次: 'rank(grossOutput, within: industryGroup, official: outputRank)'
      when:
        - isAboveScale
        - 名次 <= 2名
      award:
        base: grossOutput
        variants: { strategic: isStrategicEmerging }
        tiers:
          - { name: '20%', when: 增速 >= 20%, rate: 0.3%, cap: 120万元, strategic: { rate: 0.4%, cap: 150万元 } }
          - { name: '10%', when: 增速 >= 10%, rate: 0.1%, cap: 40万元 }
    `,
    decline: `
      title: { zh: 扭负为正, en: Turnaround }
      kind: award
      inputs: [grossOutput, isPrivate]
      when: [isPrivate]
      award: { base: grossOutput, rate: 0.5% }
    `,
    rent: `
      title: { zh: 减免房租补贴, en: Rent-relief subsidy }
      kind: unquantified
      inputs: [rentRelief, operatorType?, analystCap?]
      when:
        - rentRelief > 0 and rentRelief <= 9亿元
        - { is: 'operatorType in [商场, 市场]', ifGiven: operatorType, label: { zh: 大型商场, en: a large mall } }
      award: { base: rentRelief, rate: 20%, cap: analystCap }
      payout: { shares: '1:1' }
    `,
  },
  `
scope: [{ key: lawfulOperation, zh: 依法经营, en: lawful operation }]
vetoes: [{ key: taxViolation, zh: 偷漏税, en: tax evasion }]
figures: { 审批分界: 100万元 }
approval: { threshold: 审批分界, upTo: { zh: 领导小组审批, en: the group }, above: { zh: 报分管副区长审批, en: the deputy district head } }
stacking:
  exclusive: [{ name: output, clauses: [output, decline], why: { zh: 因, en: why } }]
`,
);
const works = {
  industryGroup: '磷化工',
  isAboveScale: true,
  isPrivate: false,
  grossOutput: 960_000_000,
  grossOutputPrior: 700_000_000,
  grossOutputGrowth: null,
  isStrategicEmerging: false,
};
const clean = { lawfulOperation: true, taxViolation: false };

test('conditions with the values that decided them, tier, base × rate, cap, approval', () => {
  expect(explained(policy, [sheet([{ ...works, ...clean, outputRank: 1 }])], 'output')).toEqual([
    'clause 工业扩销促产补助 = 应享 1,200,000.00元',
    '  condition 是否规模以上：是 [yes]',
    '    input 是否规模以上 = 是',
    '  condition 名次 ≤ 2名 [yes]',
    '    let 名次 = 1名',
    '      rank 工业总产值在同一产业分组内的名次 = 1名',
    '  award 金额 = 1,200,000.00元',
    '    tier “20%”档：增速 ≥ 20% [yes] = 20%',
    '      let 增速 = ≈37.1428%',
    '        input 工业总产值 = 960,000,000.00元',
    '        input 上年工业总产值 = 700,000,000.00元',
    '        input 工业总产值增速 = 缺失',
    '      tier 是否战略性新兴产业：是 [no]',
    '        input 是否战略性新兴产业 = 否',
    '      base 工业总产值 = 960,000,000.00元',
    '        input 工业总产值 = 960,000,000.00元',
    '      rate 比例或单价 = 0.3%',
    '      cap 上限 = 120万元',
    '    cap 封顶：2,880,000.00元 超过上限 1,200,000.00元 = 1,200,000.00元',
    '  approval 报分管副区长审批',
  ]);
});

test('figures are named where they decide, and inputs lead to their cells', () => {
  const plan = compilePolicy(policy);
  const node = explain(plan, [sheet([{ ...works, ...clean, outputRank: 1 }])], 'p/output', {
    sheet: 0,
    row: 0,
  });
  const all = (each: ExplanationNode): ExplanationNode[] => [each, ...each.children.flatMap(all)];
  expect(new Set(all(node).flatMap(({ figures }) => figures))).toEqual(
    new Set([
      'p/output#when.名次',
      'p/output#tiers.20%.when.增速',
      'p/output#tiers.20%.rate',
      'p/output#tiers.20%.cap',
    ]),
  );
  expect(all(node).find(({ input }) => input?.key === 'isAboveScale')?.input).toEqual({
    key: 'isAboveScale',
    sheetName: '表',
    rowNumber: 2,
  });
});

test('in English, with a computed rank, unchecked provisions and the winner of an exclusive pair', () => {
  const data = sheet([{ ...works, isPrivate: true, isStrategicEmerging: true }]);
  expect(
    explained(policy, [data], 'output', 0, { lang: 'en' }).filter((line) => !line.startsWith('    ')),
  ).toEqual([
    'clause Output-growth award = superseded 1,500,000.00 yuan',
    '  condition Above-scale unit (规上): yes [yes]',
    '  condition rank by Gross industrial output value (current year) within Industry group for ranking ≤ 2名 [yes]',
    '  award amount = 1,500,000.00 yuan',
    '  stacking no stacking: paid under “Turnaround” (表 row 2)',
    '  note rank computed from this sheet: 磷化工, 1 of 1, the first 2 are in; confirm that the list is complete',
    '  note no column, not checked: tax evasion',
    '  note no column, not checked: lawful operation',
  ]);
});

test('a condition that fails ends the derivation', () => {
  expect(explained(policy, [sheet([{ ...works, isAboveScale: false, outputRank: 1 }])], 'output')).toEqual([
    'clause 工业扩销促产补助 = 不符合条件',
    '  condition 是否规模以上：是 [no]',
    '    input 是否规模以上 = 否',
    '  condition 名次 ≤ 2名 [yes]',
    '    let 名次 = 1名',
    '      rank 工业总产值在同一产业分组内的名次 = 1名',
  ]);
});

test('what is missing is named, unusable cells too; the tiers down to the open one are shown', () => {
  const lines = explained(
    policy,
    [sheet([{ ...works, ...clean, outputRank: 1, grossOutputPrior: BAD }])],
    'output',
  );
  expect(lines[0]).toBe('clause 工业扩销促产补助 = 缺失数据：上年工业总产值');
  expect(lines.filter((line) => line.includes('tier'))).toEqual([
    '    tier “20%”档：增速 ≥ 20% [unknown]',
    '    tier “10%”档：增速 ≥ 10% [unknown]',
  ]);
});

test('vetoes, scope, and conditions taken as satisfied', () => {
  const data = sheet([
    { rentRelief: 100, taxViolation: true, lawfulOperation: true },
    { rentRelief: 100, taxViolation: false, lawfulOperation: false },
  ]);
  const vetoed = explained(policy, [data], 'rent');
  expect([vetoed[0], vetoed.at(-1)]).toEqual(['clause 减免房租补贴 = 一票否决 20.00元', '  veto 偷漏税']);
  expect(vetoed).toContain('  condition 大型商场（未给出，视为满足） [yes]');
  expect(explained(policy, [data], 'rent', 1).at(-1)).toBe('  scope 不符合适用范围：依法经营');
});

test('and/or show every term; instalments and the analyst’s cap', () => {
  const data = sheet([{ rentRelief: 100, operatorType: '商场', ...clean }]);
  expect(explained(policy, [data], 'rent', 0, { scenario: { parameters: { analystCap: '15' } } })).toEqual([
    'clause 减免房租补贴 = 应享 15.00元',
    '  condition 减免租金总额 > 0，且减免租金总额 ≤ 9亿元 [yes]',
    '    condition 减免租金总额 > 0 [yes]',
    '      input 减免租金总额 = 100.00元',
    '    condition 减免租金总额 ≤ 9亿元 [yes]',
    '      input 减免租金总额 = 100.00元',
    '  condition 大型商场 [yes]',
    '    input 运营主体类型 = 商场',
    '  award 金额 = 15.00元',
    '    base 减免租金总额 = 100.00元',
    '      input 减免租金总额 = 100.00元',
    '    rate 比例或单价 = 20%',
    '    cap 上限 = 15.00元',
    '      parameter 补助上限（参数） = 15.00元',
    '    cap 封顶：20.00元 超过上限 15.00元 = 15.00元',
    '  payout 2020年兑付 = 7.50元',
    '  payout 2021年兑付 = 7.50元',
  ]);
});

test('duplicates and conflicts name the other rows', () => {
  const row = (rentRelief: number, creditCode: string) => ({ rentRelief, creditCode, ...clean });
  const data = sheet([row(100, 'A'), row(100, 'A'), row(100, 'B'), row(200, 'B')]);
  expect(explained(policy, [data], 'rent', 1).at(-1)).toBe('  stacking 同一企业已在表第2行给付');
  expect(explained(policy, [data], 'rent', 2).at(-1)).toBe(
    '  stacking 同一企业各行金额不一：表第4行、表第5行',
  );
});

test('outside the period', () => {
  const data = sheet([{ rentRelief: 100, reportYear: '2019', ...clean }]);
  expect(explained(policy, [data], 'rent').at(-1)).toBe('  note 政策或条款在2020不施行');
});

test('without the settled outcome, the derivation alone; clauses are bound once for many rows', () => {
  const data = [
    sheet([
      { rentRelief: 100, taxViolation: true },
      { rentRelief: 200, taxViolation: true },
    ]),
  ];
  const ask = explainer(compilePolicy(policy), data);
  expect([0, 1].map((row) => ask('p/rent', { sheet: 0, row }).value?.zh)).toEqual([
    '应享 20.00元',
    '应享 40.00元',
  ]);
});

test('a clause that the policy has not', () => {
  const ask = explainer(compilePolicy(policy), [sheet([{ rentRelief: 100 }])]);
  expect(() => ask('p/9', { sheet: 0, row: 0 })).toThrow(EngineError);
  expect(() => ask('p/9', { sheet: 0, row: 0 })).toThrow(
    'p has no clause “p/9”; it has p/output, p/decline, p/rent.',
  );
  expect(() => ask('p/rent', { sheet: 3, row: 0 })).toThrow('there is no sheet 3');
});
