import type { SimulatedHost } from '../../src/workbench/host';
import { newHost } from '../workbench/host/in-office';
import { type OfficePage, openOffice } from '../workbench/host/office-page';

/** Retries at once: tests do not wait. */
export const AT_ONCE = { patience: { forUser: 200, pauses: [0, 0, 0] } };

/** Runs code of the Excel room, which names `Excel` and `Office`, on a simulated host of its own. */
export async function inExcel<T>(
  work: (host: SimulatedHost, page: OfficePage) => Promise<T>,
  host: SimulatedHost = newHost(),
): Promise<T> {
  const page = await openOffice(host);
  const globals = globalThis as Partial<Pick<OfficePage, 'Excel' | 'Office'>>;
  const before = { Excel: globals.Excel, Office: globals.Office };
  Object.assign(globals, { Excel: page.Excel, Office: page.Office });
  try {
    const result = await work(host, page);
    host.requireCovered();
    return result;
  } finally {
    Object.assign(globals, before);
    page.close();
  }
}
