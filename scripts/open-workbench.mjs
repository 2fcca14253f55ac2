/**
 * The built workbench page in a browser of its own, for screenshots and benchmarks: served from dist/ as `npm start`
 * serves it.
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { buildCli, isStale } from './build-cli.mjs';
import { buildPages, pagesAreStale } from './build-site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {(open: (query: string, options?: import('playwright-core').BrowserContextOptions) =>
 *   Promise<import('playwright-core').Page>) => Promise<void>} work opens pages, each in a context of its own, and uses them
 * @throws Error where there is no browser, or the pages do not build
 */
export async function withWorkbench(work) {
  await ensureBuilt();
  const { default: site } = /** @type {{ default: typeof import('../src/site') }} */ (
    await import(new URL('../dist/site.cjs', import.meta.url).href)
  );
  const found = await findBrowser();
  if (found === undefined) throw new Error('There is no Chrome, Edge or Chromium on this machine.');
  const server = createServer(site.siteHandler(site.siteOf(root)));
  const port = await site.listen(server, { host: '127.0.0.1', port: 0, orNext: false });
  const browser = await chromium.launch({ executablePath: found.executablePath, env: found.env });
  try {
    await work(async (query, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
      // A slow machine is no error here.
      context.setDefaultTimeout(600_000);
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/${query}`);
      await page.waitForFunction(() => window.workbench?.isSettled === true);
      return page;
    });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function ensureBuilt() {
  const results = [
    isStale() ? buildCli() : { ok: true, output: '' },
    pagesAreStale() ? await buildPages() : { ok: true, output: '' },
  ];
  const failed = results.find((result) => !result.ok);
  if (failed !== undefined && 'output' in failed) throw new Error(failed.output);
}
