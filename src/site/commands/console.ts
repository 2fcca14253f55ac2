import type { Bilingual, Lang } from '../../rules';

/** Where a command of the site speaks; a test hands in its own. */
export interface SiteConsole {
  readonly lang: Lang;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

export function say(to: SiteConsole, text: Bilingual): void {
  to.stdout.write(`${text[to.lang]}\n`);
}

export function warn(to: SiteConsole, text: Bilingual): void {
  to.stderr.write(`${text[to.lang]}\n`);
}
