/**
 * A page with the unmodified office.js of the package in it, connected to a simulated host. Each page is a
 * runtime of the add-in of its own: closing one and opening another on the same host is a restart.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Session, SimulatedHost } from '../../../src/workbench/host';

const library = path.join(__dirname, '../../../node_modules/@microsoft/office-js/dist/office.js');

export interface OfficeGlobals {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

export interface OfficePage extends OfficeGlobals {
  readonly session: Session;
  readonly window: OfficeGlobals;
  close(): void;
}

/**
 * Opens a page on the host and waits until Office.js is ready.
 *
 * @param addIn the add-in's own script, which runs right after office.js: what it associates is there before the
 *   host's first call
 */
export async function openOffice(
  host: SimulatedHost,
  addIn: (globals: OfficeGlobals) => void = () => undefined,
): Promise<OfficePage> {
  const sessions: Session[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => {
    throw error;
  });
  const scripts = `<script src="${pathToFileURL(library).href}"></script><script>startAddIn()</script>`;
  const page = new JSDOM(`<!doctype html>${scripts}`, {
    url: 'https://localhost/taskpane.html',
    runScripts: 'dangerously',
    resources: 'usable',
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (window) => {
      sessions.push(host.connect(window));
      Object.defineProperty(window, 'startAddIn', {
        value: () => {
          addIn(window as unknown as OfficeGlobals);
        },
      });
    },
  });
  const [session] = sessions;
  if (session === undefined) throw new Error('the page was not connected');
  await new Promise((resolve) => {
    page.window.addEventListener('load', resolve, { once: true });
  });
  const window = page.window as unknown as OfficeGlobals;
  await window.Office.onReady();
  // Office.js has requests of its own when it starts; a test begins when they are through.
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return {
    session,
    window,
    Excel: window.Excel,
    Office: window.Office,
    OfficeExtension: window.OfficeExtension,
    CustomFunctions: window.CustomFunctions,
    close: () => {
      session.kill();
      page.window.close();
    },
  };
}
