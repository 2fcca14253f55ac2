import { start } from '../../../src/site';
import { inProject, problemOf } from './in-project';

const NO_DESKTOP = { environment: {}, open: async () => Promise.resolve(false) };

async function textAt(address: string): Promise<string> {
  return (await fetch(address)).text();
}

test('the sample first, then the workbench at the root and the add-in beside it', async () => {
  await inProject(async ({ console, project, built }) => {
    const site = await start(['--port', '0'], console, project, NO_DESKTOP);
    const pages = [await textAt(site.address), await textAt(`${site.address}addin/taskpane.html`)];
    await site.stop();
    expect(pages).toEqual([expect.stringContaining('补贴政策测算'), expect.stringContaining('补贴政策测算')]);
    expect(built).toEqual([]);
  });
});

test('says in Chinese where it is and that there is no browser', async () => {
  await inProject(async (fake) => {
    const site = await start(['--port', '0'], fake.console, fake.project, NO_DESKTOP);
    await site.stop();
    expect(fake.said).toBe(
      `一、用命令行测算示例工作簿\n\n\n二、在工作台页面里使用加载项\n` +
        `  地址：${site.address}\n  页面代替 Excel：示例工作簿、任务窗格和自定义函数都是真正的加载项。按 Ctrl+C 停止。\n` +
        `  这台机器上没有可打开的浏览器：请在浏览器里打开上面的地址。\n`,
    );
  });
});

test('and in English', async () => {
  await inProject(
    async (fake) => {
      const site = await start(['--port', '0'], fake.console, fake.project, NO_DESKTOP);
      await site.stop();
      expect(fake.said).toBe(
        `1. The sample workbook, evaluated by the command line\n\n\n2. The add-in, in the workbench page\n` +
          `  Address: ${site.address}\n  The page stands in for Excel; workbook, task pane and functions are those of the real add-in. Ctrl+C stops.\n` +
          `  There is no browser to open here: open the address above in one.\n`,
      );
    },
    { lang: 'en' },
  );
});

test('opens the browser, unless told not to', async () => {
  const opened: string[] = [];
  const desktop = {
    environment: {},
    async open(address: string) {
      opened.push(address);
      return Promise.resolve(true);
    },
  };
  await inProject(async ({ console, project }) => {
    const first = await start(['--port', '0'], console, project, desktop);
    const second = await start(['--port', '0', '--no-open'], console, project, desktop);
    await first.stop();
    await second.stop();
    expect(opened).toEqual([first.address]);
  });
});

test('the port may come from the environment; when it is taken the next one is used, and said', async () => {
  await inProject(async (fake) => {
    const first = await start(['--port', '0'], fake.console, fake.project, NO_DESKTOP);
    const { port } = new URL(first.address);
    const desktop = { ...NO_DESKTOP, environment: { PORT: port } };
    const second = await start([], fake.console, fake.project, desktop);
    await first.stop();
    await second.stop();
    expect(fake.said).toContain(`  端口 ${port} 已被占用，改用 ${new URL(second.address).port}。\n`);
  });
});

test('builds when the pages are older than their sources', async () => {
  await inProject(
    async (fake) => {
      const site = await start(['--port', '0'], fake.console, fake.project, NO_DESKTOP);
      await site.stop();
      expect(fake.built).toEqual(['pages']);
      expect(fake.said).toContain('  正在生成页面，第一次约需一分钟……\n');
    },
    { isStale: () => true },
  );
});

test('a build that fails is an end with what the bundler said', async () => {
  const text = await inProject(
    async ({ console, project }) => problemOf(start(['--port', '0'], console, project, NO_DESKTOP)),
    { isStale: () => true, build: async () => Promise.resolve({ ok: false, output: 'no such module' }) },
  );
  expect(text).toEqual({
    zh: '页面没有生成成功：\n\nno such module',
    en: 'The pages could not be built:\n\nno such module',
  });
});

test('a sample that could not be evaluated does not keep the page from being served', async () => {
  await inProject(
    async (fake) => {
      const site = await start(['--port', '0'], fake.console, fake.project, NO_DESKTOP);
      await site.stop();
      expect(fake.said).toContain('示例没有测算成功，原因见上。\n');
    },
    { evaluateSample: async () => Promise.resolve(false) },
  );
});

test.each([
  [
    ['--open'],
    {
      zh: '不认识 --open；可用：--port --lang --no-open。',
      en: 'Unknown: --open; accepted: --port --lang --no-open.',
    },
  ],
  [
    ['3000'],
    {
      zh: '不认识 3000；可用：--port --lang --no-open。',
      en: 'Unknown: 3000; accepted: --port --lang --no-open.',
    },
  ],
  [['--port'], { zh: '选项 --port 后面要有一个值。', en: 'Option --port needs a value.' }],
  [
    ['--port', '70000'],
    {
      zh: '--port 应为 0 至 65535 的端口号，不能是 70000。',
      en: '--port is a port from 0 to 65535, not 70000.',
    },
  ],
  [['--lang', 'fr'], { zh: '--lang 只能是 zh 或 en，不能是 fr。', en: '--lang is zh or en, not fr.' }],
])('%j', async (argv, text) => {
  const said = await inProject(async ({ console, project }) =>
    problemOf(start(argv, console, project, NO_DESKTOP)),
  );
  expect(said).toEqual(text);
});
