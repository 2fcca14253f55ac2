/**
 * What browser tests take hold of: `window.workbench`. It does nothing that the page's buttons do not do, but
 * without dialogs, and shows the host's model.
 */
import type { SimulatedHost, WorkbookSnapshot } from '../host';
import type { Workbench } from './workbench';

export interface WorkbenchHandle {
  /** The simulated Excel of the workbook that is open; another one after each opening. */
  readonly host: SimulatedHost;
  /** All that the workbook holds, as plain data. */
  snapshot(): WorkbookSnapshot;
  /** Opens a file. @returns null, or why it could not be opened, in the page's language */
  open(bytes: Uint8Array, name?: string): string | null;
  /** The workbook as the bytes of a file. */
  save(): Uint8Array;
  /** Whether the pane is connected and nothing is being calculated or opened. */
  readonly isSettled: boolean;
}

declare global {
  interface Window {
    workbench?: WorkbenchHandle;
  }
}

export function testHandle(workbench: Workbench): WorkbenchHandle {
  return {
    get host() {
      return workbench.host;
    },
    snapshot: () => workbench.snapshot(),
    open: (bytes, name = 'test.xlsx') =>
      workbench.open(bytes, name) ? null : (workbench.message?.text[workbench.lang] ?? ''),
    save: () => workbench.save(),
    get isSettled() {
      const { session, host, task } = workbench;
      return session?.isReached === true && task === null && host.calls.waiting === 0;
    },
  };
}
