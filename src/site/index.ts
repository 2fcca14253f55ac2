/**
 * The site: the built add-in and the workbench page as files with the headers they must be sent with.
 *
 * In: folders that the bundler filled, options, an administrator's certificate. Out: answers to requests on this
 * machine or an intranet, or an archive for IIS and nginx that makes them answer the same. It reads
 * files and never builds them (`Project` does), keeps no log and sends nothing anywhere.
 */
export { siteHandler } from './answers/handler';
export type { Mount } from './answers/mounts';
export { siteOf, start, type Desktop } from './commands/start';
export { serve } from './commands/serve';
export { release } from './commands/release';
export type { AddInBuild, BuildResult, Project } from './commands/project';
export type { RunningSite } from './commands/running';
export { listen } from './listening/listen';
export { main, type SiteCommand } from './main';
export { SiteProblem } from './problem';
export { asksForUsage, usageText } from './commands/usage';
