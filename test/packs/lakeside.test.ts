import path from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { run } from '../cli/run';
import { columnsOf, temporaryFolder, writeWorkbook } from '../cli/workbook';

/**
 * A policy that does not exist, written in YAML alone by following docs/authoring-rules.md: what it takes to
 * add next year's policy, from the pack to the annotated workbook, without a line of code.
 */
const PACK = path.join(__dirname, 'lakeside-2026');

const ENTERPRISES = [
  [
    '企业名称',
    '统一社会信用代码',
    '所属街道',
    '是否在本区注册登记',
    '是否被查处偷漏税',
    '产业分组',
    '是否规模以上',
    '工业总产值(万元)',
    '上年工业总产值(万元)',
    '设备购置费(万元)',
    '新增生产设备投资额(万元)',
    '年度出口额(万美元)',
    '是否认定总部企业',
    '自用办公用房建筑面积(㎡)',
    '是否入选扶持名单',
    '数字化转型投入(万元)',
    '绿色制造示范级别',
  ],
  // Two and a half times 10% growth and first of its group: 0.5% of 125 million is 625,000, capped at 600,000.
  [
    '甲化工',
    '91530112MAWF3A3L3Q',
    '东街',
    '是',
    '否',
    '磷化工',
    '是',
    12500,
    10000,
    2500,
    1600,
    null,
    null,
    null,
    null,
    100,
    '国家',
  ],
  // 12% exactly, second: 0.2% of 112 million.
  [
    '乙化工',
    '91530112MAYKDNNX75',
    '东街',
    '是',
    '否',
    '磷化工',
    '是',
    11200,
    10000,
    null,
    null,
    299,
    null,
    null,
    null,
    80,
    null,
  ],
  // 20% but third: the ranking is a condition.
  [
    '丙化工',
    '91530112MAWH8ULY8R',
    '西街',
    '是',
    '否',
    '磷化工',
    '是',
    1200,
    1000,
    null,
    null,
    1600,
    null,
    null,
    null,
    60,
    '省',
  ],
  // Headquarters, 2,500 ㎡ at 400 yuan is a million, capped at 800,000; uplift by whatever the scenario says.
  [
    '丁总部',
    '91530112MAYJGYLBXR',
    '西街',
    '是',
    '否',
    null,
    '否',
    null,
    null,
    null,
    null,
    null,
    '是',
    2500,
    '是',
    50,
    null,
  ],
  // Would get 400 yuan for 500 ㎡, but evaded taxes.
  [
    '戊总部',
    '91530112MAYF4G8B9X',
    '西街',
    '是',
    '是',
    null,
    '否',
    null,
    null,
    null,
    null,
    null,
    '是',
    500,
    '否',
    null,
    null,
  ],
  // Not in the district.
  [
    '己贸易',
    '91530112MAWY17QX64',
    '东街',
    '否',
    '否',
    null,
    '否',
    null,
    null,
    null,
    null,
    300,
    null,
    null,
    null,
    null,
    null,
  ],
] as const;

interface Clause {
  readonly id: string;
  readonly status: string;
  readonly uncapped: string | null;
  readonly amount: string | null;
  readonly payout?: readonly unknown[];
  readonly supersededBy?: string;
}
interface Result {
  readonly policies: readonly { readonly id: string; readonly asOf: string }[];
  readonly sheets: readonly {
    readonly rows: readonly {
      readonly name: string;
      readonly award: string;
      readonly clauses: readonly Clause[];
    }[];
  }[];
  readonly totals: Readonly<Record<string, unknown>>;
}

async function evaluated(...options: readonly string[]): Promise<{ result: Result; out: string }> {
  const folder = temporaryFolder();
  const file = writeWorkbook(folder, { 企业表: ENTERPRISES });
  const [json, out] = [path.join(folder, 'out.json'), path.join(folder, 'out.xlsx')];
  const { exit, err } = await run(
    'evaluate',
    file,
    '--rules',
    PACK,
    '--json',
    json,
    '--out',
    out,
    ...options,
  );
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return { result: JSON.parse(readFileSync(json, 'utf8')) as Result, out };
}

function clausesOf({ sheets }: Result, name: string): readonly unknown[] {
  const row = sheets[0]?.rows.find((each) => each.name === name);
  return (row?.clauses ?? []).map(({ id, status, uncapped, amount }) => [id, status, uncapped, amount]);
}

describe('a policy written in YAML alone', () => {
  test('has no problem and passes its own examples', async () => {
    expect(await run('rules', 'check', PACK, '--lang', 'en')).toEqual({
      exit: 0,
      out: 'No problem found; policies: 1, entries: 11.\n',
      err: '',
    });
    expect(await run('rules', 'test', PACK, '--lang', 'en')).toEqual({
      exit: 0,
      out: 'Examples: 42, all pass.\n',
      err: '',
    });
  });

  test('tiers, rank, cap and payout; of two awards for one lot of equipment the higher is paid', async () => {
    const { result } = await evaluated();
    expect(result.policies).toMatchObject([{ id: 'lakeside-2026', asOf: '2026' }]);
    expect(clausesOf(result, '甲化工')).toEqual([
      ['lakeside-2026/1.1', 'payable', '625000.00', '600000.00'],
      ['lakeside-2026/1.2', 'payable', '2000000.00', '2000000.00'],
      ['lakeside-2026/1.3', 'superseded', '1600000.00', '1500000.00'],
      ['lakeside-2026/3.1', 'payable', '250000.00', '200000.00'],
      ['lakeside-2026/3.2', 'payable', '300000.00', '300000.00'],
    ]);
    expect(clausesOf(result, '乙化工')).toEqual([
      ['lakeside-2026/1.1', 'payable', '224000.00', '224000.00'],
      ['lakeside-2026/2.1', 'payable', '60000.00', '60000.00'],
      ['lakeside-2026/3.1', 'payable', '200000.00', '200000.00'],
    ]);
    expect(clausesOf(result, '丙化工')).toEqual([
      ['lakeside-2026/2.1', 'payable', '480000.00', '450000.00'],
      ['lakeside-2026/3.1', 'payable', '150000.00', '150000.00'],
      ['lakeside-2026/3.2', 'payable', '100000.00', '100000.00'],
    ]);
    const renewal = result.sheets[0]?.rows[0]?.clauses[1];
    expect(renewal?.payout).toEqual([
      [0, '1000000.00'],
      [1, '600000.00'],
      [2, '400000.00'],
    ]);
    expect(result.sheets[0]?.rows[0]?.clauses[2]?.supersededBy).toBe('lakeside-2026/1.2');
  });

  test('price per square metre, an uplift without a rate, a veto and the scope', async () => {
    const { result } = await evaluated();
    expect(clausesOf(result, '丁总部')).toEqual([
      ['lakeside-2026/2.2', 'payable', '1000000.00', '800000.00'],
      ['lakeside-2026/2.2-uplift', 'unquantified', null, null],
      ['lakeside-2026/3.1', 'payable', '125000.00', '125000.00'],
    ]);
    expect(clausesOf(result, '戊总部')).toEqual([['lakeside-2026/2.2', 'vetoed', '200000.00', '200000.00']]);
    expect(clausesOf(result, '己贸易')).toEqual([
      ['lakeside-2026/2.1', 'notEligible', '90000.00', '90000.00'],
    ]);
  });

  test('totals: the pool of 600,000 is short of the 675,000 claimed', async () => {
    const { result } = await evaluated('--group-by', '所属街道');
    // 1.1: 600,000 + 224,000; 1.2: 2,000,000; 2.1: 60,000 + 450,000; 2.2: 800,000;
    // 3.1: 200,000 + 200,000 + 150,000 + 125,000; 3.2: 300,000 + 100,000.
    expect(result.totals).toMatchObject({
      award: '5209000.00',
      ceiling: '0.00',
      saving: '0.00',
      poolReduction: '75000.00',
      awardAfterPools: '5134000.00',
      byClause: {
        'lakeside-2026/1.1': '824000.00',
        'lakeside-2026/1.2': '2000000.00',
        'lakeside-2026/2.1': '510000.00',
        'lakeside-2026/2.2': '800000.00',
        'lakeside-2026/3.1': '675000.00',
        'lakeside-2026/3.2': '400000.00',
      },
      byDepartment: { 区经济局: '2824000.00', 区商务局: '1310000.00', 区科技局: '1075000.00' },
      byPayoutYear: { '2026': '3409000.00', '2027': '1400000.00', '2028': '400000.00' },
      byGroup: { 东街: '3584000.00', 西街: '1625000.00' },
    });
  });

  test('a scenario changes a figure, a reading, and gives the uplift its rate', async () => {
    const scenario = path.join(temporaryFolder(), 'higher.json');
    writeFileSync(
      scenario,
      JSON.stringify({
        figures: { 'lakeside-2026/1.1#tiers.25%.cap': '62万元', 'lakeside-2026/3.1#pool': '70万元' },
        readings: { 'lakeside-2026/1.1#ranking': 'growth-only', 'lakeside-2026/2.1#part': 'pro-rata' },
        amounts: { 'lakeside-2026/2.2-uplift': { analystUplift: '12.5%' } },
      }),
    );
    const { result } = await evaluated('--scenario', scenario);
    expect(clausesOf(result, '甲化工')[0]).toEqual([
      'lakeside-2026/1.1',
      'payable',
      '625000.00',
      '620000.00',
    ]);
    expect(clausesOf(result, '乙化工')[1]).toEqual(['lakeside-2026/2.1', 'payable', '89700.00', '89700.00']);
    expect(clausesOf(result, '丙化工')[0]).toEqual(['lakeside-2026/1.1', 'payable', '24000.00', '24000.00']);
    expect(clausesOf(result, '丁总部')[1]).toEqual([
      'lakeside-2026/2.2-uplift',
      'payable',
      '100000.00',
      '100000.00',
    ]);
    expect(result.totals).toMatchObject({ poolReduction: '0.00' });
  });

  test('the annotated workbook speaks of its clauses', async () => {
    const { out } = await evaluated();
    const columns = columnsOf(out, '企业表');
    expect(columns['应享金额(元)']).toEqual([3100000, 484000, 700000, 925000, 0, 0]);
    expect(columns['封顶条款']).toEqual(['1.1；3.1', null, '2.1', '2.2', null, null]);
    expect(columns['适用条款']).toEqual([
      '1.1；1.2；3.1；3.2',
      '1.1；2.1；3.1',
      '2.1；3.1；3.2',
      '2.2；2.2-uplift（未定金额）；3.1',
      '2.2（一票否决）',
      '2.1（不在适用范围）',
    ]);
    expect(columns['不重复条款']).toEqual(['1.3（已取1.2）', null, null, null, null, null]);
    expect(columns['审批']).toEqual([
      '1.1、1.2：报区政府常务会议审定',
      null,
      null,
      '2.2：报区政府常务会议审定',
      null,
      null,
    ]);
  });
});
