import { detailTable, NO_REVIEWS } from '../../src/report';
import type { Lang } from '../../src/rules';
import { evaluated, type Evaluated, type Row } from './lakeside';

const HEADER = [
  '企业名称',
  '统一社会信用代码',
  '所属街道',
  '是否在本区注册登记',
  '是否被查处偷漏税',
  '设备购置费(元)',
  '新增生产设备投资额(元)',
  '是否认定总部企业',
  '自用办公用房建筑面积(㎡)',
  '数字化转型投入(元)',
  '是否认定首台（套）重大技术装备',
];
const [A, B, C] = ['91530112MAWF3A3L3Q', '91530112MAYKDNNX75', '91530112MAWH8ULY8R'];

type Lines = readonly Readonly<Record<string, string | number | null>>[];

/** The lines of 明细 by header; a line's blank cells are left out. */
function lines({ policy, identity }: Evaluated, lang: Lang = 'zh', groups: readonly string[] = []): Lines {
  const table = detailTable({
    outcome: policy,
    lang,
    groups,
    identity,
    basis: () => ({ base: '基数', standard: '标准' }),
    reviews: NO_REVIEWS,
  });
  return table.rows.map((row) =>
    Object.fromEntries(
      row.flatMap((cell, index) => (cell === null ? [] : [[table.headers[index] ?? '', cell]])),
    ),
  );
}

function inSheet(...rows: readonly Row[]): Evaluated {
  return evaluated({ 企业表: [HEADER, ...rows] }, { groupBy: '所属街道' });
}

describe('明细: one line for every enterprise and clause', () => {
  const renewal = ['甲', A, '东街', '是', '否', 25000000.13, 1000000, null, null, null, null];

  test('everything about a line, from the row to the approval', () => {
    expect(lines(inSheet(renewal), 'zh', ['所属街道'])).toEqual([
      {
        工作表: '企业表',
        行号: 2,
        统一社会信用代码: A,
        企业名称: '甲',
        所属街道: '东街',
        条款: '1.2',
        条款名称: '技改设备补助',
        牵头部门: '区经济局',
        测算结果: '应享',
        计算基数: '基数',
        标准: '标准',
        封顶前金额: 2000000.01,
        上限: 2000000,
        金额: 2000000,
        封顶削减: 0.01,
        '2026年兑付': 1000000,
        '2027年兑付': 600000,
        '2028年兑付': 400000,
        审批: '报区政府常务会议审定',
      },
      {
        工作表: '企业表',
        行号: 2,
        统一社会信用代码: A,
        企业名称: '甲',
        所属街道: '东街',
        条款: '1.3',
        条款名称: '新增生产设备补助',
        牵头部门: '区经济局',
        测算结果: '择优不重复',
        计算基数: '基数',
        标准: '标准',
        封顶前金额: 100000,
        上限: 1500000,
        金额: 100000,
        说明: '同项目择优，已取1.2',
      },
    ]);
  });

  test('the same in English', () => {
    expect(lines(inSheet(renewal), 'en', ['所属街道'])).toEqual([
      {
        Sheet: '企业表',
        Row: 2,
        'Unified social credit code': A,
        Enterprise: '甲',
        所属街道: '东街',
        Clause: '1.2',
        Title: 'Equipment for renewal',
        'Lead department': '区经济局',
        Result: 'payable',
        Base: '基数',
        'Rate or tier': '标准',
        'Before cap': 2000000.01,
        Cap: 2000000,
        Amount: 2000000,
        'Cut by the cap': 0.01,
        'Paid in 2026': 1000000,
        'Paid in 2027': 600000,
        'Paid in 2028': 400000,
        Approval: 'to the executive meeting of the district government',
      },
      {
        Sheet: '企业表',
        Row: 2,
        'Unified social credit code': A,
        Enterprise: '甲',
        所属街道: '东街',
        Clause: '1.3',
        Title: 'New production equipment',
        'Lead department': '区经济局',
        Result: 'superseded',
        Base: '基数',
        'Rate or tier': '标准',
        'Before cap': 100000,
        Cap: 1500000,
        Amount: 100000,
        Reason: 'same project: 1.2 is paid',
      },
    ]);
  });

  test('columns of the users stand at the end, to be filled in', () => {
    const { policy, identity } = inSheet(renewal);
    const { headers, kinds } = detailTable({
      outcome: policy,
      lang: 'zh',
      groups: [],
      identity,
      basis: () => ({ base: null, standard: null }),
      reviews: { extraHeaders: ['经办人'], carried: [] },
    });
    expect(headers.slice(-4)).toEqual(['核定金额', '审核意见', '状态', '经办人']);
    expect(kinds.slice(-4)).toEqual(['reviewMoney', 'review', 'review', 'extra']);
  });

  test('a group column headed like one of ours says that it is the sheet’s', () => {
    const rows = [
      ['企业名称', '统一社会信用代码', '状态', '设备购置费(元)'],
      ['甲', A, '在营', 100],
    ];
    const [line] = lines(evaluated({ 企业表: rows }, { groupBy: '状态' }), 'zh', ['状态']);
    expect(line).toMatchObject({ '状态（原表）': '在营', 金额: 8 });
  });
});

describe('why a line is not simply paid', () => {
  const reasons = (table: Evaluated, lang: Lang = 'zh'): unknown[] =>
    lines(table, lang).map((line) => [
      line['条款'] ?? line['Clause'],
      line['测算结果'] ?? line['Result'],
      line['说明'] ?? line['Reason'],
    ]);

  test('a veto, the scope, an amount that the text does not fix', () => {
    const table = inSheet(
      ['甲', A, '东街', '是', '是', 100, null, null, null, null, null],
      ['乙', B, '东街', '否', '否', 100, null, null, null, null, null],
      ['丙', C, '东街', '是', '否', null, null, null, null, null, '是'],
    );
    expect(reasons(table)).toEqual([
      ['1.2', '一票否决', '否决：是否被查处偷漏税'],
      ['1.2', '不在适用范围', '不符合：是否在本区注册登记'],
      ['3.4', '仅有上限', '文件只定上限，待核定'],
    ]);
    expect(reasons(table, 'en')).toEqual([
      ['1.2', 'vetoed', 'veto: Penalised for tax evasion in year'],
      ['1.2', 'not eligible', 'out of scope: Registered in district'],
      ['3.4', 'ceiling', 'the text fixes an upper bound only'],
    ]);
  });

  test('rows of one enterprise: repeated, or with different amounts', () => {
    const office = (area: number): Row => ['甲', A, '东街', '是', '否', null, null, '是', area, null, null];
    const repeated = inSheet(office(100), office(100));
    expect(reasons(repeated)).toEqual([
      ['2.2', '应享', undefined],
      ['2.2', '重复行', '与“企业表”第2行重复'],
    ]);
    expect(reasons(repeated, 'en')[1]).toEqual(['2.2', 'duplicate', 'repeats row 2 of “企业表”']);
    const different = inSheet(office(100), office(200));
    expect(reasons(different)).toEqual([
      ['2.2', '金额冲突', '同一企业在“企业表”第2行、“企业表”第3行金额不同，请核定'],
      ['2.2', '金额冲突', '同一企业在“企业表”第2行、“企业表”第3行金额不同，请核定'],
    ]);
    expect(reasons(different, 'en')[0]).toEqual([
      '2.2',
      'conflict',
      'one enterprise, different amounts in row 2 of “企业表”, row 3 of “企业表”: please decide',
    ]);
  });

  test('a clause that won in another row of the enterprise is named with its row', () => {
    const table = inSheet(
      ['甲', A, '东街', '是', '否', 100, null, null, null, null, null],
      ['甲', A, '东街', '是', '否', null, 1000, null, null, null, null],
    );
    expect(reasons(table)).toEqual([
      ['1.2', '择优不重复', '同项目择优，已取1.3（“企业表”第3行）'],
      ['1.3', '应享', undefined],
    ]);
    expect(reasons(table, 'en')[0]).toEqual([
      '1.2',
      'superseded',
      'same project: 1.3 (row 3 of “企业表”) is paid',
    ]);
  });

  test('a computed rank, and a reading that decided', () => {
    const header = ['企业名称', '产业分组', '是否规模以上', '工业总产值(元)', '上年工业总产值(元)'];
    const table = evaluated({
      企业表: [
        header,
        ['甲', '磷化工', '是', 11200, 10000],
        ['乙', '磷化工', '是', 5600, 5000],
        ['丙', '磷化工', '是', 1120, 1000],
      ],
    });
    const rank = (n: number): string => `第${n}名（共3户）按本表计算，请确认名单完整`;
    expect(reasons(table)).toEqual([
      ['1.1', '应享', rank(1)],
      ['1.1', '应享', rank(2)],
    ]);
    expect(reasons(table, 'en')[0]).toEqual([
      '1.1',
      'payable',
      'rank 1 of 3 is computed from this sheet; confirm that the list is complete',
    ]);
    const trade = evaluated({
      企业表: [
        ['企业名称', '年度出口额(美元)'],
        ['甲', 1500000],
      ],
    });
    expect(reasons(trade)).toEqual([['2.1', '应享', '换一种读法结果不同：不足100万美元的部分怎么算']]);
    expect(reasons(trade, 'en')).toEqual([
      ['2.1', 'payable', 'another reading gives another result: How does part of a million count'],
    ]);
  });

  test('what is missing', () => {
    const header = ['企业名称', '产业分组', '是否规模以上', '工业总产值(元)', '上年工业总产值(元)'];
    const table = evaluated({ 企业表: [header, ['甲', '磷化工', '是', null, 10000]] });
    expect(reasons(table)).toEqual([
      ['1.1', '缺数据', '缺：工业总产值、工业总产值组内排名；换一种读法结果不同：排名是否为奖励的条件'],
    ]);
  });
});

test('a pool that does not suffice has a column of what it cuts: 750,000 claimed, 600,000 there', () => {
  const header = ['企业名称', '统一社会信用代码', '数字化转型投入(元)'];
  const table = evaluated({
    企业表: [
      header,
      ['甲', A, 800000],
      ['乙', B, 800000],
      ['丙', C, 800000],
      ['丁公司', '91530112MAYJGYLBXR', 600000],
    ],
  });
  // 200,000 × 3 + 150,000; each keeps 600,000 / 750,000 = 80 %.
  expect(lines(table).map((line) => [line['金额'], line['资金池折减'], line['2026年兑付']])).toEqual([
    [200000, 40000, 200000],
    [200000, 40000, 200000],
    [200000, 40000, 200000],
    [150000, 30000, 150000],
  ]);
});
