import { createRoot } from 'react-dom/client';
import type { HostTheme } from '../excel';
import type { Session } from './session/session';
import { Pane } from './views/Pane';

/** Shows the pane in an element of the page. */
export function mountPane(element: Element, session: Session, theme: HostTheme | null): void {
  createRoot(element).render(<Pane session={session} isHostDark={theme === null ? null : theme.isDark} />);
}
