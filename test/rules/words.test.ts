import { type Clause, describeExpr, type Lang, type Policy } from '../../src/rules';
import { loadGood } from './packs';

function everything(): Policy {
  const [policy] = loadGood('everything').policies;
  if (policy === undefined) throw new Error('the pack does not load');
  return policy;
}
const policy = everything();

function clause(number: string): Clause {
  const found = policy.clauses.get(`test-2020/${number}`);
  if (found === undefined) throw new Error(`no clause ${number}`);
  return found;
}

function conditions(number: string, lang: Lang): readonly string[] {
  const { when, let: names } = clause(number);
  return when.map(({ expr }) => describeExpr(expr, policy, lang, names));
}

const lets = (number: string, lang: Lang): readonly string[] =>
  [...clause(number).let.values()].map((expr) => describeExpr(expr, policy, lang));

describe('conditions in words', () => {
  test('in Chinese, with the names of the vocabulary and of the lets', () => {
    expect(conditions('1', 'zh')).toEqual([
      '行业类别为批发业、零售业，且行业类别不为工业',
      '名次 ≤ 入围',
      '已给出上年产值，或已给出产值增速',
      '产值 > 0',
      '按读法（从严：产值 ≥ 1000万元；从宽：是）',
    ]);
    expect(conditions('2', 'zh')).toEqual([
      '开始日在政策年度内，且开始日在政策施行期内，且开始日在2019-11至2020-12-31之间',
      '年度 = 2020，或（年度 = 2020，或年度 = 2021），或2019 < 年度，或年度在2022内',
      '开始日 + 3年 ≥ 2020-02，且开始日 − 3个月 < 2020-12-31，且开始日 + 10日 ≠ 2020-05-01',
      '第几年为1年、2年、3年之一，且（入驻率 ≥ 70%，且入驻率 ≤ 100%）',
    ]);
    expect(conditions('7-uplift', 'zh')).toEqual(['是否总部企业：是']);
    expect(conditions('4', 'zh')[1]).toBe(
      '突破 > 0，且增量 > 0，且（称号级别为国家时为产值 > 0，否则为产值 ≥ 1万元）',
    );
  });

  test('in English, with what a Chinese let stands for', () => {
    expect(conditions('1', 'en')).toEqual([
      'Industry is 批发业 or 零售业 and Industry is not 工业',
      'rank by Output within Industry ≤ the value for Industry (批发业 10名, 零售业 8名)',
      'Output of last year is given or Growth of output is given',
      'Output > 0',
      'by reading (strict: Output ≥ 1000万元; loose: yes)',
    ]);
    expect(conditions('2', 'en')).toEqual([
      "Start date in the policy's year and Start date in the period in force and Start date from 2019-11 to 2020-12-31",
      'Reporting year = 2020 or (Reporting year = 2020 or Reporting year = 2021) or 2019 < Reporting year or Reporting year in 2022',
      'Start date + 3年 ≥ 2020-02 and Start date − 3个月 < 2020-12-31 and Start date + 10日 ≠ 2020-05-01',
      'Year of the subsidy is one of 1年, 2年, 3年 and (Occupancy ≥ 70% and Occupancy ≤ 100%)',
    ]);
    expect(conditions('7-uplift', 'en')).toEqual(['Headquarters: yes']);
    expect(conditions('9', 'en')).toEqual([
      'Tonnage ≥ 1万吨',
      'Employees × 1元 ≥ 30人 × 1元',
      'Rent × 1年 ≥ Rent × 1年',
    ]);
  });
});

test('values in words', () => {
  expect(lets('1', 'zh')).toEqual([
    '产值增速',
    '产值在同一行业类别内的名次',
    '按行业类别（批发业 10名、零售业 8名）',
    '按读法（从严：20%；从宽：15%）',
  ]);
  expect(lets('4', 'zh')).toEqual([
    '按称号级别（国家 60万元、省 40万元）',
    '产值首次突破的最高门槛（5000万元、1亿元）',
    '（产值 − 上年产值、0中的较高者） × 1倍 + （产值、上年产值中的较低者） ÷ 2倍 − -1元',
  ]);
  expect(lets('4', 'en')).toEqual([
    'the value for Title level (国家 60万元, 省 40万元)',
    'highest line newly passed by Output (5000万元, 1亿元)',
    '(the highest of Output − Output of last year, 0) × 1倍 + (the lowest of Output, Output of last year) ÷ 2倍 − -1元',
  ]);
});
