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

/** One part of the state; the view is shown anew when that part changes, and only then. */
export function usePane<Part extends keyof PaneState>(part: Part): PaneState[Part] {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => store.state()[part]);
}

/** Whether a job is under way: unlike its progress this changes only when one begins or ends. */
export function useIsBusy(): boolean {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => store.state().work !== null);
}

/** Says texts in the user's language. */
export function useText(): (text: Bilingual) => string {
  const lang = usePane('lang');
  return (text) => text[lang];
}
