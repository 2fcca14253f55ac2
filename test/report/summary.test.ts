import {
  type AuditLine,
  type DetailColumnId,
  type DetailTable,
  detailTable,
  NO_REVIEWS,
  provenance,
  type SummaryCell,
  SummaryMismatch,
  summaryRows,
} from '../../src/report';
import { SummaryFigures } from '../../src/report/summary-figures';
import { type Lang, ZERO } from '../../src/rules';
import { evaluated, type Evaluated, type Row } from './lakeside';

const [A, B, C] = ['91530112MAWF3A3L3Q', '91530112MAYKDNNX75', '91530112MAWH8ULY8R'] as const;
const HEADER = [
  '企业名称',
  '统一社会信用代码',
  '所属街道',
  '设备购置费(元)',
  '自用办公用房建筑面积(㎡)',
  '是否认定总部企业',
  '是否认定首台（套）重大技术装备',
  '应缴投标保证金(元)',
];

function detailOf(table: Evaluated, groups: readonly string[], lang: Lang = 'zh'): DetailTable {
  return detailTable({
    outcome: table.policy,
    lang,
    groups,
    identity: table.identity,
    basis: () => ({ base: null, standard: null }),
    reviews: NO_REVIEWS,
  });
}

/** The same 明细 with other cells in a column, from the first line on. */
function withCells(
  detail: DetailTable,
  column: DetailColumnId,
  cells: readonly (string | number)[],
): DetailTable {
  const at = detail.at.get(column) ?? -1;
  const rows = detail.rows.map((row, index) => {
    const cell = cells[index];
    return cell === undefined ? row : row.with(at, cell);
  });
  return { ...detail, rows };
}

function summary(
  table: Evaluated,
  groups: readonly string[] = [],
  lang: Lang = 'zh',
  audit: readonly AuditLine[] = [],
): SummaryCell[][] {
  return summaryRows({
    outcome: table.policy,
    detail: detailOf(table, groups, lang),
    tableName: 'T',
    groups,
    provenance: ['第一行', '第二行'],
    audit,
    lang,
  });
}

/** A label's text, `formula → value`, or nothing. */
function shown(cell: SummaryCell): string {
  if (cell.kind === 'label') return cell.text;
  return cell.kind === 'amount' ? String(cell.value) : `${cell.formula} → ${cell.value}`;
}
const texts = (rows: readonly (readonly SummaryCell[])[]): string[][] => rows.map((row) => row.map(shown));

const inSheet = (...rows: readonly Row[]): Evaluated =>
  evaluated({ 企业表: [HEADER, ...rows] }, { groupBy: '所属街道' });

// 1.2: 8% of 1,000 is 80 and of 2,000 is 160; 2.2: 400 yuan for 10 ㎡, paid the year after; a ceiling; a saving.
const table = inSheet(
  ['甲', A, '东街', 1000, null, null, null, null],
  ['乙', B, '西街', 2000, 10, '是', null, 100],
  ['丙', C, null, null, null, null, '是', null],
);

describe('汇总: totals as formulas over 明细', () => {
  test('by clause, department, group and payout year, with what each formula comes to', () => {
    const status = 'T[测算结果]';
    const by = (column: string, row: number): string => `T[${column}],$A${row},${status}`;
    const sums = (column: string, row: number, values: readonly number[]): string[] => [
      `COUNTIFS(${by(column, row)},"应享") → ${values[0]}`,
      ...['应享', '仅有上限', '减负'].map(
        (word, index) => `SUMIFS(T[金额],${by(column, row)},"${word}") → ${values[index + 1]}`,
      ),
      `COUNTIFS(${by(column, row)},"未定金额") → 0`,
      `COUNTIFS(${by(column, row)},"缺数据") → 0`,
    ];
    const all = [
      `COUNTIFS(${status},"应享") → 3`,
      `SUMIFS(T[金额],${status},"应享") → 4240`,
      `SUMIFS(T[金额],${status},"仅有上限") → 500000`,
      `SUMIFS(T[金额],${status},"减负") → 50`,
      `COUNTIFS(${status},"未定金额") → 0`,
      `COUNTIFS(${status},"缺数据") → 0`,
    ];
    const heads = ['应享户次', '应享金额(元)', '上限金额(元)', '减负金额(元)', '未定金额户次', '缺数据户次'];
    const exact = (words: string): string => `SUMPRODUCT(EXACT(T[所属街道],"")*(${status}="${words}")`;
    const rows = texts(summary(table, ['所属街道']));
    expect(rows.slice(0, 33)).toEqual([
      ['湖滨区2026年促进实体经济若干措施 汇总'],
      ['第一行'],
      ['第二行'],
      [],
      ['按条款'],
      ['条款', '名称', ...heads],
      ['1.2', '技改设备补助', ...sums('条款', 7, [2, 240, 0, 0])],
      ['2.2', '购置办公用房补助', ...sums('条款', 8, [1, 4000, 0, 0])],
      ['3.4', '首台套奖励', ...sums('条款', 9, [0, 0, 500000, 0])],
      ['3.5', '投标保证金减半', ...sums('条款', 10, [0, 0, 0, 50])],
      ['合计', '', ...all],
      [],
      ['按牵头部门'],
      ['牵头部门', '', ...heads],
      ['区经济局', '', ...sums('牵头部门', 15, [2, 240, 0, 0])],
      ['区商务局', '', ...sums('牵头部门', 16, [1, 4000, 0, 0])],
      ['区科技局', '', ...sums('牵头部门', 17, [0, 0, 500000, 50])],
      ['合计', '', ...all],
      [],
      ['按所属街道'],
      ['所属街道', '', ...heads],
      ['东街', '', ...sums('所属街道', 22, [1, 80, 0, 0])],
      ['西街', '', ...sums('所属街道', 23, [2, 4160, 0, 50])],
      [
        '（空）',
        '',
        `${exact('应享')}) → 0`,
        `${exact('应享')},T[金额]) → 0`,
        `${exact('仅有上限')},T[金额]) → 500000`,
        `${exact('减负')},T[金额]) → 0`,
        `${exact('未定金额')}) → 0`,
        `${exact('缺数据')}) → 0`,
      ],
      ['合计', '', ...all],
      [],
      ['按兑付年度'],
      ['年度', '', '', '应享金额(元)'],
      // 240 is paid 5:3:2 from 2026, the 4,000 in 2027.
      ['2026', '', '', 'SUM(T[2026年兑付]) → 120'],
      ['2027', '', '', 'SUM(T[2027年兑付]) → 4072'],
      ['2028', '', '', 'SUM(T[2028年兑付]) → 48'],
      ['合计', '', '', 'SUM(D29:D31) → 4240'],
      [],
    ]);
  });

  test('in English', () => {
    const rows = texts(summary(table, [], 'en'));
    expect(rows[0]).toEqual(['Lakeside 2026: measures for the real economy summary']);
    expect(rows.slice(4, 7)).toEqual([
      ['By clause'],
      [
        'Clause',
        'Title',
        'Payable lines',
        'Award (CNY)',
        'Ceiling (CNY)',
        'Saving (CNY)',
        'Lines without amount',
        'Lines lacking data',
      ],
      [
        '1.2',
        'Equipment for renewal',
        'COUNTIFS(T[Clause],$A7,T[Result],"payable") → 2',
        'SUMIFS(T[Amount],T[Clause],$A7,T[Result],"payable") → 240',
        'SUMIFS(T[Amount],T[Clause],$A7,T[Result],"ceiling") → 0',
        'SUMIFS(T[Amount],T[Clause],$A7,T[Result],"saving") → 0',
        'COUNTIFS(T[Clause],$A7,T[Result],"unquantified") → 0',
        'COUNTIFS(T[Clause],$A7,T[Result],"missing data") → 0',
      ],
    ]);
  });

  test('clauses that no sheet has the columns for are listed with the columns', () => {
    const rows = texts(summary(table));
    const at = rows.findIndex(([first]) => first === '未评估的条款（表中没有所需的列）');
    expect(rows.slice(at)).toEqual([
      ['未评估的条款（表中没有所需的列）'],
      ['条款', '名称', '缺少的列'],
      ['1.1', '产值增长奖励', '产业分组、是否规模以上、工业总产值、上年工业总产值'],
      ['1.3', '新增生产设备补助', '新增生产设备投资额'],
      ['2.1', '出口奖励', '年度出口额'],
      ['2.2-uplift', '重点总部上浮', '是否入选扶持名单'],
      ['3.1', '数字化转型补助', '数字化转型投入'],
      ['3.2', '示范企业奖励', '绿色制造示范认定级别'],
    ]);
  });

  test('a pool: what is claimed, what it cuts, what is left', () => {
    const header = ['企业名称', '统一社会信用代码', '数字化转型投入(元)'];
    const claims = [A, B, C, '91530112MAYJGYLBXR'].map((code) => [`${code}公司`, code, 800000]);
    const rows = texts(summary(evaluated({ 企业表: [header, ...claims] })));
    const at = rows.findIndex(([first]) => first === '资金池');
    // 4 × 200,000 from a pool of 600,000.
    expect(rows.slice(at, at + 3)).toEqual([
      ['资金池'],
      ['条款', '名称', '应享户次', '应享金额(元)', '折减(元)', '折减后应享(元)'],
      [
        '3.1',
        '数字化转型补助',
        `COUNTIFS(T[条款],$A${at + 3},T[测算结果],"应享") → 4`,
        `SUMIFS(T[金额],T[条款],$A${at + 3},T[测算结果],"应享") → 800000`,
        `SUMIFS(T[资金池折减],T[条款],$A${at + 3},T[测算结果],"应享") → 200000`,
        `D${at + 3}-E${at + 3} → 600000`,
      ],
    ]);
  });

  test('a thousand findings are listed, of more the number', () => {
    const finding: AuditLine = {
      sheetName: '企业表',
      cell: 'A2',
      code: 'invalidNumber',
      severity: 'error',
      text: { zh: '不能读作数值', en: 'no number' },
      money: ZERO,
      open: 0,
      clauses: [],
    };
    const lines = (count: number, lang: Lang): readonly string[] | undefined =>
      texts(
        summary(
          table,
          [],
          lang,
          Array.from({ length: count }, () => finding),
        ),
      ).at(-1);
    expect(lines(1000, 'zh')).toEqual(['企业表!A2', '', '不能用', '0', '', '不能读作数值']);
    expect(lines(1001, 'zh')).toEqual([
      '另有 1 条没有列出：先处理以上各条，再重新测算；命令行的 --json 列出全部。',
    ]);
    expect(lines(1234, 'en')).toEqual([
      '234 more are not listed: work off those above and evaluate again; --json of the command line lists all.',
    ]);
  });

  test('texts that SUMIFS would take for the same are compared exactly', () => {
    const street = (name: string, code: string | null, fee: number): Row => [
      `${name}公司`,
      code,
      name,
      fee,
      null,
      null,
      null,
      null,
    ];
    const alike = inSheet(street('A座', A, 1000), street('a座', B, 2000), street('东*', C, 3000));
    const rows = texts(summary(alike, ['所属街道']));
    const at = rows.findIndex(([first]) => first === '按所属街道');
    const award = (row: number): string =>
      `SUMPRODUCT(EXACT(T[所属街道],$A${row})*(T[测算结果]="应享"),T[金额])`;
    expect(rows.slice(at + 2, at + 5).map((row) => [row[0], row[3]])).toEqual([
      ['A座', `${award(at + 3)} → 80`],
      ['a座', `${award(at + 4)} → 160`],
      ['东*', `${award(at + 5)} → 240`],
    ]);
  });

  test('4.1 and 4.10 are one number for SUMIFS, and two clauses', () => {
    const renamed = withCells(detailOf(table, []), 'clause', ['4.1', '4.10', '5']);
    const figures = new SummaryFigures(table.policy, renamed, 'T', 'zh');
    const count = (value: string): SummaryCell =>
      figures.count({ column: 'clause', value, cell: '$A1' }, 'payable');
    expect(count('4.10')).toMatchObject({
      formula: 'SUMPRODUCT(EXACT(T[条款],$A1)*(T[测算结果]="应享"))',
      value: 1,
    });
    expect(count('5')).toMatchObject({ formula: 'COUNTIFS(T[条款],$A1,T[测算结果],"应享")', value: 1 });
  });

  test('nothing to pay: every total is nought', () => {
    const rows = texts(summary(inSheet(['甲', A, '东街', 0, null, null, null, null])));
    expect(rows.filter(([first]) => first === '合计').map((row) => row.at(-1))).toEqual([
      'COUNTIFS(T[测算结果],"缺数据") → 0',
      'COUNTIFS(T[测算结果],"缺数据") → 0',
      '0 → 0',
    ]);
  });

  test('a figure that 明细 does not add up to is never written', () => {
    const wrong = withCells(detailOf(table, []), 'amount', [80.01]);
    const write = (): unknown =>
      summaryRows({
        outcome: table.policy,
        detail: wrong,
        tableName: 'T',
        groups: [],
        provenance: [],
        audit: [],
        lang: 'zh',
      });
    expect(write).toThrow(
      new SummaryMismatch(
        'lakeside-2026: SUMIFS(T[金额],T[条款],$A5,T[测算结果],"应享") gives 240.01, the engine 240.00',
      ),
    );
  });
});

describe('where figures come from', () => {
  const scenario = {
    figures: { 'lakeside-2026/1.2#cap': '150万元' },
    readings: { 'lakeside-2026/1.1#ranking': 'growth-only' },
    parameters: { analystRate: '5%' },
    amounts: { 'lakeside-2026/3.4': { analystAmount: '30万元' } },
  };
  const changed = evaluated(
    { 企业表: [HEADER, ['甲', A, '东街', 1000, null, null, null, null]] },
    { scenario },
  );
  const lines = (of: Evaluated, scenarioName: string | undefined, lang: Lang): string[] =>
    provenance({ outcome: of.policy, plan: of.plan, scenarioName, generator: 'subsidy 9.9.9', lang });

  test('policy, version of the rules, period, what was not checked, program', () => {
    expect(lines(table, undefined, 'zh')).toEqual([
      '湖滨区2026年促进实体经济若干措施',
      `规则版本：lakeside-2026 ${table.policy.policy.hash.slice(0, 12)}`,
      '适用期：2026',
      '未核查（表中没有列）：是否被查处偷漏税、是否在本区注册登记',
      'subsidy 9.9.9',
    ]);
  });

  test('a scenario is named, with everything it changes', () => {
    expect(lines(changed, '提高上限.json', 'zh').slice(3, 8)).toEqual([
      '情景：提高上限.json',
      '  1.2#cap：200万元 → 150万元',
      '  1.1#ranking：须排名入围 → 增速达标即可',
      '  补助比例（参数）：5%',
      '  3.4 补助金额（参数）：30万元',
    ]);
    expect(lines(changed, 'higher.json', 'en')).toEqual([
      'Lakeside 2026: measures for the real economy',
      `Rules: lakeside-2026 ${table.policy.policy.hash.slice(0, 12)}`,
      'As of: 2026',
      'Scenario: higher.json',
      '  1.2#cap: 200万元 → 150万元',
      '  1.1#ranking: must be among the first → growth is enough',
      '  Analyst-supplied rate: 5%',
      '  3.4 Analyst-supplied amount: 30万元',
      'Not checked (no column for it): Penalised for tax evasion in year, Registered in district',
      'subsidy 9.9.9',
    ]);
  });

  test('a scenario that does not touch the policy says so', () => {
    expect(lines(table, 'other.json', 'en')[4]).toBe('  changes nothing in this policy');
  });
});
