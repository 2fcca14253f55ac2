import type { ReportSource } from '../../../src/report';
import type { SimulatedHost } from '../../../src/workbench/host';
import { evaluated, lakeside } from '../evaluation';
import { AT_ONCE, inExcel } from '../in-excel';
import { enterprises } from '../workbooks';
import { Bench } from './bench';
import { type Course, killedAt, type Recorded } from './trial';

const rules = lakeside();
const [SHEET, DETAIL] = ['企业统计', '明细 lakeside-2026'];

/** Lines of 汇总 that are written: enough for each kind of cell it has. */
const SUMMARY_LINES = 8;

/** A report whose 汇总 ends after some lines: the rest is more of the same. */
function shortened(source: ReportSource): ReportSource {
  const sheets = source.outline.sheets.map((sheet) =>
    sheet.kind === 'summary' ? { ...sheet, rowCount: Math.min(sheet.rowCount, SUMMARY_LINES) } : sheet,
  );
  return { ...source, outline: { ...source.outline, sheets } };
}

async function evaluatedOn(host: SimulatedHost): Promise<ReportSource> {
  return inExcel(async () => shortened(await evaluated(rules)), host);
}

/** Cells beside the data have looks, which have to come back. */
async function untouched(): Promise<SimulatedHost> {
  const host = enterprises();
  await inExcel(async (_host, page) => {
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).getRange('K2:L3').format.fill.color = '#E2EFDA';
      await context.sync();
    });
  }, host);
  return host;
}

async function annotated(): Promise<SimulatedHost> {
  const host = await untouched();
  const source = await firstReport();
  const bench = await Bench.open(host);
  const outcome = await bench.room.annotate(source, AT_ONCE);
  bench.close();
  if (outcome.kind !== 'done') throw new Error(outcome.problem.message);
  return host;
}

/** Annotated and worked on: other figures, a review, a column of the users' own that is calculated. */
async function workedOn(): Promise<SimulatedHost> {
  const host = await annotated();
  host.user.type(`${SHEET}!D2`, 1_000_000);
  const table = host.workbook.sheetNamed(DETAIL)?.tables[0];
  if (table === undefined) throw new Error('there is no table of lines');
  await inExcel(async (_host, page) => {
    await page.Excel.run(async (context) => {
      const lines = context.workbook.tables.getItem(table.name);
      lines.columns.getItem('审核意见').getDataBodyRange().getCell(0, 0).values = [['已核']];
      lines.columns.add(undefined, undefined, '一半').getDataBodyRange().formulas = Array.from(
        { length: table.range.bottom - table.range.top },
        () => ['=1/2'],
      );
      lines.showTotals = true;
      await context.sync();
    });
  }, host);
  return host;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
};

const firstReport = once(async () => evaluatedOn(await untouched()));
const secondReport = once(async () => evaluatedOn(await workedOn()));

export const READING: Course = {
  name: 'reading',
  prepare: annotated,
  work: async (room) => {
    try {
      const { sheets } = await room.readWorkbook(AT_ONCE);
      for (const { id } of sheets) await room.readSheet(id, AT_ONCE);
      return { kind: 'done', value: null };
    } catch (error) {
      if (error instanceof room.ExcelProblem) return { kind: 'refused', problem: error };
      throw error;
    }
  },
};

export const ANNOTATING: Course = {
  name: 'annotating',
  prepare: untouched,
  work: async (room) => room.annotate(await firstReport(), AT_ONCE),
  again: (room) => room.takeBack(AT_ONCE),
};

export const ANNOTATING_AGAIN: Course = {
  name: 'annotating again',
  prepare: workedOn,
  work: async (room) => room.annotate(await secondReport(), AT_ONCE),
};

export const TAKING_BACK: Course = {
  name: 'taking back',
  prepare: annotated,
  work: (room) => room.takeBack(AT_ONCE),
  again: async (room) => room.annotate(await firstReport(), AT_ONCE),
};

export const HANDING_OVER: Course = {
  name: 'handing over',
  prepare: async () => {
    const host = await annotated();
    host.user.enter(`${SHEET}!V2`, [
      ['=POLICY.SUBSIDY_RENT_RELIEF(D2)'],
      ['=POLICY.SUBSIDY_RENT_RELIEF(D3)'],
    ]);
    return host;
  },
  work: (room) => room.makeHandOver(AT_ONCE),
};

/** Writes until the last values are to be looked at, fails there, and rolls all of it back. */
export function rollingBack(course: Course, { steps }: Recorded): Course & { readonly from: number } {
  const last = steps.findLastIndex(({ member, kind }) => kind === 'load' && member === 'Range') + 1;
  return {
    name: `rolling back ${course.name}`,
    prepare: course.prepare,
    work: async (room, host) => {
      host.faults.add({ at: { step: last }, error: 'AccessDenied' });
      return course.work(room, host);
    },
    from: last,
  };
}

/** Work that was killed when it last did something is ended at the next start. */
export function endingAfterKill(course: Course, { steps }: Recorded, member: string): Course {
  const step = steps.findLastIndex((one) => one.member === member) + 1;
  return {
    name: `ending ${course.name} after a kill`,
    prepare: async () => {
      const bench = await Bench.open(await course.prepare());
      await killedAt(bench, course, step);
      bench.close();
      return bench.host;
    },
    work: (room) => room.finishUnfinished({ ...AT_ONCE, evenIfAlive: true }),
  };
}
