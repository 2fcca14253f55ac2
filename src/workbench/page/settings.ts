/**
 * How the page is to run, from its address: `?platform=web&blanks=null&lang=en&theme=dark&sample=departments`.
 * Analysts need none of these; tests run each of Excel's behaviours with them.
 */
import type { Lang } from '../../rules';

export interface Settings {
  /** Limits and requirement sets of Excel for Windows or on the web. */
  readonly platform: 'desktop' | 'web';
  /** How blank cells reach custom functions; the platform's way where absent. */
  readonly blanks?: 'zero' | 'null';
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  /** The sample that is open at the start; `none` for an empty workbook. */
  readonly sample: string;
  /** Whether the task pane is open at the start. */
  readonly pane: boolean;
}

export interface Surroundings {
  readonly languages: readonly string[];
  readonly prefersDark: boolean;
}

/** A value that is not known is as if it were absent. */
export function settingsIn(search: string, { languages, prefersDark }: Surroundings): Settings {
  const given = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === given.get(name));
  const blanks = oneOf('blanks', ['zero', 'null']);
  // Chinese unless the reader's first language is another one.
  const lang: Lang = (languages[0] ?? 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return {
    platform: oneOf('platform', ['desktop', 'web']) ?? 'desktop',
    ...(blanks === undefined ? {} : { blanks }),
    lang: oneOf('lang', ['zh', 'en']) ?? lang,
    theme: oneOf('theme', ['light', 'dark']) ?? (prefersDark ? 'dark' : 'light'),
    sample: given.get('sample') ?? 'xishan-2020',
    pane: given.get('pane') !== 'closed',
  };
}
