import { isDeepStrictEqual } from 'node:util';
import { type SimulatedHost, snapshotOf, type WorkbookSnapshot } from '../../../src/workbench/host';
import { type OfficePage, openOffice } from '../../workbench/host/office-page';

/** The Excel room as a page loads it: each has an instance of its own, which dies with the page. */
export type ExcelRoom = typeof import('../../../src/excel');

/** What the Excel room names; absent before the first page is open. */
interface Globals {
  Excel?: OfficePage['Excel'] | undefined;
  Office?: OfficePage['Office'] | undefined;
}
const globals = globalThis as Globals;

/** A workbook in Excel with the add-in open in it, which can be killed and started again. */
export class Bench {
  private constructor(
    readonly host: SimulatedHost,
    private page: OfficePage,
    private loaded: ExcelRoom,
    private readonly outer: Globals,
  ) {}

  static async open(host: SimulatedHost): Promise<Bench> {
    const { Excel: excel, Office: office } = globals;
    return new Bench(host, await startPage(host), await freshRoom(), { Excel: excel, Office: office });
  }

  get room(): ExcelRoom {
    return this.loaded;
  }

  get snapshot(): WorkbookSnapshot {
    return snapshotOf(this.host.workbook);
  }

  /** The workbook is opened again: a new page, in which nothing of the one before is known. */
  async restart(): Promise<void> {
    this.page.close();
    this.page = await startPage(this.host);
    this.loaded = await freshRoom();
  }

  isLike(snapshot: WorkbookSnapshot): boolean {
    return isDeepStrictEqual(this.snapshot, snapshot);
  }

  /** What was open before is in front again. */
  close(): void {
    this.page.close();
    Object.assign(globals, this.outer);
  }
}

async function startPage(host: SimulatedHost): Promise<OfficePage> {
  const page = await openOffice(host);
  Object.assign(globals, { Excel: page.Excel, Office: page.Office });
  return page;
}

async function freshRoom(): Promise<ExcelRoom> {
  const loaded: ExcelRoom[] = [];
  await jest.isolateModulesAsync(async () => {
    loaded.push(await import('../../../src/excel'));
  });
  const [room] = loaded;
  if (room === undefined) throw new Error('the Excel room did not load');
  return room;
}
