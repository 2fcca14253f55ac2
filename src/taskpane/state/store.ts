import type { PaneEvent } from './events';
import type { PaneState } from './pane-state';
import { reduce } from './reduce';

/** Holds the state. In the form that React's useSyncExternalStore takes. */
export interface Store {
  readonly state: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  /** Calls back after every change. @returns ends it */
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createStore(initial: PaneState): Store {
  let state = initial;
  // Made anew with every change: whoever comes or goes while all are told does not disturb the telling.
  let listeners: readonly (() => void)[] = [];
  return {
    state: () => state,
    dispatch: (event) => {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (onChange) => {
      listeners = [...listeners, onChange];
      return () => {
        listeners = listeners.filter((listener) => listener !== onChange);
      };
    },
  };
}
