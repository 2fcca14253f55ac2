import type { Lang } from '../vocabulary';

export type Severity = 'error' | 'warning';

/**
 * What a diagnostic code says: how grave it is, and its text in both languages. A text says what is
 * wrong, what was expected and what to do, in whole sentences.
 */
export interface Template<Params> {
  readonly severity: Severity;
  readonly zh: (params: Params) => string;
  readonly en: (params: Params) => string;
}

type Text<Params> = (params: Params) => string;

export const error = <Params = Record<never, never>>(
  zh: Text<Params>,
  en: Text<Params>,
): Template<Params> => ({
  severity: 'error',
  zh,
  en,
});

export const warning = <Params = Record<never, never>>(
  zh: Text<Params>,
  en: Text<Params>,
): Template<Params> => ({
  severity: 'warning',
  zh,
  en,
});

/** `“甲”、“乙”` or `"a", "b"`; long lists are cut. */
export function listed(names: Iterable<string>, lang: Lang): string {
  const all = [...names];
  const shown = all.slice(0, 12).map((name) => quoted(name, lang));
  if (lang === 'zh') return shown.join('、') + (all.length > 12 ? `等 ${all.length} 个` : '');
  return shown.join(', ') + (all.length > 12 ? ` and ${all.length - 12} more` : '');
}

export const quoted = (name: string, lang: Lang): string => (lang === 'zh' ? `“${name}”` : `"${name}"`);

/** Chinese text takes a space before and behind what is not Chinese; for texts that are put into a sentence. */
export const spaced = (text: string): string =>
  `${/^[\w=]/u.test(text) ? ' ' : ''}${text}${/\w$/u.test(text) ? ' ' : ''}`;

/** A closing sentence with the name that may have been meant; nothing where there is none. */
export function didYouMean(suggestion: string | undefined, lang: Lang): string {
  if (suggestion === undefined) return '';
  return lang === 'zh' ? `是不是“${suggestion}”？` : ` Did you mean "${suggestion}"?`;
}
