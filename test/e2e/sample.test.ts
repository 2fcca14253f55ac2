import { readFileSync } from 'node:fs';
import path from 'node:path';
import { differences, evaluate, headersOf, numbersIn, POLICY, remember, takeBack } from './annotating';
import { inBrowser, onWorkbench, PATIENCE, settled } from './workbench-page';

jest.setTimeout(PATIENCE * 2);

interface Outcomes {
  readonly sheets: readonly {
    readonly rows: readonly {
      readonly row: number;
      readonly award: string;
      readonly clauses: readonly { readonly id: string; readonly amount?: string }[];
    }[];
  }[];
}

const outcomes = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../samples/xishan-2020.outcomes.json'), 'utf8'),
) as Outcomes;
const rows = new Map(outcomes.sheets[0]?.rows.map((row) => [row.row, row]));
/** What the engine gives each row of the sheet; 0 for those that are not in the outcomes. */
const awards = Array.from({ length: 2000 }, (_, at) => Number(rows.get(at + 2)?.award ?? 0));
const rentRelief = Array.from({ length: 2000 }, (_, at) => {
  const clause = rows.get(at + 2)?.clauses.find(({ id }) => id === 'xishan-2020/4.4');
  return Number(clause?.amount ?? 0);
});
/** CE, 减免租金总额(元); CD is 运营主体类型. */
const RENT_COLUMN = 83;

inBrowser('the sample of 2,000 enterprises', () => {
  test('is evaluated by the pane’s button and annotated, then taken back to what it was', async () => {
    await onWorkbench('', async (workbench) => {
      const { pane, errors } = workbench;
      await remember(workbench, 'before');
      await evaluate(workbench);

      const headers = await headersOf(workbench, '企业统计');
      const column = headers.findIndex((header) => header.startsWith('应享金额(元)')) + 1;
      expect(await numbersIn(workbench, { sheet: '企业统计', column, from: 2 })).toEqual(awards);
      await pane.getByRole('article', { name: POLICY }).getByText('172,817,590.02').first().waitFor();

      await takeBack(workbench);
      expect(await differences(workbench, 'before')).toEqual([]);
      expect(errors).toEqual([]);
    });
  });

  test('=POLICY.SUBSIDY_RENT_RELIEF(B2:B2001) spills the amounts of clause 4.4', async () => {
    await onWorkbench('', async (workbench) => {
      const { handle, page, errors } = workbench;
      const rents = await numbersIn(workbench, { sheet: '企业统计', column: RENT_COLUMN, from: 2 });
      await handle.evaluate(({ host }, given) => {
        host.user.addSheet('租金');
        host.user.enter(
          '租金!B2',
          given.map((rent) => [rent]),
        );
        host.user.type('租金!D2', '=POLICY.SUBSIDY_RENT_RELIEF(B2:B2001)');
      }, rents);
      await settled(page);
      expect(await numbersIn(workbench, { sheet: '租金', column: 4, from: 2 })).toEqual(rentRelief);
      expect(errors).toEqual([]);
    });
  });

  test('what is typed after an address in the name box goes into that cell', async () => {
    await onWorkbench('', async ({ handle, page }) => {
      await page.getByLabel('名称框').fill('C2003');
      await page.keyboard.press('Enter');
      await page.getByRole('gridcell', { name: 'C2003' }).waitFor({ state: 'attached' });
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await handle.evaluate(({ host }) => host.workbook.activeSheet.content(2003, 3))).toBe(7);
    });
  });

  test('the sheet of examples has the results that its lines speak of', async () => {
    await onWorkbench('', async ({ handle }) => {
      const results = await handle.evaluate(({ host }) => {
        const examples = host.workbook.sheetNamed('函数示例');
        return [4, 5, 6, 7, 8].map((row) => examples?.content(row, 2));
      });
      const [ofRow212 = 0] = rentRelief.slice(210);
      const all = rentRelief.reduce((sum, one) => sum + one, 0);
      expect(results).toEqual([ofRow212, ofRow212 * 1.25, 1_000_000, '减免房租补贴', all]);
      expect(ofRow212).toBeGreaterThan(0);
    });
  });

  test.each(['null', 'zero'])('two columns of the sheet, with blanks that arrive as %s', async (blanks) => {
    await onWorkbench(`?blanks=${blanks}`, async (workbench) => {
      const { handle, page } = workbench;
      await handle.evaluate(({ host }, formula) => {
        host.user.addSheet('列');
        host.user.type('列!A1', formula);
      }, '=POLICY.SUBSIDY_RENT_RELIEF(企业统计!CE2:CE2001,企业统计!CD2:CD2001)');
      await settled(page);
      expect(await numbersIn(workbench, { sheet: '列', column: 1, from: 1 })).toEqual(rentRelief);
    });
  });
});
