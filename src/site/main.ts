import { browserCommand, openBrowser } from './commands/open-browser';
import { type SiteConsole, warn } from './commands/console';
import { machineLanguage } from './commands/language';
import { languageIn } from './commands/options';
import type { Project } from './commands/project';
import { release } from './commands/release';
import type { RunningSite } from './commands/running';
import { serve } from './commands/serve';
import { start } from './commands/start';
import { asksForUsage, type USAGES, usageText } from './commands/usage';
import { SiteProblem } from './problem';

export type SiteCommand = keyof typeof USAGES;

/**
 * Runs one of the site's commands in this process and answers with its exit code: 0 done, stopped by the user, or
 * only asked for its usage, 1 it could not be done, the reason is on stderr.
 */
export async function main(command: SiteCommand, argv: readonly string[], project: Project): Promise<number> {
  const to = consoleOf(argv);
  if (asksForUsage(argv)) {
    to.stdout.write(`${usageText(command, to.lang)}\n`);
    return 0;
  }
  try {
    if (command === 'release') {
      await release(argv, to, project);
      return 0;
    }
    const site =
      command === 'serve'
        ? await serve(argv, to, project, new Date())
        : await start(argv, to, project, {
            environment: process.env,
            async open(address) {
              const opener = browserCommand(address, process.platform, process.env);
              return opener !== undefined && openBrowser(opener);
            },
          });
    await untilStopped(site);
    return 0;
  } catch (error) {
    if (!(error instanceof SiteProblem)) throw error;
    warn(to, error.text);
    return 1;
  }
}

/** In the language asked for, otherwise in the machine's. */
function consoleOf(argv: readonly string[]): SiteConsole {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const isDesktop = process.platform === 'win32' || process.platform === 'darwin';
  const machine = machineLanguage(process.env, isDesktop ? locale : undefined);
  const given = languageIn(argv);
  const { stdout, stderr } = process;
  return { lang: given === 'zh' || given === 'en' ? given : machine, stdout, stderr };
}

async function untilStopped(site: RunningSite): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
  await site.stop();
}
