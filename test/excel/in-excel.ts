import { ExcelProblem } from '../../src/excel';
import type { SimulatedHost } from '../../src/workbench/host';
import { newHost } from '../workbench/host/in-office';
import { type OfficePage, openOffice } from '../workbench/host/office-page';
import { putInFront } from './page-in-front';

/** Retries at once: tests do not wait. */
export const AT_ONCE = { patience: { forUser: 200, pauses: [0, 0, 0] } };

/** Runs code of the Excel room, which names `Excel` and `Office`, on a simulated host of its own. */
export async function inExcel<T>(
  work: (host: SimulatedHost, page: OfficePage) => Promise<T>,
  host: SimulatedHost = newHost(),
): Promise<T> {
  const page = await openOffice(host);
  const before = putInFront(page);
  try {
    const result = await work(host, page);
    host.requireCovered();
    return result;
  } finally {
    putInFront(before);
    page.close();
  }
}

/** The problem that work of the Excel room ends with. */
export async function problemOf(work: Promise<unknown>): Promise<ExcelProblem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ExcelProblem) return error;
    throw error;
  }
  throw new Error('there was no problem');
}

/** Does something the first time it is called: what a user does in the middle of our work. */
export function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}

export async function milliseconds(time: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, time);
  });
}
