import { readFileSync } from 'node:fs';
import path from 'node:path';
import { differences, evaluate, POLICY, remember, takeBack } from './annotating';
import { browserTest, onWorkbench, PATIENCE, settled } from './workbench-page';

jest.setTimeout(PATIENCE);

interface Outcomes {
  readonly totals: { readonly award: string };
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
const rows = outcomes.sheets[0]?.rows ?? [];

/** By row of the sheet, as numbers; rows that get nothing are not in it. */
const awards = new Map(rows.map(({ row, award }) => [row, Number(award)]));
const rentRelief = new Map(
  rows.map(({ row, clauses }) => [
    row,
    Number(clauses.find(({ id }) => id === 'xishan-2020/4.4')?.amount ?? 0),
  ]),
);
const ALL_ROWS = Array.from({ length: 2000 }, (_, at) => at + 2);

describe('the sample of 2,000 enterprises', () => {
  browserTest('is evaluated by the pane’s button and annotated, then taken back to what it was', async () => {
    await onWorkbench('', async (workbench) => {
      const { handle, pane, errors } = workbench;
      await remember(workbench, 'before');
      await evaluate(workbench);

      const written = await handle.evaluate(({ host }) => {
        const sheet = host.workbook.sheetNamed('企业统计');
        const right = sheet?.usedArea(true)?.right ?? 0;
        const headers = Array.from({ length: right }, (_, at) => sheet?.content(1, at + 1));
        const column = headers.findIndex((header) => String(header).startsWith('应享金额')) + 1;
        return Array.from({ length: 2000 }, (_, at) => Number(sheet?.content(at + 2, column)));
      });
      expect(written).toEqual(ALL_ROWS.map((row) => awards.get(row) ?? 0));
      await pane.getByRole('article', { name: POLICY }).getByText('172,817,590.02').first().waitFor();

      await takeBack(workbench);
      expect(await differences(workbench, 'before')).toEqual([]);
      expect(errors).toEqual([]);
    });
  });

  browserTest('=POLICY.SUBSIDY_RENT_RELIEF(B2:B2001) spills the amounts of clause 4.4', async () => {
    await onWorkbench('', async ({ handle, page, errors }) => {
      await handle.evaluate(({ host }) => {
        const sheet = host.workbook.sheetNamed('企业统计');
        host.user.addSheet('租金');
        host.user.enter('租金!B1', [
          ['减免租金总额'],
          ...Array.from({ length: 2000 }, (_, at) => {
            const relief = sheet?.content(at + 2, 83);
            return [typeof relief === 'number' ? relief : null];
          }),
        ]);
        host.user.type('租金!D2', '=POLICY.SUBSIDY_RENT_RELIEF(B2:B2001)');
      });
      await settled(page);
      const spilled = await handle.evaluate(({ host }) => {
        const sheet = host.workbook.sheetNamed('租金');
        return Array.from({ length: 2000 }, (_, at) => sheet?.content(at + 2, 4));
      });
      expect(spilled).toEqual(ALL_ROWS.map((row) => rentRelief.get(row) ?? 0));
      expect(errors).toEqual([]);
    });
  });

  browserTest.each(['null', 'zero'])('with blanks that arrive as %s', async (blanks) => {
    await onWorkbench(`?blanks=${blanks}`, async ({ handle, page }) => {
      await handle.evaluate(({ host }) => {
        host.user.addSheet('列');
        host.user.type('列!A1', '=POLICY.SUBSIDY_RENT_RELIEF(企业统计!CE2:CE2001,企业统计!CD2:CD2001)');
      });
      await settled(page);
      const spilled = await handle.evaluate(({ host }) => {
        const sheet = host.workbook.sheetNamed('列');
        return Array.from({ length: 2000 }, (_, at) => sheet?.content(at + 1, 1));
      });
      expect(spilled).toEqual(ALL_ROWS.map((row) => rentRelief.get(row) ?? 0));
    });
  });
});
