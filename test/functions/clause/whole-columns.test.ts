import type { FunctionPorts } from '../../../src/functions';
import { column, functionsWith, shownAll } from '../calls';

/** 减免房租补贴, 20 % of the rent that was cut. */
async function rent(
  values: readonly unknown[],
  addresses?: readonly unknown[],
  ports: Partial<FunctionPorts> = {},
): Promise<unknown[][]> {
  const found = functionsWith(ports).get('SUBSIDY_RENT_RELIEF');
  if (found === undefined) throw new Error('no function');
  return shownAll(await found({ values, ...(addresses === undefined ? {} : { addresses }) }));
}

const filledTo = (length: number, blank: unknown, ...cells: readonly unknown[]): unknown[][] =>
  Array.from({ length }, (_, row) => [row < cells.length ? cells[row] : blank]);

const SHEET_ROWS = 1_048_576;

describe('a whole column', () => {
  test('gives results as far as it holds data, with gaps', async () => {
    expect(await rent([filledTo(SHEET_ROWS, null, 100, null, 300)])).toEqual([[20], [0], [60]]);
  });

  test('from the second row to the last of the sheet is one, too', async () => {
    expect(await rent([filledTo(SHEET_ROWS - 1, null, 100)])).toEqual([[20]]);
  });

  test('ends with its data also where blanks arrive as 0', async () => {
    expect(await rent([filledTo(SHEET_ROWS, 0, 100, 0, 300)])).toEqual([[20], [0], [60]]);
  });

  test('that the host has cut is known by its address', async () => {
    expect(await rent([column(100, null, 300, null, null)], ['S!B:B'])).toEqual([[20], [0], [60]]);
    expect(await rent([column(100, 0, null)], ['S!$B:$B'])).toEqual([[20], [0]]);
  });

  test('without data gives one blank', async () => {
    expect(await rent([column(null, null)], ['S!B:B'])).toEqual([['']]);
  });

  test('goes as far as the longest of several', async () => {
    const cells = [column(100, 200, null, null), column('市场', null, '市场', null)];
    expect(await rent(cells, ['S!B:B', 'S!C:C'])).toEqual([[20], [40], [0]]);
  });

  test('that begins with its header says so', async () => {
    expect(await rent([column('减免租金', 100)], ['S!B:B'])).toEqual([
      ['#VALUE! “减免租金总额”的“减免租金”不能用，应为金额；若是表头，请从数据的首行起引用，如 B2:B5000。'],
      [20],
    ]);
  });
});

test('a shorter column has a result for every row, also for blank ones at its end', async () => {
  expect(await rent([column(100, null, null)], ['S!B2:B4'])).toEqual([[20], [0], [0]]);
});

test('a long column gives the page its turn, and the results are the same', async () => {
  let turns = 0;
  const pause = (): Promise<void> => {
    turns += 1;
    return Promise.resolve();
  };
  const cells = [column(...Array.from({ length: 9_000 }, (_, row) => row * 5)), [['市场']]];
  const results = await rent(cells, undefined, { pause });
  expect(turns).toBe(2);
  expect(results).toEqual(await rent(cells));
  expect([results.length, results[8_999]]).toEqual([9_000, [8_999]]);
});
