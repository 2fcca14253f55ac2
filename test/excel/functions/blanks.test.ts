import { type Cells, inCells } from './in-cells';

/**
 * 批发业绩补助 (9.3.3) by growth: sales of this and last year are statistics, so that a blank is missing data,
 * while a 0 is a figure. Excel passes a blank on as 0 on the desktop and as null on the web.
 */
const MISSING = '#N/A 缺数据：“商品销售额”。';
const HOSTS = [
  ['zero', 'desktop'],
  ['null', 'web'],
] as const;

const sales = (...current: readonly unknown[]): unknown[][] =>
  current.map((value) => ['批发业', '是', value, 5e8]);
const formulas = (rows: number): string[][] =>
  Array.from({ length: rows }, (_, row) => [
    `=POLICY.SUBSIDY_WHOLESALE_GROWTH(A${row + 1},B${row + 1},C${row + 1},D${row + 1})`,
  ]);

/** Operations of the add-in that read cells. */
const reads = ({ host }: Cells): number =>
  host.steps.filter(({ kind, member }) => kind === 'load' && member.startsWith('Range')).length;

describe.each(HOSTS)('blanks that arrive as %s (%s)', (blanks, platform) => {
  const on = (work: (cells: Cells) => Promise<void>): Promise<void> => inCells(work, { blanks, platform });

  test('a blank is missing data and a 0 is a figure, cell by cell', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', sales(0, null, 6e8));
      await cells.enter('Sheet1!F1', formulas(3));
      expect(cells.shown('F1', 'F2', 'F3')).toEqual([0, MISSING, expect.any(Number)]);
    });
  });

  test('the same in a column that spills', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', sales(0, null, 6e8));
      await cells.enter('Sheet1!F1', [['=POLICY.SUBSIDY_WHOLESALE_GROWTH(A1:A3,B1:B3,C1:C3,D1:D3)']]);
      expect(cells.shown('F1', 'F2', 'F3')).toEqual([0, MISSING, expect.any(Number)]);
    });
  });

  test('of whole columns in use, headers aside, and with a hint beside the header', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', [['行业', '限上', '销售额', '上年'], ...sales(0, null, 6e8)]);
      await cells.enter('Sheet1!H9', [['below']]);
      await cells.enter('Sheet1!F1', [['=POLICY.SUBSIDY_WHOLESALE_GROWTH(A:A,B:B,C:C,D:D)']]);
      expect(cells.shown('F2', 'F3', 'F4', 'F5')).toEqual([0, MISSING, expect.any(Number), null]);
    });
  });

  test('an answer is not kept: a blank that becomes a 0 is a figure from then on', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', sales(null));
      await cells.enter('Sheet1!F1', formulas(1));
      expect(cells.shown('F1')).toEqual([MISSING]);
      await cells.enter('Sheet1!C1', [[0]]);
      expect(cells.shown('F1')).toEqual([0]);
    });
  });

  test('formulas in a sheet whose name needs quotes, on cells of another', async () => {
    await on(async (cells) => {
      cells.host.user.addSheet("1 月's");
      await cells.enter("'1 月''s'!A1", sales(0, null));
      await cells.enter('Sheet1!F1', [
        ["=POLICY.SUBSIDY_WHOLESALE_GROWTH('1 月''s'!A1:A2,'1 月''s'!B1:B2,'1 月''s'!C1:C2,'1 月''s'!D1:D2)"],
      ]);
      cells.host.user.select('Sheet1!A1');
      expect(cells.shown('F1', 'F2')).toEqual([0, MISSING]);
    });
  });

  test('overrides with an empty value change nothing, those with a 0 do', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', [
        [6e6, 'cap', null],
        [null, null, null],
        [6e6, 'cap', 0],
      ]);
      await cells.enter('Sheet1!F1', [
        ['=POLICY.SUBSIDY_RENT_RELIEF(A1,,,,B1:C2)'],
        [null],
        ['=POLICY.SUBSIDY_RENT_RELIEF(A3,,,,B3:C3)'],
      ]);
      expect(cells.shown('F1', 'F3')).toEqual([1e6, 0]);
    });
  });

  test('a table with blanks is evaluated with blanks', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', [
        ['企业名称', '行业', '限额以上', '商品销售额', '上年商品销售额'],
        ['甲公司', '批发业', '是', null, 5e8],
        ['乙公司', '批发业', '是', 0, 5e8],
      ]);
      await cells.enter('Sheet1!H1', [['=POLICY.SUBSIDY_EVALUATE(A1:E1,A2:E3,"xishan-2020","缺失数据")']]);
      const [blank, zero] = cells.shown('H1', 'H2');
      expect(blank).toContain('商品销售额');
      expect(zero).not.toContain('商品销售额');
    });
  });
});

describe('blanks that arrive as 0', () => {
  const on = (work: (cells: Cells) => Promise<void>): Promise<void> => inCells(work, { blanks: 'zero' });

  test('the cells of all calls that wait are read in one request', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', sales(0, null, 0, null));
      const before = cells.host.steps.length;
      await cells.enter('Sheet1!F1', formulas(4));
      const read = cells.host.steps.slice(before).filter(({ member }) => member.startsWith('Range'));
      expect(read).toHaveLength(1);
      expect(cells.shown('F1', 'F2', 'F3', 'F4')).toEqual([0, MISSING, 0, MISSING]);
    });
  });

  test('no cell is read where no 0 decides', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', [['零售业', '是', null, 0]]);
      await cells.enter('Sheet1!F1', formulas(1));
      expect(cells.shown('F1')).toEqual([0]);
      expect(reads(cells)).toBe(0);
    });
  });

  test('what Excel does not tell stays open, with its message', async () => {
    await on(async (cells) => {
      await cells.enter('Sheet1!A1', sales(null));
      cells.host.faults.add({ at: { member: 'Range.valueTypes' }, error: 'AccessDenied' });
      await cells.enter('Sheet1!F1', formulas(1));
      expect(cells.shown('F1')).toEqual([
        '#N/A “商品销售额”为 0 还是空白，结果不同，而 Excel 没有说明；请填上数字，或引用别处。',
      ]);
    });
  });
});
