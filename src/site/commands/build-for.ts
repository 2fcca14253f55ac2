import { problem } from '../problem';
import { say, type SiteConsole } from './console';
import type { Edition } from './options';
import type { Project } from './project';

/**
 * Builds the add-in for an address into a folder.
 *
 * @throws SiteProblem with what the bundler said
 */
export async function buildFor(
  to: SiteConsole,
  project: Project,
  { folder, base, ...edition }: Edition & { readonly folder: string; readonly base: URL },
): Promise<void> {
  const address = base.href.replace(/\/+$/u, '');
  say(to, { zh: `正在为 ${address} 生成加载项……`, en: `Building the add-in for ${address} …` });
  const result = await project.buildAddIn({ folder, base: address, ...edition });
  if (!result.ok) {
    throw problem(
      `加载项没有生成成功：\n\n${result.output}`,
      `The add-in could not be built:\n\n${result.output}`,
    );
  }
}
