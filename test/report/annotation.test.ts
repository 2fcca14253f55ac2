import { annotationColumns } from '../../src/report';
import type { Lang } from '../../src/rules';
import { evaluated, type Evaluated } from './lakeside';

const HEADER = [
  '企业名称',
  '统一社会信用代码',
  '是否在本区注册登记',
  '是否被查处偷漏税',
  '设备购置费(元)',
  '新增生产设备投资额(元)',
  '是否认定总部企业',
  '自用办公用房建筑面积(㎡)',
  '是否认定首台（套）重大技术装备',
  '应缴投标保证金(元)',
  '产业分组',
  '是否规模以上',
  '工业总产值(元)',
  '上年工业总产值(元)',
];
const [A, B, C, D] = ['91530112MAWF3A3L3Q', '91530112MAYKDNNX75', '91530112MAWH8ULY8R', '91530112MAYJGYLBXR'];

const sheet = evaluated({
  企业表: [
    HEADER,
    // 8% of 25,000,000.13 is 2,000,000.01, capped at 2,000,000; 10% of 1,000,000 is less and is not paid.
    ['甲', A, '是', '否', 25000000.13, 1000000, null, null, null, null, null, '否', null, null],
    // A ceiling of 500,000, and half of a bid bond of 0.01.
    ['乙', B, '是', '否', null, null, null, null, '是', 0.01, null, '否', null, null],
    // The same office twice, in different sizes: 400,000 against 200,000 to be decided.
    ['丙', C, '是', '否', null, null, '是', 1000, null, null, null, '否', null, null],
    ['丙', C, '是', '否', null, null, '是', 500, null, null, null, '否', null, null],
    // Evaded taxes.
    ['丁', D, '是', '是', 100, null, null, null, null, null, null, '否', null, null],
    // Output of the year is missing.
    ['戊', null, '是', '否', null, null, null, null, null, null, '磷化工', '是', null, 1000],
    // Not in the district.
    ['己', null, '否', '否', 100, null, null, null, null, null, null, '否', null, null],
  ],
});

function columns(
  { policy }: Evaluated,
  lang: Lang,
  named = false,
): Readonly<Record<string, readonly unknown[]>> {
  const [first] = policy.sheets;
  if (first === undefined) throw new Error('no sheet');
  return Object.fromEntries(
    annotationColumns(policy, first, lang, named).map(({ header, values }) => [header, values]),
  );
}

describe('the columns beside the data', () => {
  test('money of its three kinds, what was capped, applies, is not stacked, is missing and goes to whom', () => {
    expect(columns(sheet, 'zh')).toEqual({
      '应享金额(元)': [2000000, 0, 0, 0, 0, 0, 0],
      '上限金额(元)': [0, 500000, 0, 0, 0, 0, 0],
      '减负金额(元)': [0, 0.01, 0, 0, 0, 0, 0],
      封顶条款: ['1.2', null, null, null, null, null, null],
      适用条款: [
        '1.2',
        '3.4（仅有上限）；3.5（减负）',
        null,
        null,
        '1.2（一票否决）',
        null,
        '1.2（不在适用范围）',
      ],
      不重复条款: ['1.3（已取1.2）', null, '2.2（金额冲突）', '2.2（金额冲突）', null, null, null],
      缺失数据: [null, null, null, null, null, '1.1：工业总产值、工业总产值组内排名', null],
      审批: ['1.2：报区政府常务会议审定', null, null, null, null, null, null],
    });
  });

  test('the same in English', () => {
    expect(columns(sheet, 'en')).toMatchObject({
      'Award (CNY)': [2000000, 0, 0, 0, 0, 0, 0],
      'Caps hit': ['1.2', null, null, null, null, null, null],
      'Applicable clauses': [
        '1.2',
        '3.4 (ceiling); 3.5 (saving)',
        null,
        null,
        '1.2 (vetoed)',
        null,
        '1.2 (not eligible)',
      ],
      'Not stacked': [
        '1.3 (1.2 is paid instead)',
        null,
        '2.2 (conflict)',
        '2.2 (conflict)',
        null,
        null,
        null,
      ],
      'Missing data': [
        null,
        null,
        null,
        null,
        null,
        '1.1: Gross industrial output value (current year), Output rank',
        null,
      ],
      Approval: [
        '1.2: to the executive meeting of the district government',
        null,
        null,
        null,
        null,
        null,
        null,
      ],
    });
  });

  test('where several policies stand on a sheet each header names its policy', () => {
    expect(Object.keys(columns(sheet, 'zh', true))).toEqual([
      '应享金额(元) lakeside-2026',
      '上限金额(元) lakeside-2026',
      '减负金额(元) lakeside-2026',
      '封顶条款 lakeside-2026',
      '适用条款 lakeside-2026',
      '不重复条款 lakeside-2026',
      '缺失数据 lakeside-2026',
      '审批 lakeside-2026',
    ]);
  });

  test('a row that repeats another is said to', () => {
    const office = ['丙', C, '是', '否', null, null, '是', 1000, null, null, null, '否', null, null];
    expect(columns(evaluated({ 企业表: [HEADER, office, office] }), 'zh')).toMatchObject({
      '应享金额(元)': [400000, 0],
      不重复条款: [null, '2.2（重复行）'],
    });
  });
});
