import type { Clause, Policy } from '../../../src/rules';
import { policies, policy } from '../../engine/packs';
import { call, column, functionsWith, shownAll } from '../calls';

const functions = functionsWith();
const shownOf = async (name: string, ...values: unknown[]): Promise<unknown[][]> =>
  shownAll(await call(functions, name, ...values));

/** The same clauses as a pack of another name, as a pack that is loaded later might have. */
function copyOf(original: Policy): Policy {
  const clauses = [...original.clauses.values()].map((clause): [string, Clause] => {
    const id = clause.id.replace(original.id, 'copy-2020');
    return [id, { ...clause, id, policy: 'copy-2020' }];
  });
  return { ...original, id: 'copy-2020', clauses: new Map(clauses) };
}

describe('SUBSIDY: any clause by its id', () => {
  test('gives what the clause’s own function gives', async () => {
    const cells = column(450000, 6000000);
    const own = await shownOf('SUBSIDY_RENT_RELIEF', cells);
    expect(await shownOf('SUBSIDY', [['xishan-2020/4.4']], [cells])).toEqual(own);
    expect(await shownOf('SUBSIDY', 'xishan-2020/4.4', cells)).toEqual(own);
    expect(await shownOf('SUBSIDY', 'SUBSIDY_RENT_RELIEF', [cells])).toEqual(own);
  });

  test('takes overrides behind the inputs', async () => {
    expect(await shownOf('SUBSIDY', '4.4', [[[6e6]], null, null, null, [['cap', '50万元']]])).toEqual([
      [500000],
    ]);
  });

  test('of a measure without money says whether it applies', async () => {
    expect(await shownOf('SUBSIDY', 'xishan-2020/4.1-incubator', column(12000, 0))).toEqual([
      [true],
      [false],
    ]);
  });

  test('a clause that does not exist', async () => {
    const answer = async (name: unknown): Promise<unknown> => (await shownOf('SUBSIDY', name))[0]?.[0];
    expect(await answer('xishan-2020/4.44')).toMatch(
      /^#VALUE! 没有条款“xishan-2020\/4\.44”；相近的有：xishan-2020\/4\.1-project、.* 等。$/u,
    );
    expect(await answer('xishan-2020/19')).toMatch(
      /^#VALUE! 没有条款“xishan-2020\/19”；相近的有：xishan-2020\/19\./u,
    );
    expect(await answer('房租')).toBe('#VALUE! 没有条款“房租”；请写条款编号，如 "xishan-2020/19.2"。');
    expect(await answer(0)).toBe('#VALUE! 请写明条款，如 "xishan-2020/19.2"。');
  });

  test('a number that two policies have', async () => {
    const two = functionsWith({ policies: () => [...policies, copyOf(policy('xishan-2020'))] });
    expect(shownAll(await call(two, 'SUBSIDY', '4.4', [[100]]))).toEqual([
      ['#VALUE! “4.4”不止一条：xishan-2020/4.4、copy-2020/4.4；请写全。'],
    ]);
    expect(shownAll(await call(two, 'SUBSIDY', 'copy-2020/4.4', [[100]]))).toEqual([[20]]);
  });

  test('more arguments than the clause has', async () => {
    expect(await shownOf('SUBSIDY', '4.4', [null, null, null, null, null, [[1]], [[2]]])).toEqual([
      [
        '#VALUE! 条款 xishan-2020/4.4 有 4 个参数（减免租金总额、运营主体类型、减免开始日、减免结束日）和改数，给了 7 个。',
      ],
    ]);
  });
});

describe('SUBSIDY_FIGURE', () => {
  test('gives a figure in base units', async () => {
    expect(await shownOf('SUBSIDY_FIGURE', 'xishan-2020/4.4', 'cap')).toEqual([[1000000]]);
    expect(await shownOf('SUBSIDY_FIGURE', '4.4', 'xishan-2020/4.4#rate')).toEqual([[0.2]]);
  });

  test('lists all figures as a range of overrides wants them', async () => {
    const figures = await shownOf('SUBSIDY_FIGURE', '4.4', null);
    expect(figures).toContainEqual(['cap', '100万元']);
    const overrides = figures.filter(([name]) => name === 'cap').map(([name]) => [name, '50万元']);
    expect(await shownOf('SUBSIDY_RENT_RELIEF', [[6e6]], null, null, null, overrides)).toEqual([[500000]]);
  });

  test('says which figures there are', async () => {
    expect(await shownOf('SUBSIDY_FIGURE', '4.4', '上限')).toEqual([
      [expect.stringMatching(/^#VALUE! 条款 xishan-2020\/4\.4 没有数字“上限”；有：.*cap/u)],
    ]);
  });
});

describe('SUBSIDY_CLAUSE', () => {
  test('gives the title, or what is asked', async () => {
    expect(await shownOf('SUBSIDY_CLAUSE', '4.4', null)).toEqual([['减免房租补贴']]);
    expect(await shownOf('SUBSIDY_CLAUSE', '4.4', '函数')).toEqual([['POLICY.SUBSIDY_RENT_RELIEF']]);
    expect(await shownOf('SUBSIDY_CLAUSE', 4.4, '有效期')).toEqual([['2020-02-14 – 2020-12-31']]);
  });

  test('lists everything', async () => {
    const facts = await shownOf('SUBSIDY_CLAUSE', '4.4', '全部');
    expect(facts.map(([word]) => word)).toEqual(
      '标题,摘要,条款,类型,牵头部门,领域,项目,政策,有效期,函数,指标,条件,金额,说明'.split(','),
    );
  });

  test('in English for English users', async () => {
    const english = functionsWith({ lang: () => 'en' });
    expect(shownAll(await call(english, 'SUBSIDY_CLAUSE', '4.4', 'kind'))).toEqual([['award']]);
  });

  test('says what can be asked', async () => {
    expect(await shownOf('SUBSIDY_CLAUSE', '4.4', '颜色')).toEqual([
      [expect.stringMatching(/^#VALUE! 不能查“颜色”；可查：标题、摘要、/u)],
    ]);
  });
});

const HEADERS = [['企业名称', '统一社会信用代码', '减免租金总额(千元)']];
const ROWS = [
  ['甲公司', null, 450],
  ['乙公司', null, 6000],
  ['合计', null, 6450],
];

describe('SUBSIDY_EVALUATE', () => {
  test('spills the annotation, a line for every row; a total has none', async () => {
    const lines = await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS, 'xishan-2020', null);
    expect(lines.map(([award, , , caps, clauses]) => [award, caps, clauses])).toEqual([
      [90000, '', '4.4'],
      [1000000, '4.4', '4.4'],
      ['', '', ''],
    ]);
    expect(lines.map(({ length }) => length)).toEqual([8, 8, 8]);
  });

  test('gives the columns that are wanted, with headers if wanted', async () => {
    expect(
      await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS.slice(0, 2), 'xishan-2020', '封顶条款,应享金额,表头'),
    ).toEqual([
      ['封顶条款', '应享金额(元)'],
      ['', 90000],
      ['4.4', 1000000],
    ]);
  });

  test('needs no names: the rows of a formula are enterprises', async () => {
    expect(
      await shownOf(
        'SUBSIDY_EVALUATE',
        [['减免租金总额(元)']],
        column(450000, 100),
        'xishan-2020',
        '应享金额',
      ),
    ).toEqual([[90000], [20]]);
  });

  test('of all policies puts their columns side by side', async () => {
    const [line = []] = await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS.slice(0, 1), null, null);
    expect(line).toHaveLength(16);
  });

  test('a blank policy or list of columns, which arrives as 0, is one left out', async () => {
    const all = await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS, null, null);
    expect(await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS, [[0]], [[0]])).toEqual(all);
  });

  test('headers that say nothing are an error, not a table without awards', async () => {
    expect(
      await shownOf('SUBSIDY_EVALUATE', [['甲公司', 450, 12, '是', 7]], [['乙公司', 6, 3, '否', 8]]),
    ).toEqual([['#VALUE! “表头”里没有认出指标：“甲公司”、“450”、“12”、“是” 等；请核对表头所在的行。']]);
  });

  test('says what is wrong', async () => {
    expect(await shownOf('SUBSIDY_EVALUATE', [['甲', '乙']], [[1]], null, null)).toEqual([
      ['#VALUE! “表头”有 2 列，“数据行”有 1 列；应同样多。'],
    ]);
    expect(await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS, 'xishan-2021', null)).toEqual([
      ['#VALUE! 没有政策“xishan-2021”；有：kunming-2024、xishan-2020。'],
    ]);
    expect(await shownOf('SUBSIDY_EVALUATE', HEADERS, ROWS, null, '颜色')).toEqual([
      [expect.stringMatching(/^#VALUE! 没有结果列“颜色”；有：应享金额\(元\)、/u)],
    ]);
  });
});

describe('SUBSIDY_EXPLAIN', () => {
  test('spills the derivation: step, value, whether it holds', async () => {
    const lines = await shownOf('SUBSIDY_EXPLAIN', '4.4', HEADERS, [ROWS[1]]);
    expect(lines.every(({ length }) => length === 3)).toBe(true);
    expect(lines.flat().join('|')).toMatch(/6000000|600万元|6,000,000/u);
    expect(lines.flat().join('|')).toMatch(/100万元|1000000/u);
  });

  test('explains one row at a time', async () => {
    expect(await shownOf('SUBSIDY_EXPLAIN', '4.4', HEADERS, ROWS.slice(0, 2))).toEqual([
      ['#VALUE! “数据行”有 2 行；请只引用一行。'],
    ]);
  });

  test('of a total says that it is no enterprise', async () => {
    expect(await shownOf('SUBSIDY_EXPLAIN', '4.4', HEADERS, [ROWS[2]])).toEqual([
      [expect.stringMatching(/^#(?:N\/A|VALUE!) /u)],
    ]);
  });
});
