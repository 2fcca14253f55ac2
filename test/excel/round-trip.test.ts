import { annotate, takeBack } from '../../src/excel';
import { snapshotOf } from '../../src/workbench/host';
import { evaluated, lakeside } from './evaluation';
import { AT_ONCE, inExcel } from './in-excel';
import { enterprises } from './workbooks';

const rules = lakeside();

test('what was written is taken back: the workbook is as before, cell by cell', async () => {
  await inExcel(async (host) => {
    const before = snapshotOf(host.workbook);
    const written = await annotate(await evaluated(rules), AT_ONCE);
    expect(written.kind).toBe('done');
    expect(snapshotOf(host.workbook)).not.toEqual(before);
    expect(await takeBack(AT_ONCE)).toEqual({
      kind: 'done',
      value: { columns: 8, sheets: ['明细 lakeside-2026', '汇总 lakeside-2026'], kept: [], keptSheets: [] },
    });
    expect(snapshotOf(host.workbook)).toEqual(before);
  }, enterprises());
});

test('evaluating again replaces what was written and adds nothing', async () => {
  await inExcel(async (host) => {
    await annotate(await evaluated(rules), AT_ONCE);
    const first = snapshotOf(host.workbook);
    const again = await annotate(await evaluated(rules), AT_ONCE);
    expect(again).toEqual({
      kind: 'done',
      value: { sheets: ['明细 lakeside-2026', '汇总 lakeside-2026'], notices: [] },
    });
    expect(snapshotOf(host.workbook)).toEqual(first);
  }, enterprises());
});
