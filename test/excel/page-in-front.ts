import type { OfficePage } from '../workbench/host/office-page';

type Globals = Partial<Pick<OfficePage, 'Excel' | 'Office'>>;

let inFront: Globals | undefined;

// Getters, since Jest keeps every value a global ever had, with all of its page, until the end of the file.
Object.defineProperties(globalThis, {
  Excel: { configurable: true, get: () => inFront?.Excel },
  Office: { configurable: true, get: () => inFront?.Office },
});

/** From now on `Excel` and `Office` are those of this page; undefined where there is none. Gives the page before. */
export function putInFront(page: Globals | undefined): Globals | undefined {
  const before = inFront;
  inFront = page;
  return before;
}
