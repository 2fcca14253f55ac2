import type { Lang } from '../rules';

const KEY = 'subsidy.lang';

/** The language that the user chose for the pane, in whatever workbook; null for none. */
export function keptLang(): Lang | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'zh' || kept === 'en' ? kept : null;
  } catch {
    // Browsers that keep nothing for embedded pages throw.
    return null;
  }
}

export function keepLang(lang: Lang): void {
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // The choice holds for this page then.
  }
}
