/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "https://localhost/taskpane.html"}
 */
import { pathToFileURL } from 'node:url';
import { SimulatedHost } from '../../../src/workbench/host';
import { officeMembers } from './office-members';

test('office.js also runs in the page of the test itself, for tests of the task pane', async () => {
  const host = new SimulatedHost({ members: officeMembers() });
  const { document } = globalThis as unknown as { document: PageDocument };
  const session = host.connect(globalThis);
  const script = document.createElement('script');
  script.src = pathToFileURL(require.resolve('@microsoft/office-js/dist/office.js')).href;
  await new Promise((resolve) => {
    script.addEventListener('load', resolve);
    document.head.append(script);
  });
  await Office.onReady();
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe('Sheet1');
  session.kill();
});

/** As much of the DOM as this test needs; the project's types have none. */
interface PageDocument {
  createElement(name: string): {
    src: string;
    addEventListener(event: 'load', listener: (event: unknown) => void): void;
  };
  readonly head: { append(element: unknown): void };
}
