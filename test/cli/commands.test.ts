import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { USAGE } from '../../src/cli/usage';
import { ENTERPRISES, PACK, rulesOfTwoYears } from './lakeside';
import { root, run } from './run';
import { columnOf, opened, temporaryFolder, writeWorkbook } from './workbook';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const done = (out: string): unknown => ({ exit: 0, out, err: '' });

describe('help', () => {
  test.each([['help'], ['--help'], ['-h'], ['evaluate', '--help'], ['rules', 'check', '-h']])(
    'subsidy %s %s shows the usage',
    async (...argv) => {
      expect(await run(...argv)).toEqual(done(USAGE.zh));
      expect(await run(...argv, '--lang', 'en')).toEqual(done(USAGE.en));
      expect(await run('--lang', 'en', ...argv)).toEqual(done(USAGE.en));
    },
  );

  test('the version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await run('--version')).toEqual(done(`subsidy ${version}\n`));
  });
});

describe('map: what each column was taken for', () => {
  test('in words: key, name, unit, why; what is left over; findings', async () => {
    const file = writeWorkbook(folder, { 企业表: ENTERPRISES, 封面: [['湖滨区']] });
    const { exit, out: zh, err } = await run('map', file);
    // What a finding says is for the tests of the sheet room.
    expect(zh).toMatch(/\n {4}D5 “设备购置费\(万元\)”.*约50.*\n/);
    expect({ exit, out: zh.replace(/D5 .*/, 'D5 …'), err }).toEqual(
      done(`企业表：表头第 1 行，数据第 2–5 行，4 户
  A  企业名称                        →  enterpriseName     企业名称                                指标名称
  B  统一社会信用代码                →  creditCode         统一社会信用代码                        指标名称
  D  设备购置费(万元)                →  equipmentPurchase  设备购置费                      万元    指标名称
  E  年度出口额(万美元)              →  exportUsd          年度出口额                      万美元  指标名称
  F  是否认定首台（套）重大技术装备  →  firstSetCertified  是否认定首台（套）重大技术装备          指标名称
  G  应缴投标保证金(元)              →  bidBond            应缴投标保证金                  元      指标名称
  未用的列：
    C  所属街道  词表里没有
    H  备注      备注、联系方式之类
  提示：
    D5 …
封面：没有找到表头
`),
    );
    const { out } = await run('map', file, '--lang', 'en', '--sheet', '企业表');
    expect(out.split('\n').slice(0, 2)).toEqual([
      '企业表: header in row 1, data in rows 2–5, 4 enterprises',
      '  A  企业名称                        →  enterpriseName     Enterprise name                     name',
    ]);
    expect(out.split('\n').slice(7)).toEqual([
      '  Left over:',
      '    C  所属街道  not in the vocabulary',
      '    H  备注      remarks, contacts and the like',
      '  Findings:',
      expect.stringMatching(/^ {4}D5 .*设备购置费.*约50/) as unknown,
      '',
    ]);
  });

  test('as JSON, with corrections', async () => {
    const file = writeWorkbook(folder, { 企业表: ENTERPRISES });
    const map = path.join(folder, 'map.json');
    writeFileSync(
      map,
      JSON.stringify({
        sheets: { '*': { columns: { D: { unit: '千元' }, E: null, H: { clause: 'lakeside-2026/3.4' } } } },
      }),
    );
    const { exit, out, err } = await run('map', file, '--json', '--map', map, '--rules', PACK);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      sheets: [
        {
          sheet: '企业表',
          headerRows: [1],
          firstDataRow: 2,
          lastDataRow: 5,
          columns: [
            { column: 'A', key: 'enterpriseName', clause: null, unit: null, factor: null, why: 'name' },
            { column: 'B', key: 'creditCode' },
            {
              column: 'D',
              header: '设备购置费(万元)',
              headerPath: ['设备购置费(万元)'],
              key: 'equipmentPurchase',
              unit: '千元',
              unitSource: { where: 'correction', cell: null },
              factor: '1000',
              scale: null,
            },
            { column: 'F', key: 'firstSetCertified' },
            { column: 'G', key: 'bidBond', factor: '1' },
            { column: 'H', key: null, clause: 'lakeside-2026/3.4', why: 'correction' },
          ],
          unmapped: [
            { column: 'C', header: '所属街道', why: 'unknown' },
            { column: 'E', header: '年度出口额(万美元)', why: 'correction' },
          ],
          skippedRows: [],
        },
      ],
    });
  });
});

describe('cases: single clauses, one a line', () => {
  function casesFile(...lines: readonly unknown[]): string {
    const file = path.join(folder, 'cases.jsonl');
    writeFileSync(
      file,
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    return file;
  }
  const right = {
    id: 'capped',
    entry: 'lakeside-2026/1.2',
    inputs: { equipmentPurchase: '25000000.13' },
    expected: {
      status: 'payable',
      uncapped: '2000000.01',
      cap: '2000000.00',
      amount: '2000000.00',
      capHit: true,
    },
  };
  const missing = {
    entry: 'lakeside-2026/1.1',
    inputs: { industryGroup: '磷化工', isAboveScale: true, grossOutput: null, grossOutputPrior: null },
    expected: { status: 'missing', missing: ['outputRank', 'grossOutputPrior', 'grossOutput'] },
  };

  test('all as expected; what is missing is a set', async () => {
    const file = casesFile(right, '', missing);
    expect(await run('cases', file, '--rules', PACK)).toEqual(done('2 个案例全部一致。\n'));
    expect(await run('cases', file, '--rules', PACK, '--lang', 'en')).toEqual(
      done('All 2 cases are equal.\n'),
    );
  });

  test('a difference is shown with what was expected, and ends with 1', async () => {
    const wrong = { ...right, expected: { ...right.expected, amount: '2000000.01', capHit: false } };
    const file = casesFile(right, wrong);
    expect(await run('cases', file, '--rules', PACK)).toEqual({
      exit: 1,
      out: 'capped\n  amount：应为 "2000000.01"，得到 "2000000.00"\n  capHit：应为 false，得到 true\n2 个案例，1 个不一致。\n',
      err: '',
    });
    expect(await run('cases', file, '--rules', PACK, '--lang', 'en')).toEqual({
      exit: 1,
      out: 'capped\n  amount: expected "2000000.01", got "2000000.00"\n  capHit: expected false, got true\n2 cases, 1 differ.\n',
      err: '',
    });
  });

  test('--json: a result a line, and so for a case that expects nothing', async () => {
    const result =
      '{"id":"capped","status":"payable","uncapped":"2000000.01","cap":"2000000.00","amount":"2000000.00","capHit":true,"missing":[],"payout":[[0,"1000000.00"],[1,"600000.00"],[2,"400000.00"]]}\n';
    const given =
      '{"id":"lakeside-2026/3.4#2","status":"payable","uncapped":"600000.00","cap":"500000.00","amount":"500000.00","capHit":true,"missing":[],"payout":[[0,"500000.00"]]}\n';
    const ceiling = {
      entry: 'lakeside-2026/3.4',
      inputs: { firstSetCertified: true },
      params: { analystAmount: '60万元' },
    };
    const file = casesFile(right, ceiling);
    expect(await run('cases', file, '--rules', PACK, '--json')).toEqual(done(result + given));
    expect(await run('cases', file, '--rules', PACK)).toEqual(done(`${given}1 个案例全部一致。\n`));
    expect(await run('cases', casesFile('', ceiling), '--rules', PACK)).toEqual(done(given));
  });

  test('the worked cases of the bundled policies', async () => {
    const file = path.join(root, 'test', 'data', 'cases.jsonl');
    const { exit, out } = await run('cases', file);
    expect({ exit, out }).toEqual({ exit: 0, out: '390 个案例全部一致。\n' });
  });

  test.each([
    ['[1]', ' 缺少 entry（条款）或 inputs（指标值）。', ' lacks entry (the clause) or inputs (the values).'],
    ['{', ' 不是正确的 JSON（每行一个案例）。', ' is not valid JSON (one case a line).'],
    [
      { entry: 'hillside-2026/1', inputs: {} },
      ' 没有条款 hillside-2026/1 所属的政策；有：lakeside-2026。',
      ' there is no policy for clause hillside-2026/1; there are: lakeside-2026.',
    ],
    [
      { entry: 'lakeside-2026/9', inputs: {} },
      ' lakeside-2026 没有条款“lakeside-2026/9”；有：lakeside-2026/1.1、lakeside-2026/1.2、lakeside-2026/1.3、lakeside-2026/2.1、lakeside-2026/2.2、lakeside-2026/2.2-uplift、lakeside-2026/3.1、lakeside-2026/3.2、lakeside-2026/3.4、lakeside-2026/3.5。',
      ' lakeside-2026 has no clause “lakeside-2026/9”; it has lakeside-2026/1.1, lakeside-2026/1.2, lakeside-2026/1.3, lakeside-2026/2.1, lakeside-2026/2.2, lakeside-2026/2.2-uplift, lakeside-2026/3.1, lakeside-2026/3.2, lakeside-2026/3.4, lakeside-2026/3.5.',
    ],
  ])('a line that is no case: %j; nothing is printed before it', async (line, zh, en) => {
    const file = casesFile(right, line);
    expect(await run('cases', file, '--rules', PACK, '--json')).toEqual({
      exit: 1,
      out: '',
      err: `${file}:2${zh}\n`,
    });
    expect(await run('cases', file, '--rules', PACK, '--lang', 'en')).toEqual({
      exit: 1,
      out: '',
      err: `${file}:2${en}\n`,
    });
  });
});

describe('rules', () => {
  test('list: policies, clauses and records', async () => {
    expect(await run('rules', 'list', '--rules', PACK)).toEqual(
      done(`lakeside-2026  湖滨区2026年促进实体经济若干措施
  lakeside-2026/1.1         产值增长奖励      金额确定  SUBSIDY_LS_OUTPUT_GROWTH
  lakeside-2026/1.2         技改设备补助      金额确定  SUBSIDY_LS_RENEWAL
  lakeside-2026/1.3         新增生产设备补助  金额确定  SUBSIDY_LS_NEW_EQUIPMENT
  lakeside-2026/2.1         出口奖励          金额确定  SUBSIDY_LS_TRADE
  lakeside-2026/2.2         购置办公用房补助  金额确定  SUBSIDY_LS_OFFICE
  lakeside-2026/2.2-uplift  重点总部上浮      未定金额  SUBSIDY_LS_OFFICE_UPLIFT
  lakeside-2026/3.1         数字化转型补助    金额确定  SUBSIDY_LS_DIGITAL
  lakeside-2026/3.2         示范企业奖励      金额确定  SUBSIDY_LS_MODEL
  lakeside-2026/3.4         首台套奖励        仅有上限  SUBSIDY_LS_FIRST_SET
  lakeside-2026/3.5         投标保证金减半    减负      SUBSIDY_LS_BID_BOND
  lakeside-2026/3.3         数字化专项预算    预算

`),
    );
    const { out } = await run('rules', 'list', '--rules', PACK, '--json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      policies: [
        {
          id: 'lakeside-2026',
          title: { en: 'Lakeside 2026: measures for the real economy' },
          rulesHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
          clauses: expect.arrayContaining([
            {
              id: 'lakeside-2026/1.2',
              kind: 'award',
              title: { zh: '技改设备补助', en: 'Equipment for renewal' },
            },
          ]) as unknown,
        },
      ],
    });
  });

  test('show: a rule in words, with the ids of figures and readings', async () => {
    expect(await run('rules', 'show', '1.1', '--rules', PACK)).toEqual(
      done(`lakeside-2026/1.1  产值增长奖励（金额确定）
  产值在本组排名前2名的规上企业，增速达12%的按产值0.2%奖励、上限30万元，达25%的按0.5%、上限60万元。
  牵头部门：区经济局
  领域：工业
  函数：POLICY.SUBSIDY_LS_OUTPUT_GROWTH
  指标：产业分组、是否规模以上、工业总产值、上年工业总产值、工业总产值增速（可选）、工业总产值组内排名（可选）
  其中：
    增速：工业总产值增速
    名次：工业总产值在同一产业分组内的名次
  条件：
    - 是否规模以上：是
    - 名次 ≤ 2名（仅当读法 ranking 为 condition）
  金额：25%: 增速 >= 25% → { base: grossOutput, rate: 0.5%, cap: 60万元 }; 12%: 增速 >= 12% → { base: grossOutput, rate: 0.2%, cap: 30万元 }
  数字（可在情景中改）：
    lakeside-2026/1.1#when.名次            2名
    lakeside-2026/1.1#tiers.25%.when.增速  25%
    lakeside-2026/1.1#tiers.25%.rate       0.5%
    lakeside-2026/1.1#tiers.25%.cap        60万元
    lakeside-2026/1.1#tiers.12%.when.增速  12%
    lakeside-2026/1.1#tiers.12%.rate       0.2%
    lakeside-2026/1.1#tiers.12%.cap        30万元
  读法 lakeside-2026/1.1#ranking：排名是否为奖励的条件
    * condition：须排名入围
      growth-only：增速达标即可
      首句以排名限定企业范围
`),
    );
    const { out } = await run('rules', 'show', 'lakeside-2026/2.2-uplift', '--rules', PACK, '--lang', 'en');
    expect(out).toBe(`lakeside-2026/2.2-uplift  Uplift for key headquarters (unquantified)
  Key headquarters receive an uplift on the office award at a rate set by the economy office.
  Lead department: 区商务局
  Field: 贸易楼宇
  Function: POLICY.SUBSIDY_LS_OFFICE_UPLIFT
  Inputs: Recognised headquarters enterprise, Self-used office floor area, Selected into the support list, Analyst-supplied uplift
  Conditions:
    - Selected into the support list: yes
  One of these must be payable: 2.2
  Amount: { uplift: [2.2], by: analystUplift, take: highest }
`);
    expect((await run('rules', 'show', '3.3', '--rules', PACK)).out)
      .toBe(`lakeside-2026/3.3  数字化专项预算（预算）
  专项资金每年200万元。
  牵头部门：区科技局
  领域：数字化
  数字（可在情景中改）：
    lakeside-2026/3.3#budget  200万元
`);
  });

  test('show: a clause that is not there', async () => {
    expect(await run('rules', 'show', '9.9', '--rules', PACK)).toEqual({
      exit: 1,
      out: '',
      err: '没有条款 9.9；subsidy rules list 列出全部条款。\n',
    });
    expect(await run('rules', 'show', '9.9', '--rules', PACK, '--lang', 'en')).toEqual({
      exit: 1,
      out: '',
      err: 'There is no clause 9.9; subsidy rules list shows them all.\n',
    });
  });

  test('check: a clean pack, and one with a warning, which is no failure', async () => {
    expect(await run('rules', 'check', PACK)).toEqual(done('没有发现问题：1 个政策，11 条。\n'));
    const rules = await rulesOfTwoYears(folder);
    const article = path.join(rules, 'lakeside-2026', '2.yaml');
    writeFileSync(
      article,
      readFileSync(article, 'utf8').replace('inputs: [exportUsd]', 'inputs: [exportUsd, revenue?]'),
    );
    const { exit, out, err } = await run('rules', 'check', rules);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out.split('\n')).toEqual([
      `${article}:17:25 警告[unused-input] inputs 列出的“revenue”没有用到。请用上它，或从 inputs 删去；只供参考的写入 forReference。`,
      '0 处错误，1 处警告。',
      '',
    ]);
    const json = JSON.parse((await run('rules', 'check', rules, '--json')).out) as unknown;
    expect(json).toMatchObject({
      schema: 1,
      diagnostics: [{ code: 'unused-input', severity: 'warning', file: article, line: 17, column: 25 }],
    });
  });

  test('test: examples that no longer hold are shown with their place, and end with 1', async () => {
    const rules = await rulesOfTwoYears(folder);
    const article = path.join(rules, 'lakeside-2026', '1.yaml');
    writeFileSync(
      article,
      readFileSync(article, 'utf8').replace('rate: 10%, cap: 150万元', 'rate: 10%, cap: 140万元'),
    );
    const { exit, out, err } = await run('rules', 'test', rules);
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('84 个示例，2 个不符。');
    expect(lines.filter((line) => line.startsWith(article))).toHaveLength(2);
    expect((await run('rules', 'test', PACK, '--lang', 'en')).out).toBe('Examples: 42, all pass.\n');
  });

  test('new: next year’s policy stands beside the old one and passes its own examples', async () => {
    const rules = path.join(folder, 'rules');
    cpSync(PACK, path.join(rules, 'lakeside-2026'), { recursive: true });
    const target = path.join(rules, 'lakeside-2027');
    expect(await run('rules', 'new', 'lakeside-2027', '--from', 'lakeside-2026', '--rules', rules)).toEqual(
      done(
        `已写出 4 个文件到 ${target}。\n接着：改 policy.yaml 的文号与日期，逐条修改，然后运行 subsidy rules check、subsidy rules test、subsidy rules diff lakeside-2026 lakeside-2027。\n`,
      ),
    );
    expect(readdirSync(rules)).toEqual(['lakeside-2026', 'lakeside-2027']);
    expect(readdirSync(target)).toEqual(['1.yaml', '2.yaml', '3.yaml', 'policy.yaml']);
    expect(await run('rules', 'check', rules)).toEqual(done('没有发现问题：2 个政策，22 条。\n'));
    expect(await run('rules', 'test', rules)).toEqual(done('84 个示例，全部通过。\n'));

    const again = ['rules', 'new', 'lakeside-2027', '--from', 'lakeside-2026', '--rules', rules];
    expect(await run(...again)).toEqual({
      exit: 1,
      out: '',
      err: `${target} 已经存在；请换一个 id，或先移走它。\n`,
    });
    expect(await run(...again, '--lang', 'en')).toEqual({
      exit: 1,
      out: '',
      err: `${target} exists already; choose another id or move it away first.\n`,
    });
    const { out } = await run(
      'rules',
      'new',
      'x',
      '--from',
      'lakeside-2026',
      '--rules',
      rules,
      '--lang',
      'en',
    );
    expect(out).toBe(
      `4 files written to ${path.join(rules, 'x')}.\nNext: set document and dates in policy.yaml, edit the clauses, then run subsidy rules check, subsidy rules test, subsidy rules diff lakeside-2026 x.\n`,
    );
  });

  test('diff: clause by clause, figure by figure', async () => {
    const rules = await rulesOfTwoYears(folder);
    const article = path.join(rules, 'lakeside-2027', '1.yaml');
    const text = readFileSync(article, 'utf8');
    writeFileSync(
      article,
      text
        .replace('rate: 8%, cap: 200万元', 'rate: 9%, cap: 200万元')
        .replace("payout: { shares: '5:3:2' }", "payout: { shares: '6:4' }")
        .replaceAll('recommended: condition', 'recommended: growth-only')
        .replace(/ {2}'1\.3':[^]*$/, ''),
    );
    const policy = path.join(rules, 'lakeside-2027', 'policy.yaml');
    writeFileSync(policy, readFileSync(policy, 'utf8').replace(/stacking:[^]*?approval:/, 'approval:'));
    expect(await run('rules', 'diff', 'lakeside-2026', 'lakeside-2027', '--rules', rules)).toEqual(
      done(`lakeside-2026 → lakeside-2027
  年度：2026 → 2027
  有效期：2026-01-08..2026-12-31 → 2027-01-08..2027-12-31
  不重复 equipment：1.2, 1.3 (highest) → 无
- 1.3  新增生产设备补助
~ 1.1  产值增长奖励
    推荐读法 ranking：condition → growth-only
~ 1.2  技改设备补助
    数字 rate：8% → 9%
    兑付：0: 5, 1: 3, 2: 2 → 0: 6, 1: 4
新增 0 条，删除 1 条，修改 2 条。
`),
    );
    const { out } = await run(
      'rules',
      'diff',
      'lakeside-2027',
      'lakeside-2026',
      '--rules',
      rules,
      '--lang',
      'en',
    );
    expect(out.split('\n').slice(3, 5)).toEqual([
      '  exclusive equipment: none → 1.2, 1.3 (highest)',
      '+ 1.3  New production equipment',
    ]);
    expect(out).toMatch(/\n1 added, 0 removed, 2 changed\.\n$/);
  });

  test('diff: a policy that is not there', async () => {
    expect(await run('rules', 'diff', 'lakeside-2026', 'lakeside-2027', '--rules', PACK)).toEqual({
      exit: 1,
      out: '',
      err: '没有政策 lakeside-2027；有：lakeside-2026。\n',
    });
    const { err } = await run('rules', 'diff', 'lakeside-2026', 'x', '--rules', PACK, '--lang', 'en');
    expect(err).toBe('There is no policy x; there are: lakeside-2026.\n');
  });
});

test('demo: the bundled sample, evaluated and annotated, with a summary', async () => {
  const target = path.join(folder, 'new', 'demo.xlsx');
  const { exit, out, err } = await run('demo', '--out', target);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const lines = out.split('\n');
  expect(lines.slice(0, 7)).toEqual([
    path.join('samples', 'xishan-2020.xlsx'),
    expect.stringMatching(/^ {2}企业统计 {2}2,000 户，识别 128 列，未用 1 列/) as unknown,
    '  提示的内容见 subsidy map。',
    '',
    '西山区2020年稳定经济运行20条措施（xishan-2020）',
    '  应享金额  172,817,590.02 元  785 户',
    '  上限金额    9,900,000.00 元   27 户',
  ]);
  expect(lines.slice(-2)).toEqual([`已写出 ${target}`, '']);
  expect(opened(target).sheets.map(({ name }) => name)).toEqual([
    '企业统计',
    '明细 xishan-2020',
    '汇总 xishan-2020',
  ]);
  const awards = columnOf(target, '企业统计', '应享金额(元)');
  expect(awards).toHaveLength(2000);
  const fen = awards.reduce((sum: number, award) => sum + Math.round(Number(award) * 100), 0);
  expect(fen).toBe(17281759002);
});
