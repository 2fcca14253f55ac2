/** What users filled in beside the lines of 明细, and columns of their own there. */
import { annotate, takeBack } from '../../../src/excel';
import type { SimulatedHost } from '../../../src/workbench/host';
import type { OfficePage } from '../../workbench/host/office-page';
import { evaluated, lakeside } from '../evaluation';
import { formulasOn, rowsOf } from '../files';
import { AT_ONCE, inExcel } from '../in-excel';
import { enterprises } from '../workbooks';

const rules = lakeside();
const [SHEET, DETAIL, SUMMARY] = ['企业统计', '明细 lakeside-2026', '汇总 lakeside-2026'];
const TABLE = 'SUBSIDY_lakeside_2026';

const write = async () => annotate(await evaluated(rules), AT_ONCE);

/** Fills in a review in the first line. */
async function review(page: OfficePage, column: string, value: string | number): Promise<void> {
  await page.Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem(TABLE);
    columns.getItem(column).getDataBodyRange().getCell(0, 0).values = [[value]];
    await context.sync();
  });
}

async function addColumn(page: OfficePage, header: string, formula: string, lines: number): Promise<void> {
  await page.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(TABLE);
    const body = table.columns.add(undefined, undefined, header).getDataBodyRange();
    body.formulas = Array.from({ length: lines }, () => [formula]);
    await context.sync();
  });
}

/** The cells of a column of 明细 by its header. */
function columnOf(host: SimulatedHost, header: string): unknown[] {
  const [headers = [], ...lines] = rowsOf(host.workbook.sheetNamed(DETAIL));
  const at = headers.indexOf(header);
  return lines.map((line) => line[at] ?? null);
}

describe('taking back a 明细 with reviews', () => {
  test('it is kept, as the user’s own, when nobody says otherwise', async () => {
    await inExcel(async (host, page) => {
      await write();
      await review(page, '审核意见', '已核');
      expect(await takeBack(AT_ONCE)).toEqual({
        kind: 'done',
        value: { columns: 8, sheets: [SUMMARY], kept: [], keptSheets: [DETAIL] },
      });
      expect(host.workbook.sheets.map(({ name }) => name)).toEqual([SHEET, DETAIL]);
      expect(host.workbook.names).toEqual([]);
    }, enterprises());
  });

  test.each(['审核意见', '核定金额', '状态'])(
    '%s counts: it is asked for, with the number of lines',
    async (column) => {
      await inExcel(async (host, page) => {
        await write();
        await review(page, column, 100);
        const asked: unknown[] = [];
        const outcome = await takeBack({
          ...AT_ONCE,
          onReviews: (sheet) => {
            asked.push(sheet);
            return Promise.resolve('remove');
          },
        });
        expect(asked).toEqual([{ name: DETAIL, lines: 1 }]);
        expect(outcome).toMatchObject({ kind: 'done', value: { sheets: [DETAIL, SUMMARY], keptSheets: [] } });
        expect(host.workbook.sheets.map(({ name }) => name)).toEqual([SHEET]);
      }, enterprises());
    },
  );

  test('who thinks better of it leaves all as it is', async () => {
    await inExcel(async (host, page) => {
      await write();
      await review(page, '审核意见', '已核');
      const outcome = await takeBack({ ...AT_ONCE, onReviews: () => Promise.resolve('cancel') });
      expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'cancelled' } });
      expect(host.workbook.sheets).toHaveLength(3);
    }, enterprises());
  });

  test('without reviews nobody is asked', async () => {
    await inExcel(async () => {
      await write();
      const onReviews = jest.fn();
      expect(await takeBack({ ...AT_ONCE, onReviews })).toMatchObject({
        kind: 'done',
        value: { keptSheets: [] },
      });
      expect(onReviews).not.toHaveBeenCalled();
    }, enterprises());
  });
});

describe('evaluating again', () => {
  test('a review stays with its enterprise and clause, whatever the lines are now', async () => {
    await inExcel(async (host, page) => {
      await write();
      const [clause] = columnOf(host, '条款');
      const [name] = columnOf(host, '企业名称');
      await review(page, '审核意见', '已核');
      host.user.sort(`${SHEET}!A1:Q5`, [{ column: 0, ascending: false }]);
      expect(await write()).toMatchObject({ kind: 'done' });
      const at = columnOf(host, '审核意见').indexOf('已核');
      expect([columnOf(host, '条款')[at], columnOf(host, '企业名称')[at]]).toEqual([clause, name]);
      expect(columnOf(host, '审核意见').filter((text) => text === '已核')).toHaveLength(1);
    }, enterprises());
  });

  test('a calculated column of the user’s goes on being calculated, in more lines, too', async () => {
    await inExcel(async (host, page) => {
      await write();
      const lines = columnOf(host, '条款').length;
      await addColumn(page, '一半', '=1/2', lines);
      host.user.enter(`${SHEET}!A6`, [['戊软件', '91530112MAYKDNNX83', '甲街道', 500, 300, '是', 800]]);
      expect(await write()).toMatchObject({ kind: 'done' });
      const now = columnOf(host, '条款').length;
      expect(now).toBeGreaterThan(lines);
      expect(columnOf(host, '一半')).toEqual(Array.from({ length: now }, () => 0.5));
      expect(formulasOn(host.workbook.sheetNamed(DETAIL))).toHaveLength(now);
    }, enterprises());
  });

  test('a column that is calculated in some lines only keeps what it shows', async () => {
    await inExcel(async (host, page) => {
      await write();
      const lines = columnOf(host, '条款').length;
      await addColumn(page, '一半', '=1/2', lines);
      await review(page, '一半', 7);
      expect(await write()).toMatchObject({ kind: 'done' });
      expect(columnOf(host, '一半')).toEqual([7, ...Array.from({ length: lines - 1 }, () => 0.5)]);
    }, enterprises());
  });

  test('a totals row comes back', async () => {
    await inExcel(async (host, page) => {
      await write();
      await page.Excel.run(async (context) => {
        context.workbook.tables.getItem(TABLE).showTotals = true;
        await context.sync();
      });
      host.user.enter(`${SHEET}!A6`, [['戊软件', '91530112MAYKDNNX83', '甲街道', 500, 300, '是', 800]]);
      expect(await write()).toMatchObject({ kind: 'done' });
      const table = host.workbook.sheetNamed(DETAIL)?.tables[0];
      expect([table?.hasTotals, table?.name]).toEqual([true, TABLE]);
    }, enterprises());
  });
});
