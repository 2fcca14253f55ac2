import { asksForUsage, release, serve, start, type SiteCommand, usageText } from '../../../src/site';
import { inProject, problemOf } from './in-project';

const desktop = { environment: {}, open: () => Promise.resolve(false) };

/** What a command says it accepts when it is given something else. */
async function acceptedBy(command: SiteCommand): Promise<string[]> {
  return inProject(async ({ console, project }) => {
    const argv = ['--nonsense'];
    const run = {
      start: () => start(argv, console, project, desktop),
      serve: () => serve(argv, console, project, new Date()),
      release: () => release(argv, console, project),
    }[command];
    const { en } = await problemOf(run());
    return [...en.matchAll(/(?<=accepted: .*)--[a-z-]+/gu)].map(String);
  });
}

const COMMANDS: readonly SiteCommand[] = ['start', 'serve', 'release'];

test.each(COMMANDS)('the usage of %s lists what it accepts, in both languages', async (command) => {
  const accepted = new Set(await acceptedBy(command));
  const listed = (text: string): string[] =>
    [...text.matchAll(/^ {2}--.*$/gmu)].flatMap(([line]) => [...line.matchAll(/--[a-z-]+/gu)].map(String));
  expect(new Set(listed(usageText(command, 'zh')))).toEqual(accepted);
  expect(new Set(listed(usageText(command, 'en')))).toEqual(accepted);
});

test('the whole text', () => {
  expect(usageText('start', 'zh')).toBe(
    `测算示例工作簿，然后在本机浏览器里打开工作台（不需要 Excel）。

例如：
  npm start -- --port 8080

选项：
  --port <1–65535>
      端口；默认 3000，被占用时用下一个
  --no-open
      不打开浏览器
  --lang <zh|en>
      提示的语言；默认随系统`,
  );
});

test('is asked for by --help and -h, wherever they stand', () => {
  expect(asksForUsage(['--port', '80', '--help'])).toBe(true);
  expect(asksForUsage(['-h'])).toBe(true);
  expect(asksForUsage(['--host', 'h'])).toBe(false);
});
