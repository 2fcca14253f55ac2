import { annotate, readWorkbook } from '../../src/excel';
import { enterprises } from './workbooks';
import { evaluated, lakeside } from './evaluation';
import { AT_ONCE, inExcel } from './in-excel';

test('results are written, with 明细 and 汇总 on sheets of their own', async () => {
  await inExcel(async () => {
    const outcome = await annotate(await evaluated(lakeside()), AT_ONCE);
    expect(outcome.kind).toBe('done');
    const { sheets } = await readWorkbook(AT_ONCE);
    expect(sheets.filter(({ isOurs }) => isOurs).map(({ name }) => name)).toEqual([
      '明细 lakeside-2026',
      '汇总 lakeside-2026',
    ]);
  }, enterprises());
});
