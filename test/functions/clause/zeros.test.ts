import type { BlankResolver, ZeroCell, Zeros } from '../../../src/functions';
import { call, column, functionsWith, shownAll } from '../calls';

/**
 * 批发业绩补助 (9.3.3) by growth: sales of this and last year are statistics, so a blank is missing data, while a
 * 0 is a figure. On the web a blank arrives as null, on the desktop as 0.
 */
function salesFunction(zeros: Zeros): (values: unknown[], addresses?: unknown[]) => Promise<unknown[][]> {
  const found = functionsWith({ zeros: () => zeros }).get('SUBSIDY_WHOLESALE_GROWTH');
  if (found === undefined) throw new Error('no function');
  return async (values, addresses) =>
    shownAll(await found({ values, ...(addresses === undefined ? {} : { addresses }) }));
}

const sales = (zeros: Zeros, values: unknown[], addresses?: unknown[]): Promise<unknown[][]> =>
  salesFunction(zeros)(values, addresses);

const row = (current: unknown, prior: unknown): unknown[] => [[['批发业']], [['是']], [[current]], [[prior]]];
const MISSING = '#N/A 缺数据：“商品销售额”。';
const OPEN = '#N/A “商品销售额”为 0 还是空白，结果不同，而 Excel 没有说明；请填上数字，或引用别处。';

describe('a host that passes blanks on as null', () => {
  test('a blank is missing data, a 0 is a figure', async () => {
    expect(await sales('real', row(null, 5e8))).toEqual([[MISSING]]);
    expect(await sales('real', row(0, 5e8))).toEqual([[0]]);
  });
});

describe('a host that passes blanks on as 0, and nobody to ask', () => {
  test('a 0 that decides is neither taken for a figure nor for a blank', async () => {
    expect(await sales('unknown', row(0, 5e8))).toEqual([[OPEN]]);
  });

  test('a 0 that decides nothing is no matter', async () => {
    expect(await sales('unknown', [[['零售业']], [['是']], [[0]], [[5e8]]])).toEqual([[0]]);
    expect(await sales('unknown', row(9e10, 0))).toEqual(await sales('real', row(9e10, null)));
  });

  test('where a blank is 0 by the vocabulary there is no question', async () => {
    const functions = functionsWith({ zeros: () => 'unknown' });
    expect(shownAll(await call(functions, 'SUBSIDY_RENT_RELIEF', [[0]]))).toEqual([[0]]);
  });

  test('only the rows that it decides are open', async () => {
    const values = [[['批发业']], [['是']], column(0, 6e8, 0), column(5e8, 5e8, 4e8)];
    const [first, second, third] = await sales('unknown', values);
    expect([first, third]).toEqual([[OPEN], [OPEN]]);
    expect(second).toEqual([expect.any(Number)]);
  });

  test('a 0 written into the formula is a figure', async () => {
    const addresses = ['S!A2', 'S!B2', null, 'S!D2'];
    expect(await sales('unknown', row(0, 5e8), addresses)).toEqual([[0]]);
  });
});

describe('a host that passes blanks on as 0, with someone to ask', () => {
  /** Cells of column C are blank in even rows. */
  function resolver(): BlankResolver & { readonly asked: ZeroCell[][] } {
    const asked: ZeroCell[][] = [];
    return {
      asked,
      areBlank: (cells) => {
        asked.push([...cells]);
        return Promise.resolve(cells.map(({ row: at }) => at % 2 === 0));
      },
    };
  }
  const addresses = ['S!A2', 'S!B2', 'S!C2:C4', 'S!D2:D4'];

  test('the cells that matter are asked about, all at once', async () => {
    const zeros = resolver();
    const values = [[['批发业']], [['是']], column(0, 0, 6e8), column(5e8, 5e8, 5e8)];
    const results = await sales(zeros, values, addresses);
    expect(results).toEqual([[MISSING], [0], [expect.any(Number)]]);
    expect(zeros.asked).toEqual([
      [
        { address: 'S!C2:C4', row: 0, column: 0 },
        { address: 'S!C2:C4', row: 1, column: 0 },
      ],
    ]);
  });

  test('nobody is asked where no 0 matters', async () => {
    const zeros = resolver();
    await sales(zeros, [[['零售业']], [['是']], column(0, 0, 0), column(1, 2, 3)], addresses);
    expect(zeros.asked).toEqual([]);
  });

  test('without addresses nobody can be asked, and the result stays open', async () => {
    expect(await sales(resolver(), row(0, 5e8))).toEqual([[OPEN]]);
  });

  test('single calls of one turn are asked about together', async () => {
    const zeros = resolver();
    const ask = salesFunction(zeros);
    const calls = [2, 3].map((at) => ask(row(0, 5e8), [null, null, `S!C${at}`, `S!D${at}`]));
    expect(await Promise.all(calls)).toEqual([[[MISSING]], [[MISSING]]]);
    expect(zeros.asked.map((cells) => cells.map(({ address }) => address))).toEqual([['S!C2', 'S!C3']]);
  });
});

describe('a host that passes blanks on as 0, with answers that are not all there', () => {
  const addresses = ['S!A2', 'S!B2', 'S!C2:C4', 'S!D2:D4'];
  const answering = (...answers: readonly (boolean | undefined)[]): BlankResolver => ({
    areBlank: (cells) => Promise.resolve(cells.map((_, at) => answers[at])),
  });

  test('a cell of which nothing is learnt stays open, the others are settled', async () => {
    const values = [[['批发业']], [['是']], column(0, 0, 0), column(5e8, 5e8, 5e8)];
    const results = await sales(answering(true, undefined, false), values, addresses);
    expect(results).toEqual([[MISSING], [OPEN], [0]]);
  });
});

describe('ranges as a whole', () => {
  const asked: ZeroCell[] = [];
  const everyZeroIsBlank: BlankResolver = {
    areBlank: (cells) => {
      asked.push(...cells);
      return Promise.resolve(cells.map(() => true));
    },
  };
  const shownAt = async (
    zeros: Zeros,
    name: string,
    ...given: readonly [values: unknown[], addresses?: unknown[]]
  ): Promise<unknown[][]> => {
    const found = functionsWith({ zeros: () => zeros }).get(name);
    if (found === undefined) throw new Error(`no function ${name}`);
    const [values, addresses] = given;
    return shownAll(await found(addresses === undefined ? { values } : { values, addresses }));
  };
  const rent = (zeros: Zeros, range: unknown, ...address: readonly string[]): Promise<unknown[][]> => {
    const addresses = address.map((one) => [['', '', '', '', one]]);
    return shownAt(zeros, 'SUBSIDY_RENT_RELIEF', [[[6e6]], null, null, null, range], ...addresses.flat());
  };
  const overrides = [
    ['cap', 0],
    [0, 0],
  ];

  beforeEach(() => {
    asked.length = 0;
  });

  test('an override whose value is blank changes nothing; a blank line is none', async () => {
    expect(await rent(everyZeroIsBlank, overrides, 'S!F1:G2')).toEqual([[1e6]]);
    expect(asked).toEqual([{ address: 'S!F1:G2', row: 0, column: 1 }]);
  });

  test('an override of 0 is one where every 0 is real, and where it is written into the formula', async () => {
    expect(await rent('real', overrides)).toEqual([[0]]);
    expect(await rent(everyZeroIsBlank, overrides, '')).toEqual([[0]]);
    expect(asked).toEqual([]);
  });

  test('an override of which nobody knows is an error, not a cap of 0', async () => {
    expect(await rent('unknown', overrides)).toEqual([
      ['#N/A “改数”里有 1 个 0，Excel 没有说明是数值还是空白单元格；请重新计算，或在空白处填“/”。'],
    ]);
  });

  test('rows of a table are asked about, by their own places', async () => {
    const headers = [['企业名称', '减免租金总额', '商品销售额']];
    const lines = await shownAt(
      everyZeroIsBlank,
      'SUBSIDY_EVALUATE',
      [headers, [['甲公司', 100, 0]], 'xishan-2020', '应享金额'],
      ['S!A1:C1', 'S!A2:C2', '', ''],
    );
    expect(lines).toEqual([[20]]);
    expect(asked).toEqual([{ address: 'S!A2:C2', row: 0, column: 2 }]);
  });

  test.each([
    ['one by one', ['S!A2', 'S!B2', 'S!C2', 'S!D2']],
    ['as a list', [['S!A2', 'S!B2', 'S!C2', 'S!D2']]],
  ])('SUBSIDY has its addresses behind that of the clause, %s', async (_, places) => {
    const values = ['9.3.3', row(0, 5e8)];
    expect(await shownAt(everyZeroIsBlank, 'SUBSIDY', values, ['', ...places])).toEqual([[MISSING]]);
    expect(asked.map(({ address }) => address)).toEqual(['S!C2']);
  });
});
