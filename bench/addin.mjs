/**
 * Times the add-in where it runs: its production build with the unmodified office.js in Chromium, against the simulated
 * Excel with the limits of Excel on the web.
 *
 *     node bench/addin.mjs [rows, 100000]
 *
 * Prints how long the pane takes from the start of its page until its button can be pressed, with files fetched anew and
 * with files the browser has kept; for a sheet of that many rows and 30 columns: time from the button to the results, progress, the largest
 * request and response, tasks that block the page (the simulated Excel's own time taken off), time until a cancelled
 * evaluation has stopped; for 10,000 cells with one function each, the time until all have their result.
 */
import { loadavg } from 'node:os';
import { withWorkbench } from '../scripts/open-workbench.mjs';
import largeSheet from './large-sheet.js';

const rows = Number(process.argv[2] ?? 100_000);
const COLUMNS = 30;
const CALLS = 10_000;
const MEGABYTE = 1_000_000;

/** In the page: writes down tasks over 50 ms (the browser reports no shorter ones) and the host's share of them. */
function watchTasks() {
  const { host } = window.workbench;
  const record = { tasks: [], host: [], clicked: performance.now() };
  let milliseconds = 0;
  Object.defineProperty(host, 'milliseconds', {
    get: () => milliseconds,
    set(value) {
      record.host.push([performance.now(), value - milliseconds]);
      milliseconds = value;
    },
  });
  // The grid is painted by the page around the pane, which is Excel's part, too.
  const nextFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (paint) =>
    nextFrame((time) => {
      const started = performance.now();
      paint(time);
      record.host.push([performance.now(), performance.now() - started]);
    });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) record.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask' });
  window.taskRecord = record;
}

/** In the page: the tasks without the host's time in them, longest first, and how long after the click. */
function ownTasks() {
  // The browser rounds the ends of tasks; no other task comes as soon.
  const ROUNDED = 4;
  const { tasks, host, clicked } = window.taskRecord;
  return tasks
    .map(([start, duration]) => {
      const inHost = host
        .filter(([ended]) => ended >= start && ended <= start + duration + ROUNDED)
        .reduce((sum, [, spent]) => sum + spent, 0);
      return { own: duration - inHost, after: start - clicked };
    })
    .toSorted((a, b) => b.own - a.own);
}

/** In the page, so that the driver's looking does not cost the page time: presses the button and waits. */
async function evaluated() {
  const { contentDocument } = document.querySelector('.pane iframe');
  const words = new Set();
  const look = () => {
    for (const { textContent } of contentDocument.querySelectorAll('section[aria-label] p'))
      words.add(textContent);
  };
  new MutationObserver(look).observe(contentDocument.body, {
    subtree: true,
    characterData: true,
    childList: true,
  });
  const started = performance.now();
  [...contentDocument.querySelectorAll('button')].find((one) => one.textContent === '测算本表').click();
  while (!contentDocument.body.textContent.includes('结果已写在'))
    await new Promise((resolve) => setTimeout(resolve, 50));
  return { milliseconds: performance.now() - started, words: words.size };
}

function line(what, value) {
  console.log(`${what.padEnd(64)} ${value}`);
}

const buttonIn = (page, name) =>
  page.frameLocator('.pane iframe').getByRole('button', { name, exact: true }).first();

async function large(open) {
  const page = await open('?platform=web&lang=zh');
  await (
    await page.evaluateHandle(() => window.workbench)
  ).evaluate(largeSheet.enlarge, { rows, columns: COLUMNS });
  await page.evaluate(watchTasks);
  const { milliseconds, words } = await page.evaluate(evaluated);
  line(`${rows} × ${COLUMNS}: button to results`, `${(milliseconds / 1000).toFixed(1)} s`);
  const { largestRequest, largestResponse, requests } = await page.evaluate(() => ({
    ...window.workbench.host.traffic,
  }));
  const hostTime = await page.evaluate(() => window.workbench.host.milliseconds);
  const tasks = await page.evaluate(ownTasks);
  line('of it the simulated Excel', `${(hostTime / 1000).toFixed(1)} s`);
  line('different words of progress seen', String(words));
  line(`largest of ${requests} requests`, `${(largestRequest / MEGABYTE).toFixed(2)} MB`);
  line('largest response', `${(largestResponse / MEGABYTE).toFixed(2)} MB`);
  line(
    'longest tasks without the simulated Excel’s time (after …)',
    tasks
      .slice(0, 5)
      .map(({ own, after }) => `${own.toFixed(0)} ms (${(after / 1000).toFixed(1)} s)`)
      .join(', '),
  );
  line('tasks over 100 ms', `${tasks.filter(({ own }) => own > 100).length} of ${tasks.length} over 50 ms`);
  await page.context().close();
}

async function cancelled(open) {
  const page = await open('?platform=web&lang=zh');
  await (
    await page.evaluateHandle(() => window.workbench)
  ).evaluate(largeSheet.enlarge, { rows, columns: COLUMNS });
  const pane = page.frameLocator('.pane iframe');
  for (const stage of ['读取数据', '测算政策']) {
    await buttonIn(page, '测算本表').click();
    await pane.getByText(stage).first().waitFor();
    // From the click until the pane can evaluate again, by the page's own clock.
    const time = await page.evaluate(async () => {
      const { contentDocument } = document.querySelector('.pane iframe');
      const button = (name) =>
        [...contentDocument.querySelectorAll('button')].find((one) => one.textContent === name);
      const clicked = performance.now();
      button('取消').click();
      while (button('测算本表') === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - clicked;
    });
    line(`cancelled at ${stage}: stopped after`, `${time.toFixed(0)} ms`);
  }
  await page.context().close();
}

async function singleCells(open) {
  const page = await open('?sample=none&lang=zh');
  await page.evaluate((count) => {
    const { host } = window.workbench;
    const name = host.workbook.activeSheet.name;
    host.user.enter(
      `${name}!A1`,
      Array.from({ length: count }, (_, row) => [100_000 + row * 7, '商场']),
    );
  }, CALLS);
  const [whole, inHost] = await page.evaluate(async (count) => {
    const { host } = window.workbench;
    const name = host.workbook.activeSheet.name;
    const formulas = Array.from({ length: count }, (_, row) => [
      `=POLICY.SUBSIDY_RENT_RELIEF(A${row + 1},B${row + 1})`,
    ]);
    const before = host.milliseconds;
    const started = performance.now();
    host.user.enter(`${name}!D1`, formulas);
    const entered = performance.now() - started;
    while (host.calls.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return [performance.now() - started, host.milliseconds - before + entered];
  }, CALLS);
  line(`${CALLS} cells with a function each: all answered after`, `${(whole / 1000).toFixed(2)} s`);
  line('of it the simulated Excel', `${(inHost / 1000).toFixed(2)} s`);
  await page.context().close();
}

/** In every frame, before its scripts: notes when the pane's button can first be pressed. */
function noteUsable() {
  if (!location.pathname.includes('taskpane')) return;
  new MutationObserver(() => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === '测算本表');
    if (button !== undefined && !button.disabled) window.usableAt ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

async function started(open) {
  const first = await open('?sample=none&lang=zh');
  const times = { anew: [], kept: [] };
  for (let run = 0; run < 5; run += 1) {
    for (const files of ['anew', 'kept']) {
      const page = await first.context().newPage();
      const browser = await page.context().newCDPSession(page);
      await browser.send('Network.enable');
      await browser.send('Network.setCacheDisabled', { cacheDisabled: files === 'anew' });
      await page.addInitScript(noteUsable);
      await page.goto(first.url());
      const pane = await (await page.waitForSelector('.pane iframe')).contentFrame();
      await pane.waitForFunction(() => window.usableAt !== undefined);
      times[files].push(await pane.evaluate(() => window.usableAt));
      await page.close();
    }
  }
  for (const [files, all] of Object.entries(times)) {
    const [least, , median, , most] = all.toSorted((a, b) => a - b).map((time) => time.toFixed(0));
    line(`pane usable, files ${files}: least, median, most of 5`, `${least} / ${median} / ${most} ms`);
  }
  await first.context().close();
}

console.log(`load ${loadavg()[0].toFixed(1)} at the start`);
await withWorkbench(async (open) => {
  await started(open);
  await singleCells(open);
  await large(open);
  await cancelled(open);
});
