import { call, column, functionsWith, shownAll } from '../calls';

const functions = functionsWith();
const rent = async (overrides: unknown, cell: unknown = 6_000_000): Promise<unknown> =>
  shownAll(await call(functions, 'SUBSIDY_RENT_RELIEF', [[cell]], null, null, null, overrides));

describe('overrides', () => {
  test('a figure by its name within the clause, as a literal, a number or a share', async () => {
    expect(await rent([['cap', '150万元']])).toEqual([[1_200_000]]);
    expect(await rent([['cap', 1_500_000]])).toEqual([[1_200_000]]);
    expect(await rent([['rate', 0.1]])).toEqual([[600_000]]);
    expect(
      await rent([
        ['rate', '10%'],
        ['cap', '50万元'],
      ]),
    ).toEqual([[500_000]]);
  });

  test('a figure by its whole id', async () => {
    expect(await rent([['xishan-2020/4.4#cap', '50万元']])).toEqual([[500_000]]);
  });

  test('the unit of the cells', async () => {
    expect(await rent([['单位', '千元']], 450)).toEqual([[90_000]]);
    expect(await rent([['unit', '万元']], 45)).toEqual([[90_000]]);
    expect(await rent([['单位', '万元']], '450千元')).toEqual([[90_000]]);
  });

  test('blank lines and blank values change nothing', async () => {
    expect(
      await rent([
        [null, null],
        ['cap', null],
        ['', ''],
      ]),
    ).toEqual([[1_000_000]]);
  });

  test('hold for a whole column', async () => {
    const results = await call(functions, 'SUBSIDY_RENT_RELIEF', column(450, 9000), null, null, null, [
      ['单位', '千元'],
      ['cap', '150万元'],
    ]);
    expect(shownAll(results)).toEqual([[90_000], [1_500_000]]);
  });

  test('a reading by its name', async () => {
    const project = async (overrides: unknown): Promise<unknown> =>
      shownAll(await call(functions, 'SUBSIDY_COVID_RND_PROJECT', [['抗体检测']], [['是']], null, overrides));
    expect(await project(null)).toEqual([
      ['#N/A 条文只定上限 500,000.00 元；给出“补助金额（参数）”后可算。'],
    ]);
    expect(await project([['up-to', 'full']])).toEqual([[500_000]]);
  });

  test('single calls with different overrides do not meet', async () => {
    const results = await Promise.all([rent([['rate', 0.1]]), rent(null), rent([['cap', '50万元']])]);
    expect(results).toEqual([[[600_000]], [[1_000_000]], [[500_000]]]);
  });
});

describe('overrides that are wrong', () => {
  test('a name that the clause has not', async () => {
    expect(await rent([['上现', 1]])).toEqual([
      [
        expect.stringMatching(
          /^#VALUE! 改数中的“上现”不是条款 xishan-2020\/4\.4 的数字或读法；可写：.*cap.*、单位。$/u,
        ),
      ],
    ]);
  });

  test('a value of another kind', async () => {
    expect(await rent([['cap', '20%']])).toEqual([
      ['#VALUE! “20%”不能代替 xishan-2020/4.4#cap（原为 100万元）；请用同类单位书写。'],
    ]);
  });

  test('a unit of another kind', async () => {
    expect(await rent([['单位', '万㎡']])).toEqual([
      ['#VALUE! 改数中的单位“万㎡”不适合本函数的参数；参数的单位是：元。'],
    ]);
  });

  test('a range that is not two columns wide', async () => {
    expect(await rent([['cap', 1, 2]])).toEqual([['#VALUE! 参数“改数”应为两列的区域。']]);
  });

  test('an error value', async () => {
    expect(await rent([['cap', { code: '#REF!' }]])).toEqual([['#VALUE! 改数区域里有错误值 #REF!。']]);
  });
});

describe('what the text leaves to the departments', () => {
  test('a clause without an amount says what to give, and takes it', async () => {
    const interest = async (...values: unknown[]): Promise<unknown> =>
      shownAll(await call(functions, 'SUBSIDY_RELENDING_INTEREST', [[2e6]], [['是']], ...values));
    expect(await interest()).toEqual([
      [expect.stringMatching(/^#N\/A 符合条件，但条文未定金额；给出“.*”.*后可算。$/u)],
    ]);
    expect(await interest([[0.05]])).toEqual([[100_000]]);
    expect(await interest([['5%']], [[80_000]])).toEqual([[80_000]]);
  });

  test('a table of thresholds and amounts is a range of two columns', async () => {
    const growth = async (table: unknown): Promise<unknown> =>
      shownAll(await call(functions, 'SUBSIDY_KM_FOREIGN_TRADE_GROWTH', column(3e6, 12e6), table));
    expect(
      await growth([
        [1e6, 50_000],
        [1e7, '20万元'],
      ]),
    ).toEqual([[50_000], [200_000]]);
    expect(await growth([[1e6, null]])).toEqual([
      ['#VALUE! 参数“分档表（参数）”应为两列：门槛和金额，每行都要填。'],
    ]);
  });
});
