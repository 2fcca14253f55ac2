import type { CellMatrix } from '../../../src/functions';
import { argumentsFor, call, column, examplesOf, functionsWith, shown, shownAll } from '../calls';
import { policies } from '../../engine/packs';

const functions = functionsWith();
const rent = async (...values: unknown[]): Promise<unknown> =>
  shownAll(await call(functions, 'SUBSIDY_RENT_RELIEF', ...values));

/** Examples that can stand below one another: without readings and tables, and without ranks, which need a group. */
const comparable = policies
  .flatMap(examplesOf)
  .filter(({ example }) => Object.keys(example.readings).length === 0)
  .filter(({ example }) => !Object.values(example.parameters).some((value) => Array.isArray(value)))
  .filter(({ of }) => !usesRank(of.clause.when, of.clause.let, of.clause.award));

function usesRank(...parts: readonly unknown[]): boolean {
  return JSON.stringify(parts.map((part) => (part instanceof Map ? [...part] : part))).includes(
    '"op":"rank"',
  );
}

function columnsOf(rows: readonly (readonly unknown[])[]): unknown[][][] {
  const [first = []] = rows;
  return first.map((_, at) => column(...rows.map((row) => firstCell(row[at]))));
}

function firstCell(argument: unknown): unknown {
  const [row] = argument as readonly (readonly unknown[])[];
  return row?.[0];
}

/** The calls of a sheet in which three functions stand in every row. */
const SINGLE: readonly (readonly [string, (row: number) => unknown[]])[] = [
  ['SUBSIDY_RENT_RELIEF', (row) => [[[row * 100]]]],
  ['SUBSIDY_ONLINE_SALES', (row) => [[['零售业']], [[row * 10_000]]]],
  ['SUBSIDY_WHOLESALE_GROWTH', (row) => [[['批发业']], [['是']], [[row * 1e6]], [[row * 9e5]]]],
];

function singleCall(row: number): Promise<CellMatrix> {
  const [name, values] = SINGLE[row % SINGLE.length] ?? ['', () => []];
  return call(functions, name, ...values(row));
}

describe('减免房租补贴, 20 % of the rent that was cut, at most 1,000,000 yuan', () => {
  test('a cell gives one result', async () => {
    expect(await rent([[450000]])).toEqual([[90000]]);
  });

  test('a column spills one result below the other', async () => {
    expect(await rent(column(450000, 0, 5000000, 5000001, 6000000))).toEqual([
      [90000],
      [0],
      [1000000],
      [1000000],
      [1000000],
    ]);
  });

  test('a row of cells spills side by side', async () => {
    expect(await rent([[450000, 100]])).toEqual([[90000, 20]]);
  });

  test('one cell beside a column stands for all its rows', async () => {
    expect(await rent(column(100, 200), [['市场']])).toEqual([[20], [40]]);
    expect(await rent(column(100, 200), [['写字楼']])).toEqual(
      await rent(column(100, 200), column('写字楼', '写字楼')),
    );
  });

  test('cents that no double holds exactly come out to the fen', async () => {
    expect(await rent([[0.15]])).toEqual([[0.03]]);
    expect(await rent([[1.005]])).toEqual([[0.2]]);
    expect(await rent([[0.125]])).toEqual([[0.03]]);
  });

  test('numbers stored as text, and texts with a unit, are read', async () => {
    expect(await rent(column('450,000', '45万元', '４５００００'))).toEqual([[90000], [90000], [90000]]);
  });

  test('columns of different length are refused as a whole', async () => {
    expect(await rent(column(1, 2, 3), column('市场', '市场'))).toEqual([
      ['#VALUE! 各列长短不一：3 格与 2 格；请引用同样多的行。'],
    ]);
  });

  test('a column and a row do not go together', async () => {
    expect(await rent(column(1, 2), [['市场', '市场']])).toEqual([
      ['#VALUE! 有的参数是一列，有的是一行；请都用列。'],
    ]);
  });

  test('a range of several rows and columns is no argument', async () => {
    expect(
      await rent([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([['#VALUE! 参数“减免租金总额”有 2 行 2 列；请只引用一个单元格或一列。']]);
  });
});

describe('what cannot be used shows in its own row only', () => {
  test('a text where an amount belongs', async () => {
    expect(await rent(column(100, '约三千', 100))).toEqual([
      [20],
      ['#VALUE! “减免租金总额”的“约三千”不能用，应为金额。'],
      [20],
    ]);
  });

  test('errors in cells, as they come from Excel', async () => {
    const error = (code: string): unknown => ({ code, type: 'CustomFunctionError' });
    expect(await rent(column(error('#DIV/0!'), error('#N/A'), 100))).toEqual([
      ['#VALUE! “减免租金总额”的单元格是错误值 #DIV/0!。'],
      ['#N/A “减免租金总额”的单元格是错误值 #N/A。'],
      [20],
    ]);
  });

  test('an unusable cell that does not decide is no matter', async () => {
    const result = await call(functions, 'SUBSIDY_PRIVATE_SME', [['否']], [['是']], [['不详情']], [['是']]);
    expect(shownAll(result)).toEqual([[0]]);
  });

  test('a blank that decides is missing data, by name', async () => {
    const result = await call(functions, 'SUBSIDY_PRIVATE_SME', [['是']], [['是']], [[null]], [['是']]);
    expect(shownAll(result)).toEqual([['#N/A 缺数据：“营业收入”。']]);
  });

  test('null, an empty text and a dash are blanks', async () => {
    expect(await rent(column(null, '', '—'))).toEqual([[0], [0], [0]]);
  });
});

describe('ranks: the three with the highest exports receive 200,000, 150,000 and 100,000 yuan', () => {
  const usd = column(9e6, 5e6, 5e6, 3e6, 2e6);
  const own = column('是', '是', '是', '是', '是');

  test('are taken over the column; ties share a rank, and the next is skipped', async () => {
    const results = await call(functions, 'SUBSIDY_EXPORT_RANK', usd, own);
    expect(shownAll(results)).toEqual([[200000], [150000], [150000], [0], [0]]);
  });

  test('the official rank goes before the computed one', async () => {
    const results = await call(functions, 'SUBSIDY_EXPORT_RANK', usd, own, column(4, null, null, 1, 0));
    expect(shownAll(results)).toEqual([[0], [150000], [150000], [200000], [0]]);
  });

  test('cannot be taken over a single cell: the official rank is missing', async () => {
    const missing = [['#N/A 缺数据：“出口额排名”。']];
    expect(shownAll(await call(functions, 'SUBSIDY_EXPORT_RANK', [[9e6]], [['是']]))).toEqual(missing);
    expect(shownAll(await call(functions, 'SUBSIDY_EXPORT_RANK', [[9e6]], [['是']], [[2]]))).toEqual([
      [150000],
    ]);
  });

  test('calls made together know nothing of each other', async () => {
    const calls = usd.map(([cell]) => call(functions, 'SUBSIDY_EXPORT_RANK', [[cell]], [['是']]));
    const results = (await Promise.all(calls)).map(shownAll);
    expect(new Set(results.flat(2))).toEqual(new Set(['#N/A 缺数据：“出口额排名”。']));
  });
});

describe('a column is the same as its cells', () => {
  const names = new Set(comparable.map(({ of }) => of.name));

  test.each([...names])('%s', async (name) => {
    const rows = comparable
      .filter(({ of }) => of.name === name)
      .map(({ of, example }) => argumentsFor(of, example.inputs, example.parameters));
    const spilled = await call(functions, name, ...columnsOf(rows));
    const single = await Promise.all(rows.map((row) => call(functions, name, ...row)));
    expect(spilled.map(([cell]) => shown(cell))).toEqual(single.map((matrix) => shown(matrix[0]?.[0])));
  });
});

describe('many single calls in one turn', () => {
  test('10,000 are answered, each as if it were alone', async () => {
    const matrices = await Promise.all(Array.from({ length: 10_000 }, (_, row) => singleCall(row)));
    const results = matrices.map((matrix) => shown(matrix[0]?.[0]));
    expect([results[3], results[300], results[9999]]).toEqual([60, 6000, 199_980]);
    const alone = await Promise.all([4, 5, 5000, 9998].map((row) => singleCall(row).then(shownAll)));
    expect(alone).toEqual([4, 5, 5000, 9998].map((row) => [[results[row]]]));
  });
});
