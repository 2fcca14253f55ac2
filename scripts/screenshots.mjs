/** `npm run screenshots`: pictures of the workbench with the evaluated sample, docs/images/workbench-*.png. */
import { fileURLToPath } from 'node:url';
import { withWorkbench } from './open-workbench.mjs';

/** One picture each: how the page is to look, and the words that its buttons then have. */
const PICTURES = [
  { name: 'zh', query: '?lang=zh&theme=light', evaluate: '测算本表', written: /结果已写在/u, row: '本行' },
  {
    name: 'en',
    query: '?lang=en&theme=light',
    evaluate: 'Evaluate this sheet',
    written: /The results stand/u,
    row: 'Row',
  },
  { name: 'dark', query: '?lang=zh&theme=dark', evaluate: '测算本表', written: /结果已写在/u, row: '本行' },
];
/** A row with an award that its cap cut, and the first of our columns. */
const ROW = 917;

await withWorkbench(async (open) => {
  for (const { name, query, evaluate, written, row } of PICTURES) {
    const page = await open(query, { deviceScaleFactor: 2, viewport: { width: 1440, height: 900 } });
    const pane = page.frameLocator('.pane iframe');
    await pane.getByRole('button', { name: evaluate, exact: true }).first().click();
    await pane.getByText(written).first().waitFor();
    await page.evaluate((at) => {
      window.workbench?.host.user.select(`企业统计!EJ${at}`);
    }, ROW);
    await pane.getByRole('tab', { name: row }).click();
    await page.waitForFunction(() => window.workbench?.isSettled === true);
    const file = fileURLToPath(new URL(`../docs/images/workbench-${name}.png`, import.meta.url));
    await page.screenshot({ path: file });
    await page.context().close();
    console.log(file);
  }
});
