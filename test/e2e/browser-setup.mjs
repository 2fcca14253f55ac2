/**
 * Before the browser tests: the pages as new as their sources, and one browser for all files. Tests find it by
 * E2E_BROWSER, and are skipped where there is none.
 */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { buildPages, pagesAreStale } from '../../scripts/build-site.mjs';

export default async function setUp() {
  const browser = await findBrowser();
  if (browser === undefined) {
    console.warn('No Chrome, Edge or Chromium is installed: the tests in a browser are skipped.');
    return;
  }
  if (pagesAreStale()) {
    const result = await buildPages();
    if (!result.ok) throw new Error(`The pages could not be built:\n\n${result.output}`);
  }
  const server = await chromium.launchServer({ executablePath: browser.executablePath, env: browser.env });
  process.env['E2E_BROWSER'] = server.wsEndpoint();
  // The teardown runs in this process, too, but is loaded as a module of its own.
  Reflect.set(globalThis, 'e2eBrowser', server);
}
