import { enlarge } from '../../bench/large-sheet.js';
import { headersOf } from './annotating';
import { inBrowser, onWorkbench, PATIENCE } from './workbench-page';

jest.setTimeout(PATIENCE * 4);

const SIZE = { rows: 100_000, columns: 30 };
/** What Excel on the web refuses; the simulated Excel does, too. */
const MOST_BYTES = 5_000_000;

inBrowser('100,000 rows and 30 columns, with the limits of Excel on the web', () => {
  test('are evaluated within the limits, with progress, and can be cancelled without a trace', async () => {
    await onWorkbench('?platform=web', async (workbench) => {
      const { handle, pane, errors } = workbench;
      await handle.evaluate(enlarge, SIZE);
      const button = pane.getByRole('button', { name: '测算本表', exact: true }).first();
      const cancel = pane.getByRole('button', { name: '取消', exact: true });
      const headers = async (): Promise<string[]> => headersOf(workbench, '企业统计');

      await button.click();
      await pane
        .getByText(/读取数据.*[\d,]+ \/ 100,001/u)
        .first()
        .waitFor();
      await cancel.click();
      await button.waitFor();
      expect(await headers()).toHaveLength(SIZE.columns);

      await button.click();
      await pane
        .getByText(/测算政策/u)
        .first()
        .waitFor();
      await pane
        .getByText(/写入结果列.*[\d,]+ \/ 100,00\d/u)
        .first()
        .waitFor();
      await pane
        .getByText(/结果已写在/u)
        .first()
        .waitFor();
      expect((await headers()).filter((header) => header.startsWith('应享金额(元)'))).toHaveLength(1);

      const { largestRequest, largestResponse } = await handle.evaluate(({ host }) => ({
        largestRequest: host.traffic.largestRequest,
        largestResponse: host.traffic.largestResponse,
      }));
      expect(largestRequest).toBeLessThan(MOST_BYTES);
      expect(largestResponse).toBeLessThan(MOST_BYTES);
      expect(errors).toEqual([]);
    });
  });
});
