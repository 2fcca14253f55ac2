import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { A, B, C, D, ENTERPRISES, PACK, rulesOfTwoYears } from './lakeside';
import { run } from './run';
import { temporaryFolder, withColumn, writeWorkbook } from './workbook';

interface Result {
  readonly policies: readonly { readonly id: string; readonly asOf: string }[];
  readonly sheets: readonly {
    readonly sheet: string;
    readonly rows: readonly {
      readonly name: string | null;
      readonly award: string;
      readonly clauses: readonly { readonly id: string; readonly status: string }[];
    }[];
  }[];
  readonly totals: Readonly<Record<string, unknown>>;
}

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = writeWorkbook(folder, { 企业表: ENTERPRISES });
});

function inFolder(name: string, content: unknown): string {
  const target = path.join(folder, name);
  writeFileSync(target, JSON.stringify(content));
  return target;
}

/** What `--json -` gives. */
async function result(...options: readonly string[]): Promise<Result> {
  const { exit, out, err } = await run('evaluate', file, '--json', '-', ...options);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out) as Result;
}

const awards = ({ sheets }: Result): unknown =>
  Object.fromEntries(
    sheets.map(({ sheet, rows }) => [
      sheet,
      Object.fromEntries(rows.map(({ name, award }) => [name, award])),
    ]),
  );

describe('evaluate prints what a person wants to know', () => {
  test('what was read, what it comes to, clause by clause, and what is worth a look', async () => {
    const { exit, out, err } = await run(
      'evaluate',
      file,
      '--rules',
      PACK,
      '--group-by',
      '所属街道',
      '--out',
      path.join(folder, 'out.xlsx'),
    );
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toBe(`${file}
  企业表  4 户，识别 6 列，未用 2 列，提示 1 条
  提示的内容见 subsidy map。

湖滨区2026年促进实体经济若干措施（lakeside-2026）
  应享金额  2,170,000.00 元  3 户
  上限金额    500,000.00 元  1 户
  减负金额        500.00 元  1 户

  条款                户次    应享（元）
  1.2   技改设备补助     2  2,080,000.00
  2.1   出口奖励         2     90,000.00
  合计                   4  2,170,000.00

  兑付年度    应享（元）
  2026      1,130,000.00
  2027        624,000.00
  2028        416,000.00

  所属街道    应享（元）
  东街      2,060,000.00
  西街        110,000.00

  值得一看
    封顶                1
    缺数据              1  最多的是：设备购置费 1
    换一种读法结果不同  2
    未评估的条款        6  表中没有所需的列，见汇总或 --json
    未核查的事项        2  表中没有列：是否被查处偷漏税、是否在本区注册登记

已写出 ${path.join(folder, 'out.xlsx')}
`);
  });

  test('the same in English', async () => {
    const { out } = await run('evaluate', file, '--rules', PACK, '--lang', 'en');
    expect(out).toBe(`${file}
  企业表  4 rows, 6 columns taken, 2 left over, findings: 1
  subsidy map shows the findings.

Lakeside 2026: measures for the real economy (lakeside-2026)
  Award    CNY 2,170,000.00  3 rows
  Ceiling    CNY 500,000.00   1 row
  Saving         CNY 500.00   1 row

  Clause                         Lines   Award (CNY)
  1.2     Equipment for renewal      2  2,080,000.00
  2.1     Export award               2     90,000.00
  Total                              4  2,170,000.00

  Payout year   Award (CNY)
  2026         1,130,000.00
  2027           624,000.00
  2028           416,000.00

  Worth a look
    Caps hit                              1
    Missing data                          1  mostly: Equipment purchase cost 1
    Another reading gives another result  2
    Clauses not assessed                  6  for want of columns; see the summary sheet or --json
    Provisions not checked                2  no column for: Penalised for tax evasion in year, Registered in district
`);
  });

  test('a pool that does not suffice, sheets that are no tables, skipped rows', async () => {
    const claims = [A, B, C, D].map((code, index) => [`第${index + 1}公司`, code, 80]);
    const workbook = writeWorkbook(
      folder,
      {
        封面: [['湖滨区']],
        申报表: [['企业名称', '统一社会信用代码', '数字化转型投入(万元)'], ...claims, ['合计', null, 320]],
      },
      'pool.xlsx',
    );
    const { out } = await run('evaluate', workbook, '--rules', PACK);
    expect(out.split('\n').slice(0, 12)).toEqual([
      workbook,
      '  申报表  4 户，识别 3 列，未用 0 列，跳过 1 行',
      '  封面    未用（没有找到表头）',
      '',
      '湖滨区2026年促进实体经济若干措施（lakeside-2026）',
      '  应享金额    800,000.00 元  4 户',
      '  上限金额          0.00 元',
      '  减负金额          0.00 元',
      '  资金池折减  200,000.00 元',
      '  折减后应享  600,000.00 元',
      '',
      '  条款                  户次  应享（元）',
    ]);
  });
});

describe('options of evaluate', () => {
  test('--json writes the result to a file, or with - to standard output and nothing else', async () => {
    const json = path.join(folder, 'result.json');
    const { out } = await run('evaluate', file, '--rules', PACK, '--json', json);
    expect(out).toMatch(/\n已写出 .*result\.json\n$/);
    const written = JSON.parse(readFileSync(json, 'utf8')) as Result;
    expect(written).toEqual(await result('--rules', PACK));
    expect(awards(written)).toEqual({
      企业表: { 甲机械: '2060000.00', 乙电子: '80000.00', 丙贸易: '0.00', 丁食品: '30000.00' },
    });
  });

  test('--sheet: only these sheets', async () => {
    file = writeWorkbook(folder, { 一: ENTERPRISES, 二: ENTERPRISES, 三: ENTERPRISES });
    const names = async (...options: string[]): Promise<string[]> =>
      (await result('--rules', PACK, ...options)).sheets.map(({ sheet }) => sheet);
    expect(await names()).toEqual(['一', '二', '三']);
    expect(await names('--sheet', '三', '--sheet', '一')).toEqual(['一', '三']);
  });

  test('--policy: only these policies; without it all of the rules folder', async () => {
    const rules = await rulesOfTwoYears(folder);
    const ids = async (...options: string[]): Promise<string[]> =>
      (await result('--rules', rules, ...options)).policies.map(({ id }) => id);
    expect(await ids()).toEqual(['lakeside-2026', 'lakeside-2027']);
    expect(await ids('--policy', 'lakeside-2027')).toEqual(['lakeside-2027']);
  });

  test('--policy: mistakes in other policies are no obstacle', async () => {
    const rules = await rulesOfTwoYears(folder);
    writeFileSync(path.join(rules, 'lakeside-2026', '1.yaml'), 'not an article');
    const { policies } = await result('--rules', rules, '--policy', 'lakeside-2027');
    expect(policies.map(({ id }) => id)).toEqual(['lakeside-2027']);
  });

  test('--scenario: figures, readings, parameters, amounts of single clauses, a date', async () => {
    const scenario = inFolder('what-if.json', {
      figures: { 'lakeside-2026/1.2#rate': '5%' },
      readings: { 'lakeside-2026/2.1#part': 'pro-rata' },
      parameters: { analystCap: '60万元' },
      amounts: { 'lakeside-2026/3.4': { analystAmount: 300000 } },
      asOf: '2026-06',
    });
    const changed = await result('--rules', PACK, '--scenario', scenario);
    // 5% of 30,000,000 and of 1,000,000; 2.99, 0.99 and 1.5 million dollars at 30,000; 300,000 given for 3.4.
    expect(awards(changed)).toEqual({
      企业表: { 甲机械: '1589700.00', 乙电子: '350000.00', 丙贸易: '29700.00', 丁食品: '45000.00' },
    });
    expect(changed.policies).toMatchObject([
      {
        asOf: '2026-06',
        scenario: {
          figures: { 'lakeside-2026/1.2#rate': '5%' },
          amounts: { 'lakeside-2026/3.4': { analystAmount: '300000' } },
        },
      },
    ]);
  });

  test('--as-of: outside of its period nothing of the policy is in force', async () => {
    const { policies, sheets } = await result('--rules', PACK, '--as-of', '2027-03-01');
    expect(policies).toMatchObject([{ asOf: '2027-03-01' }]);
    expect(sheets[0]?.rows.flatMap(({ clauses }) => clauses.map(({ status }) => status))).toEqual(
      Array.from({ length: 6 }, () => 'notInForce'),
    );
  });

  test('--as-of goes before the date of the scenario', async () => {
    const scenario = inFolder('later.json', { asOf: '2027' });
    const options = ['--rules', PACK, '--scenario', scenario];
    expect((await result(...options)).totals).toMatchObject({ award: '0.00' });
    const { policies, totals } = await result(...options, '--as-of', '2026-12-31');
    expect(policies).toMatchObject([{ asOf: '2026-12-31' }]);
    expect(totals).toMatchObject({ award: '2170000.00' });
  });

  test('--map: a column is what the analyst says it is', async () => {
    const map = inFolder('map.json', {
      sheets: { 企业表: { columns: { D: { unit: '千元' }, E: null, G: 'newEquipmentInvestment' } } },
    });
    // 8% of 3,000,000 and 100,000; no exports; 10% of 1,000 yuan, which exceeds nothing and is not stacked.
    expect(awards(await result('--rules', PACK, '--map', map))).toEqual({
      企业表: { 甲机械: '240000.00', 乙电子: '8000.00', 丙贸易: '0.00', 丁食品: '0.00' },
    });
  });

  test('--group-by: totals by any column of texts; blanks stand under an empty name', async () => {
    const { totals } = await result('--rules', PACK, '--group-by', '所属街道');
    expect(totals).toMatchObject({ byGroup: { 东街: '2060000.00', 西街: '110000.00' } });
    const remarks = await result('--rules', PACK, '--group-by', '备注');
    expect(remarks.totals).toMatchObject({ byGroup: { 首次申报: '2060000.00', '': '110000.00' } });
  });

  test('a column headed <clause>拟补助金额 gives the amount row by row', async () => {
    file = writeWorkbook(folder, {
      企业表: withColumn(ENTERPRISES, ['首台套奖励拟补助金额(万元)', null, 60, null, null]),
    });
    const { sheets, totals } = await result('--rules', PACK);
    expect(sheets[0]?.rows[1]).toMatchObject({
      award: '580000.00',
      clauses: [
        { id: 'lakeside-2026/1.2' },
        { id: 'lakeside-2026/3.4', status: 'payable', cap: '500000.00' },
        {},
      ],
    });
    expect(totals).toMatchObject({ ceiling: '0.00' });
  });
});

test('a folder holds what was asked for and nothing else', async () => {
  await run(
    'evaluate',
    file,
    '--rules',
    PACK,
    '--json',
    path.join(folder, 'a.json'),
    '--out',
    path.join(folder, 'b.xlsx'),
  );
  expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'b.xlsx', 'in.xlsx']);
});
