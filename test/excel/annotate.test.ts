import { annotate } from '../../src/excel';
import { snapshotOf } from '../../src/workbench/host';
import { enterprises } from './workbooks';
import { evaluated, lakeside } from './evaluation';
import { AT_ONCE, inExcel } from './in-excel';

const rules = lakeside();

test('results stand beside the data, one blank column between, and on sheets of their own', async () => {
  await inExcel(async (host) => {
    const report = await evaluated(rules);
    const outcome = await annotate(report, AT_ONCE);
    console.log(outcome);
    console.log(JSON.stringify(snapshotOf(host.workbook), null, 1).slice(0, 6000));
  }, enterprises());
});
