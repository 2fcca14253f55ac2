/** `npm run screenshots`: pictures of the workbench with the evaluated sample, docs/images/workbench-*.png. */
import { fileURLToPath } from 'node:url';
import { withWorkbench } from './open-workbench.mjs';

/** One picture each: how the page is to look, and the words that its buttons then have. */
const PICTURES = [
  {
    name: 'zh',
    query: '?lang=zh&theme=light',
    evaluate: '测算本表',
    written: /结果已写在/u,
    row: '本行',
    derivation: '推导',
  },
  {
    name: 'en',
    query: '?lang=en&theme=light',
    evaluate: 'Evaluate this sheet',
    written: /The results stand/u,
    row: 'Row',
    derivation: 'Derivation',
  },
  {
    name: 'dark',
    query: '?lang=zh&theme=dark',
    evaluate: '测算本表',
    written: /结果已写在/u,
    row: '本行',
    derivation: '推导',
  },
];
/** An enterprise whose award the cap of clause 4.4 cut. */
const [ROW, CLAUSE] = [917, /^4\.4 /u];
/** Our columns on the sheet, from right to left: what is selected last is at the left edge. */
const COLUMNS = ['EH', 'EA'];

await withWorkbench(async (open) => {
  for (const { name, query, evaluate, written, row, derivation } of PICTURES) {
    const page = await open(query, { deviceScaleFactor: 2, viewport: { width: 1440, height: 900 } });
    const pane = page.frameLocator('.pane iframe');
    await pane.getByRole('button', { name: evaluate, exact: true }).first().click();
    await pane.getByText(written).first().waitFor();
    for (const cell of [`EH${ROW + 12}`, ...COLUMNS.map((column) => `${column}${ROW}`)])
      await page.evaluate((address) => window.workbench?.host.user.select(`企业统计!${address}`), cell);
    await pane.getByRole('tab', { name: row }).click();
    const clause = pane.getByRole('listitem').filter({ hasText: CLAUSE }).first();
    await clause.getByRole('button', { name: derivation }).first().click();
    await clause.evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    await page.waitForFunction(() => window.workbench?.isSettled === true);
    const file = fileURLToPath(new URL(`../docs/images/workbench-${name}.png`, import.meta.url));
    await page.screenshot({ path: file });
    await page.context().close();
    console.log(file);
  }
});
