import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Bilingual } from '../../rules';
import type { Session } from '../session/session';
import type { PaneState } from '../state/pane-state';

const PaneContext = createContext<Session | null>(null);

/** Makes the session known to the views within. */
export const SessionProvider = PaneContext.Provider;

export function useSession(): Session {
  const session = useContext(PaneContext);
  if (session === null) throw new Error('a view stands outside of the pane');
  return session;
}

/** The state as it is; the view is shown anew when it changes. */
export function usePane(): PaneState {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** Says texts in the user's language. */
export function useText(): (text: Bilingual) => string {
  const { lang } = usePane();
  return (text) => text[lang];
}
