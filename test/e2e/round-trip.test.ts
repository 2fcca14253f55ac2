import { readFileSync } from 'node:fs';
import {
  differences,
  evaluate,
  evaluateWithCommandLine,
  open,
  remember,
  SAMPLE,
  saved,
  takeBack,
} from './annotating';
import { browserTest, onWorkbench, PATIENCE, settled, type Workbench } from './workbench-page';

jest.setTimeout(PATIENCE * 2);

/** What users do between two evaluations: sorts the rows by name and puts three rows and a column in. */
async function sortAndInsert({ handle, page }: Workbench): Promise<void> {
  await handle.evaluate(({ host }) => {
    const sheet = host.workbook.sheetNamed('企业统计');
    const used = sheet?.usedArea(true);
    host.user.sort(`企业统计!${used === null || used === undefined ? 'A1' : 'A1:EZ2001'}`, [
      { column: 1, ascending: true },
    ]);
    host.user.insert('企业统计!1000:1002');
    host.user.insert('企业统计!C:C');
    host.user.type('企业统计!C1', '经办人备注');
  });
  await settled(page);
}

describe('command line and add-in, one after the other', () => {
  browserTest(
    'annotated by the command line, sorted and inserted, evaluated again and taken back',
    async () => {
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
        expect(await differences(workbench, 'never annotated')).toEqual([]);
        expect(workbench.errors).toEqual([]);
      });
    },
  );

  browserTest(
    'annotated by the add-in and saved, evaluated by the command line: the same, and no column more',
    async () => {
      const original = readFileSync(SAMPLE);
      const expected = evaluateWithCommandLine(original);
      await onWorkbench('?sample=none', async (workbench) => {
        await open(workbench, original);
        await evaluate(workbench);
        const again = evaluateWithCommandLine(await saved(workbench));
        expect(again.json.totals).toEqual(expected.json.totals);
        expect(again.json.sheets[0]?.rows).toEqual(expected.json.sheets[0]?.rows);

        await remember(workbench, 'by the add-in');
        await open(workbench, again.annotated);
        const headers = await workbench.handle.evaluate(({ host }) => {
          const sheet = host.workbook.sheetNamed('企业统计');
          const right = sheet?.usedArea(true)?.right ?? 0;
          return Array.from({ length: right }, (_, at) => String(sheet?.content(1, at + 1)));
        });
        expect(headers.filter((header) => header.startsWith('应享金额'))).toHaveLength(1);
      });
    },
  );
});
