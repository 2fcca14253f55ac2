import type { HostOptions, Sheet, SimulatedHost } from '../../../src/workbench/host';
import { newHost } from './new-host';
import { openOffice, type OfficePage } from './office-page';

export { newHost };

// The default of five seconds is short for opening pages on a machine that is busy with other tests.
jest.setTimeout(30_000);

/** Runs a test's code in a page on a host of its own, and asks afterwards that the host covered all of it. */
export async function inOffice<T>(
  work: (office: OfficePage, host: SimulatedHost) => Promise<T>,
  host: SimulatedHost = newHost(),
): Promise<T> {
  const office = await openOffice(host);
  try {
    const result = await work(office, host);
    host.requireCovered();
    return result;
  } finally {
    office.close();
  }
}

/**
 * Waits until what the host has to tell has arrived. Counted in turns of the event loop, not in time, so
 * that a busy machine changes nothing.
 */
export async function settled(turns = 25): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** Waits until something is so; a test that waits in vain runs into its own time limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await settled(1);
}

/** What a rejected promise of Office.js says. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; location: string }> {
  try {
    await work;
  } catch (error) {
    const { code, message, debugInfo } = error as OfficeExtension.Error;
    return { code, message, location: debugInfo.errorLocation ?? '' };
  }
  throw new Error('nothing failed');
}

/** One batch on the active sheet. */
export function onSheet<T>(
  { Excel: excel }: OfficePage,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));
}

/** One page for all tests of a file; each test works on a sheet of its own, which is the active one. */
export function sharedOffice(options: Partial<HostOptions> = {}): SharedOffice {
  const host = newHost(options);
  const pages: OfficePage[] = [];
  let sheets = 1;
  beforeAll(async () => {
    pages.push(await openOffice(host));
  });
  beforeEach(() => {
    sheets += 1;
    host.user.addSheet(`第${sheets}张`);
    host.user.select(`第${sheets}张!A1`);
  });
  afterEach(() => {
    host.requireCovered();
  });
  afterAll(() => {
    for (const page of pages) page.close();
  });
  const page = (): OfficePage => {
    const [first] = pages;
    if (first === undefined) throw new Error('no page is open yet');
    return first;
  };
  return {
    host,
    page,
    sheet: () => host.workbook.activeSheet,
    run: (work) => onSheet(page(), work),
  };
}

export interface SharedOffice {
  readonly host: SimulatedHost;
  page(): OfficePage;
  /** The test's own sheet, in the host's model. */
  sheet(): Sheet;
  /** One batch on the test's own sheet. */
  run<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T>;
}
