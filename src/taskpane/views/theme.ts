import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

/**
 * Excel's theme where it tells one, otherwise the system's. High contrast needs no theme of its own: in
 * forced-colors mode the browser puts the user's colours in place of ours.
 */
export function useTheme(isHostDark: boolean | null): Theme {
  const isSystemDark = useSyncExternalStore(watchSystem, () => window.matchMedia(DARK).matches);
  return (isHostDark ?? isSystemDark) ? webDarkTheme : webLightTheme;
}

function watchSystem(onChange: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}
