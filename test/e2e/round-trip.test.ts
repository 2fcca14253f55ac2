import { readFileSync } from 'node:fs';
import {
  differences,
  evaluate,
  evaluateWithCommandLine,
  headersOf,
  open,
  remember,
  SAMPLE,
  saved,
  takeBack,
} from './annotating';
import { inBrowser, onWorkbench, PATIENCE, settled, type Workbench } from './workbench-page';

jest.setTimeout(PATIENCE * 2);

/** What users do between two evaluations: sort the rows by name, put three rows and a column in. */
async function sortAndInsert({ handle, page }: Workbench): Promise<void> {
  await handle.evaluate(({ host }) => {
    // To the right of our columns, so that they are sorted with the rows.
    host.user.sort('企业统计!A1:EZ2001', [{ column: 1, ascending: true }]);
    host.user.insert('企业统计!1000:1002');
    host.user.insert('企业统计!C:C');
    host.user.type('企业统计!C1', '经办人备注');
  });
  await settled(page);
}

inBrowser('command line and add-in, one after the other', () => {
  test('annotated by the command line, sorted and inserted, evaluated again and taken back', async () => {
    const original = readFileSync(SAMPLE);
    const { annotated } = evaluateWithCommandLine(original);
    await onWorkbench('?sample=none', async (workbench) => {
      await open(workbench, original);
      await sortAndInsert(workbench);
      await remember(workbench, 'never annotated');

      await open(workbench, annotated);
      await sortAndInsert(workbench);
      await evaluate(workbench);
      await takeBack(workbench);
      // What stays is the note that the command line put on its first header: Office.js knows notes since ExcelApi
      // 1.18 only, and the library that is served with the add-in ends at 1.15.
      expect(await differences(workbench, 'never annotated')).toEqual([
        expect.stringMatching(
          /^\/comments\/0: undefined → "企业统计!EB1 西山区2020年稳定经济运行20条措施\\n规则版本：/u,
        ),
      ]);
      expect(workbench.errors).toEqual([]);
    });
  });

  test('annotated by the add-in and saved, evaluated by the command line: the same, and no column more', async () => {
    const original = readFileSync(SAMPLE);
    const expected = evaluateWithCommandLine(original);
    await onWorkbench('?sample=none', async (workbench) => {
      await open(workbench, original);
      await evaluate(workbench);
      const again = evaluateWithCommandLine(await saved(workbench));
      expect(again.json.totals).toEqual(expected.json.totals);
      expect(again.json.sheets[0]?.rows).toEqual(expected.json.sheets[0]?.rows);

      await open(workbench, again.annotated);
      const headers = await headersOf(workbench, '企业统计');
      expect(headers.filter((header) => header.startsWith('应享金额'))).toHaveLength(1);
    });
  });
});
