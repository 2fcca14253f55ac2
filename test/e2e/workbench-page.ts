import { createServer } from 'node:http';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type JSHandle,
  type Page,
} from 'playwright-core';
import { listen, siteHandler, siteOf } from '../../src/site';
import type { WorkbenchHandle } from '../../src/workbench/page/test-handle';

const root = path.resolve(__dirname, '../..');
const endpoint = process.env['E2E_BROWSER'];

/** A slow machine with both cores busy: patience costs nothing when all goes well. */
export const PATIENCE = 180_000;

/** `describe` for tests that need a browser; skipped where there is none. */
export const inBrowser = endpoint === undefined ? describe.skip : describe;

/** The workbench page with the add-in in it, as `npm start` serves them. */
export interface Workbench {
  readonly page: Page;
  /** `window.workbench`: what is done with it is done inside the page; plain data goes in and comes out. */
  readonly handle: JSHandle<WorkbenchHandle>;
  /** The task pane: taskpane.html of the production build. */
  readonly pane: FrameLocator;
  readonly address: string;
  /** Requests to anywhere but the page's own origin. They are stopped. */
  readonly strayRequests: string[];
  /** What the browser refused by Content-Security-Policy, in any frame or worker. */
  readonly violations: string[];
  /** Errors that nothing caught. */
  readonly errors: string[];
}

/**
 * Serves the built pages, opens the workbench and works with it.
 *
 * @param query as the page's settings take it, such as `?platform=web&sample=none`
 */
export async function onWorkbench(
  query: string,
  work: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  if (endpoint === undefined) throw new Error('there is no browser');
  const server = createServer(siteHandler(siteOf(root)));
  const port = await listen(server, { host: '127.0.0.1', port: 0, orNext: false });
  const browser = await chromium.connect(endpoint);
  try {
    await work(await opened(browser, `http://127.0.0.1:${port}/`, query));
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  }
}

async function opened(browser: Browser, address: string, query: string): Promise<Workbench> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(PATIENCE);
  const [strayRequests, violations, errors]: [string[], string[], string[]] = [[], [], []];
  await watch(context, address, { strayRequests, violations });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(address + query);
  await settled(page);
  return {
    page,
    handle: await handleOf(page),
    pane: page.frameLocator('.pane iframe'),
    address,
    strayRequests,
    violations,
    errors,
  };
}

async function watch(
  context: BrowserContext,
  address: string,
  { strayRequests, violations }: Pick<Workbench, 'strayRequests' | 'violations'>,
): Promise<void> {
  await context.route(
    (url) => url.origin !== new URL(address).origin && url.protocol !== 'blob:' && url.protocol !== 'data:',
    async (route) => {
      strayRequests.push(route.request().url());
      await route.abort();
    },
  );
  // Workers have no event for it that the page could hear, but the browser's console has.
  context.on('console', (message) => {
    if (/Content.Security.Policy/iu.test(message.text())) violations.push(message.text());
  });
  await context.exposeFunction('tellViolation', (violation: string) => violations.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const tell = Reflect.get(window, 'tellViolation') as (violation: string) => void;
      tell(`${effectiveDirective} ${blockedURI}`);
    });
  });
}

/** Waits until the pane is connected and nothing is being opened or calculated. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.workbench?.isSettled === true);
}

async function handleOf(page: Page): Promise<JSHandle<WorkbenchHandle>> {
  return page.evaluateHandle(() => {
    const { workbench } = window;
    if (workbench === undefined) throw new Error('the page is not the workbench');
    return workbench;
  });
}
