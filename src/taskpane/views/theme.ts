import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import type { Lang } from '../../rules';

const CHINESE = "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC'";
const LATIN = "'Segoe UI', -apple-system, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans'";

/**
 * A Chinese font is named before the browser chooses one, which may be a serif or a Japanese one; in English
 * after the others, because Chinese fonts have quotation marks as wide as a character.
 */
const FONTS: Readonly<Record<Lang, string>> = {
  zh: `'Segoe UI', ${CHINESE}, -apple-system, sans-serif`,
  en: `${LATIN}, ${CHINESE}, sans-serif`,
};

const DARK = '(prefers-color-scheme: dark)';

/**
 * Excel's theme where it tells one, otherwise the system's. High contrast needs no theme of its own: in
 * forced-colors mode the browser puts the user's colours in place of ours.
 */
export function useTheme(isHostDark: boolean | null, lang: Lang): Theme {
  const isSystemDark = useSyncExternalStore(watchSystem, () => window.matchMedia(DARK).matches);
  const isDark = isHostDark ?? isSystemDark;
  return useMemo(
    () => ({ ...(isDark ? webDarkTheme : webLightTheme), fontFamilyBase: FONTS[lang] }),
    [isDark, lang],
  );
}

function watchSystem(onChange: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}
