import { snapshotOf } from '../../src/workbench/host';
import { lakeside } from '../excel/evaluation';
import { rowsOf } from '../excel/files';
import { inExcel } from '../excel/in-excel';
import { enterprises } from '../excel/workbooks';
import { sessionOnHost } from './on-host';

const { policies } = lakeside();

test('read, evaluate, annotate, take back: the workbook is as before, cell by cell', async () => {
  const host = enterprises();
  const before = snapshotOf(host.workbook);
  await inExcel(async () => {
    const { session } = sessionOnHost(policies);
    await session.start();
    await session.evaluate();
    const { results, messages } = session.store.state();
    expect(messages.map(({ intent, texts }) => [intent, texts.zh])).toEqual([
      ['success', '结果已写在数据右侧和工作表“明细 lakeside-2026”、“汇总 lakeside-2026”。'],
    ]);
    expect(results).toMatchObject({ isWritten: true, isStale: false });
    expect(results?.evaluated.policies[0]).toMatchObject({
      award: { sum: '2170000.00', rows: 3 },
      ceiling: { sum: '500000.00', rows: 1 },
      saving: { sum: '500.00', rows: 1 },
    });
    expect(rowsOf(host.workbook.sheetNamed('企业统计')).map((row) => row[9])).toEqual([
      '应享金额(元)',
      2_060_000,
      80_000,
      0,
      30_000,
    ]);
    await session.takeBack();
    expect(session.store.state().results?.isWritten).toBe(false);
    expect(session.store.state().workbook.hasResults).toBe(false);
  }, host);
  expect(snapshotOf(host.workbook)).toEqual(before);
});
