import { createServer } from 'node:http';
import path from 'node:path';
import { siteHandler } from '../answers/handler';
import { listen } from '../listening/listen';
import { problem } from '../problem';
import { say, type SiteConsole, warn } from './console';
import { portOf, readOptions } from './options';
import type { Project } from './project';
import { addressOf, type RunningSite, runningSite } from './running';

/** This machine only: the page is for whoever sits at it. */
const HOST = '127.0.0.1';
const DEFAULT_PORT = 3000;

/** What start needs of the machine besides the console. */
export interface Desktop {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Opens the address in a browser; false where there is none. */
  open(address: string): Promise<boolean>;
}

/**
 * `npm start`: the sample on the console, then the workbench with the add-in on this machine.
 *
 * @throws SiteProblem when an option is wrong, the pages do not build or no port is free
 */
export async function start(
  argv: readonly string[],
  to: SiteConsole,
  project: Project,
  desktop: Desktop,
): Promise<RunningSite> {
  const { values, flags } = readOptions(argv, { values: ['port'], flags: ['no-open'] });
  const wanted = portGiven(values.get('port'), desktop.environment['PORT']);

  say(to, { zh: '一、用命令行测算示例工作簿', en: '1. The sample workbook, evaluated by the command line' });
  say(to, { zh: '', en: '' });
  if (!(await project.evaluateSample(to.lang)))
    warn(to, { zh: '示例没有测算成功，原因见上。', en: 'The sample could not be evaluated; see above.' });

  say(to, {
    zh: '\n二、在工作台页面里使用加载项',
    en: '\n2. The add-in, in the workbench page',
  });
  await buildIfStale(to, project);
  const server = createServer(siteHandler(siteOf(project.root)));
  const port = await listen(server, { host: HOST, port: wanted, orNext: true });
  const site = runningSite(server, addressOf('http', HOST, port));
  if (wanted !== 0 && port !== wanted)
    say(to, {
      zh: `  端口 ${wanted} 已被占用，改用 ${port}。`,
      en: `  Port ${wanted} is in use; using ${port}.`,
    });
  say(to, {
    zh: `  地址：${site.address}\n  页面代替 Excel：示例工作簿、任务窗格和自定义函数都是真正的加载项。按 Ctrl+C 停止。`,
    en: `  Address: ${site.address}\n  The page stands in for Excel; workbook, task pane and functions are those of the real add-in. Ctrl+C stops.`,
  });
  if (!flags.has('no-open') && !(await desktop.open(site.address)))
    say(to, {
      zh: '  这台机器上没有可打开的浏览器：请在浏览器里打开上面的地址。',
      en: '  There is no browser to open here: open the address above in one.',
    });
  return site;
}

/** The workbench at the root, the add-in beside it: one origin. @param root the project's folder */
export function siteOf(root: string) {
  return [
    { prefix: '/', folder: path.join(root, 'dist', 'workbench'), index: 'index.html' },
    { prefix: '/addin/', folder: path.join(root, 'dist', 'addin'), index: 'help.html' },
  ];
}

function portGiven(option: string | undefined, environment: string | undefined): number {
  if (option !== undefined) return portOf(option, '--port');
  if (environment !== undefined && environment !== '') return portOf(environment, 'PORT');
  return DEFAULT_PORT;
}

async function buildIfStale(to: SiteConsole, project: Project): Promise<void> {
  if (!project.isStale()) return;
  say(to, {
    zh: '  正在生成页面，第一次约需一分钟……',
    en: '  Building the pages; the first time takes about a minute …',
  });
  const result = await project.build();
  if (!result.ok)
    throw problem(
      `页面没有生成成功：\n\n${result.output}`,
      `The pages could not be built:\n\n${result.output}`,
    );
}
