import { isDeepStrictEqual } from 'node:util';
import { type SimulatedHost, snapshotOf, type WorkbookSnapshot } from '../../../src/workbench/host';
import { type OfficePage, openOffice } from '../../workbench/host/office-page';
import { putInFront } from '../page-in-front';

/** The Excel room as a page loads it: each has an instance of its own, which dies with the page. */
export type ExcelRoom = typeof import('../../../src/excel');

/** A room in which no work was ever cut short: it is as good as a new one, which takes long to load. */
let idleRoom: ExcelRoom | null = null;

/** A workbook in Excel with the add-in open in it, which can be killed and started again. */
export class Bench {
  private constructor(
    readonly host: SimulatedHost,
    private page: OfficePage,
    private readonly outer: ReturnType<typeof putInFront>,
  ) {}

  static async open(host: SimulatedHost): Promise<Bench> {
    idleRoom ??= await freshRoom();
    const page = await openOffice(host);
    return new Bench(host, page, putInFront(page));
  }

  get room(): ExcelRoom {
    if (idleRoom === null) throw new Error('the page was killed and not started again');
    return idleRoom;
  }

  /** The page was killed in the middle of its work: its room waits for ever for that to end. */
  killed(): void {
    idleRoom = null;
  }

  get snapshot(): WorkbookSnapshot {
    return snapshotOf(this.host.workbook);
  }

  /** The workbook is opened again: a new page, in which nothing of the one before is known. */
  async restart(): Promise<void> {
    this.page.close();
    this.page = await openOffice(this.host);
    putInFront(this.page);
    idleRoom = await freshRoom();
  }

  isLike(snapshot: WorkbookSnapshot): boolean {
    return isDeepStrictEqual(this.snapshot, snapshot);
  }

  /** What was open before is in front again. */
  close(): void {
    this.page.close();
    putInFront(this.outer);
  }
}

/** Rooms that keep nothing between two calls are the same in every page. */
const STATELESS = ['rules', 'engine', 'sheet', 'report', 'functions'].map(
  (name) => `../../../src/${name}` as const,
);

async function freshRoom(): Promise<ExcelRoom> {
  const loaded: ExcelRoom[] = [];
  const shared = STATELESS.map((name) => [name, jest.requireActual<object>(name)] as const);
  await jest.isolateModulesAsync(async () => {
    for (const [name, module] of shared) jest.doMock(name, () => module);
    loaded.push(await import('../../../src/excel'));
  });
  const [room] = loaded;
  if (room === undefined) throw new Error('the Excel room did not load');
  return room;
}
