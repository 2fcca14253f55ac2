import { creditCode, type TestCell } from './grid-of';
import { codesAtCell, columnsByLetter, readTable, valuesOf } from './read-back';

/** Tables as other bureaus make them: six enterprises under headers that no list has in this form. */

const NAMES = [
  '昆明甲机械制造有限公司',
  '云南乙磷化工有限公司',
  '昆明丙食品有限公司',
  '昆明丁商贸有限公司',
  '昆明戊建材有限公司',
  '云南己印务有限公司',
];

function enterprises(cellsOf: (at: number) => readonly TestCell[]): (readonly TestCell[])[] {
  return NAMES.map((name, at) => [name, ...cellsOf(at)]);
}

interface Stranger {
  readonly name: string;
  readonly headers: readonly (readonly TestCell[])[];
  readonly cells: (at: number) => readonly TestCell[];
  readonly merges?: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

const STRANGERS: readonly Stranger[] = [
  {
    name: 'planned figures beside actual ones, under one header',
    headers: [
      ['企业名称', '工业总产值（万元）', null, '完成率（%）'],
      [null, '计划', '实际', null],
    ],
    cells: (at) => [1000 + at, 1100 + at, 110],
    merges: ['A1:A2', 'B1:C1', 'D1:D2'],
    columns: { A: 'enterpriseName', B: '- proposal', C: 'grossOutput 10000', D: '- unknown' },
  },
  {
    name: 'the month beside the year, each with its growth',
    headers: [
      ['企业名称', '工业总产值（千元）', null, null, null, null, null],
      [null, '12月', '1-12月', '去年同期', null, '增长%', null],
      [null, null, null, '12月', '1-12月', '12月', '1-12月'],
    ],
    cells: (at) => [100 + at, 1100 + at, 90, 1000, 11, 10 + at / 10],
    merges: ['A1:A3', 'B1:G1', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2'],
    columns: {
      A: 'enterpriseName',
      B: '- notAnnual',
      C: 'grossOutput 1000',
      D: '- notAnnual',
      E: 'grossOutputPrior 1000',
      F: '- notAnnual',
      G: 'grossOutputGrowth 0.01',
    },
  },
  {
    name: 'codes of a statistical form before the headers',
    headers: [['A01 企业名称', 'B01工业总产值（千元）', 'B02、营业收入（千元）', '3 零售额（千元）']],
    cells: (at) => [100 + at, 90, 80],
    columns: {
      A: 'enterpriseName',
      B: 'grossOutput 1000',
      C: 'revenue 1000',
      D: 'retailSales 1000',
    },
  },
  {
    name: 'a row of codes below the headers',
    headers: [
      ['企业名称', '工业总产值（千元）', '营业收入（千元）'],
      ['A01', 'B01', 'B02-1'],
    ],
    cells: (at) => [100 + at, 90],
    columns: { A: 'enterpriseName', B: 'grossOutput 1000', C: 'revenue 1000' },
  },
  {
    name: 'a difference between a figure and its growth',
    headers: [['单位名称', '营业收入（万元）', '上年营业收入（万元）', '增减额（万元）', '增减（%）']],
    cells: (at) => [110 + at, 100, 10 + at, 10 + at],
    columns: {
      A: 'enterpriseName',
      B: 'revenue 10000',
      C: 'revenuePrior 10000',
      D: '- unknown',
      E: 'revenueGrowth 0.01',
    },
  },
  {
    name: 'a title that names the figure by two characters',
    headers: [['2020年规上工业企业产值完成情况（千元）'], ['企业名称', '本年累计', '上年同期', '同比（%）']],
    cells: (at) => [1100 + at, 1000, 10 + at / 10],
    columns: {
      A: 'enterpriseName',
      B: 'grossOutput 1000',
      C: 'grossOutputPrior 1000',
      D: 'grossOutputGrowth 0.01',
    },
  },
  {
    name: 'traditional characters',
    headers: [['企業名稱', '工業總產值（萬元）', '上年同期營業收入（千元）', '從業人員（人）']],
    cells: (at) => [1100 + at, 1000, 50],
    columns: {
      A: 'enterpriseName',
      B: 'grossOutput 10000',
      C: 'revenuePrior 1000',
      D: 'employeesTotal 1',
    },
  },
  {
    name: 'fields in hectares',
    headers: [['单位名称', '示范种植面积（公顷）', '可经营面积（亩）']],
    cells: (at) => [8 + at, 6],
    columns: { A: 'enterpriseName', B: 'plantedArea 15', C: '- unit' },
  },
];

describe('tables of strangers', () => {
  it.each(STRANGERS)('$name', ({ headers, cells, merges = [], columns }) => {
    const reading = readTable([...headers, ...enterprises(cells)], { policyYear: 2020 }, { merges });
    expect(columnsByLetter(reading)).toEqual(columns);
    expect(reading.data.rowNumbers).toHaveLength(NAMES.length);
  });
});

describe('numbers with a footnote’s mark', () => {
  it('are read without it, and shown', () => {
    const marked = ['1234*', '56.5①', '7,890※', '0*', '12.3万*', '5'];
    const reading = readTable([['企业名称', '营业收入（元）'], ...enterprises((at) => [marked[at]])]);
    expect(valuesOf(reading, 'revenue')).toEqual(['1234', '56.5', '7890', '0', '123000', '5']);
    expect(codesAtCell(reading)).toContain('B2 markedNumbers');
  });
});

describe('groups named once', () => {
  const groups = ['工业', null, null, '批发业', null, null];

  it('fill down to the left of the names, with a question', () => {
    const reading = readTable([
      ['行业类别', '所属街道', '企业名称', '营业收入（元）'],
      ...NAMES.map((name, at) => [groups[at], ['金碧街道', null][at % 2], name, 5]),
    ]);
    expect(valuesOf(reading, 'industry')).toEqual(['工业', '工业', '工业', '批发业', '批发业', '批发业']);
    // 金碧街道 comes again and again: a blank there is a blank.
    expect(reading.data.groups.get('所属街道')).toEqual([
      '金碧街道',
      null,
      '金碧街道',
      null,
      '金碧街道',
      null,
    ]);
    expect(codesAtCell(reading)).toContain('A3 filledDown');
  });

  it('fill down as the owners of projects that stand below', () => {
    const rows = [
      ['1', '昆明甲有限公司', '91530112MA000001XX', '一号线', 5],
      [null, null, null, '二号线', 6],
      [null, null, null, '三号线', 7],
      ['2', '昆明乙有限公司', '91530112MA000002XX', '新厂', 8],
    ];
    const heads = ['序号', '企业名称', '统一社会信用代码', '项目名称', '完成投资额（万元）'];
    const reading = readTable([heads, ...rows]);
    const [first, , , second] = rows;
    expect(valuesOf(reading, 'enterpriseName')).toEqual([first?.[1], first?.[1], first?.[1], second?.[1]]);
    expect(valuesOf(reading, 'creditCode')).toEqual([first?.[2], first?.[2], first?.[2], second?.[2]]);
    expect(codesAtCell(reading)).toEqual(expect.arrayContaining(['B3 filledDown', 'C3 filledDown']));
  });

  it.each([
    ['a number of its own', ['2', null, null, '二号线', 6]],
    ['a credit code of its own', [null, null, '91530112MA000003XX', '二号线', 6]],
  ])('do not fill down to a row with %s', (_, another) => {
    const reading = readTable([
      ['序号', '企业名称', '统一社会信用代码', '项目名称', '完成投资额（万元）'],
      ['1', '昆明甲有限公司', '91530112MA000001XX', '一号线', 5],
      another,
      ['3', '昆明乙有限公司', '91530112MA000002XX', '新厂', 8],
    ]);
    expect(valuesOf(reading, 'enterpriseName')).toEqual(['昆明甲有限公司', null, '昆明乙有限公司']);
  });

  it('fill down in columns by which totals are grouped', () => {
    const reading = readTable([
      ['片区', '企业名称', '营业收入（元）'],
      ...NAMES.map((name, at) => [groups[at], name, 5]),
    ]);
    expect(reading.data.groups.get('片区')).toEqual(['工业', '工业', '工业', '批发业', '批发业', '批发业']);
    expect(codesAtCell(reading)).toContain('A3 filledDown');
  });

  it('stay as they are to the right of the names', () => {
    const reading = readTable([['企业名称', '行业类别'], ...NAMES.map((name, at) => [name, groups[at]])]);
    expect(valuesOf(reading, 'industry')).toEqual(['工业', null, null, '批发业', null, null]);
  });

  it('stay as they are where the first enterprise has none', () => {
    const reading = readTable([['行业类别', '企业名称'], ...NAMES.map((name, at) => [groups[at + 1], name])]);
    expect(valuesOf(reading, 'industry')).toEqual([null, null, '批发业', null, null, null]);
    expect(codesAtCell(reading)).toEqual([]);
  });
});

describe('two tables side by side', () => {
  it('leave the second unread, and say so', () => {
    const header = ['企业名称', '营业收入（元）'];
    const reading = readTable([
      [...header, null, ...header],
      ...NAMES.slice(0, 3).map((name, at) => [name, 5, null, NAMES[at + 3], 7]),
    ]);
    expect(columnsByLetter(reading)).toEqual({
      A: 'enterpriseName',
      B: 'revenue 1',
      D: '- outside',
      E: '- outside',
    });
    expect(codesAtCell(reading)).toContain('D1 tableBeside');
  });
});

describe('headers that only the cells bear out', () => {
  const columnsUnder = (header: string): Record<string, string> =>
    columnsByLetter(
      readTable([
        ['统一社会信用代码', header, '营业收入（元）'],
        ...NAMES.map((name, at) => [creditCode(at), name, 5]),
      ]),
    );

  it('take names of enterprises where the header says no more than whose they are', () => {
    expect(columnsUnder('参评企业名称')).toMatchObject({ B: 'enterpriseName' });
    expect(columnsUnder('母公司名称')).toMatchObject({ B: '- unknown' });
  });
});

describe('marks and texts that may mean two things', () => {
  it('are asked about: ○ without ●, and months that may be days', () => {
    const reading = readTable([
      ['企业名称', '是否规上', '是否民营企业', '认定时间', '营业收入（元）'],
      ...enterprises((at) => ['●○'.charAt(at % 2), '○'.repeat((at + 1) % 2), 'Mar-20', 5]),
    ]);
    expect(columnsByLetter(reading)).toEqual({
      A: 'enterpriseName',
      B: 'isAboveScale',
      C: '- content',
      D: '- content',
      E: 'revenue 1',
    });
    expect(valuesOf(reading, 'isAboveScale')).toEqual([true, false, true, false, true, false]);
    expect(codesAtCell(reading)).toEqual(expect.arrayContaining(['C1 notAFlag', 'D1 contentMismatch']));
  });

  it('are asked about: a year that may be part of the name', () => {
    const reading = readTable([['企业名称', '全年固投完成额（万元）'], ...enterprises((at) => [100 + at])]);
    expect(columnsByLetter(reading)).toMatchObject({ B: '- ambiguous' });
    expect(codesAtCell(reading)).toContain('B1 ambiguousHeader');
  });
});

describe('a period in brackets', () => {
  it('is no unit where it is the year, and a question where it is the month', () => {
    const reading = readTable([
      ['企业名称', '办公用房租金（年）（元）', '养老保险缴费基数（月）'],
      ...enterprises(() => [500, 600]),
    ]);
    expect(columnsByLetter(reading)).toEqual({ A: 'enterpriseName', B: 'officeRent 1', C: '- unit' });
  });
});

test('what a column is asked to be is told, until the analyst says that it is nothing', () => {
  const rows = [['企业名称', '园区称号曾经获得的级别'], ...NAMES.map((name) => [name, '市级'])];
  const asked = readTable(rows);
  expect(asked.unmapped.map(({ why }) => why)).toEqual(['proposal']);
  expect(asked.data.asked).toEqual(
    new Set(asked.unmapped[0]?.alternatives.slice(0, 1).map(({ key }) => key)),
  );
});
