import { parseOurName, printOurName, type ReportOutline } from '../../report';
import { namesIn } from '../read/workbook-names';
import { cellRange, PLACE } from '../session/cells';
import { type Context, run } from '../session/run';
import { type NameToWrite, writeNames } from '../work/defined-names';
import { type NameBefore, PLACE_PREFIX } from '../work/marker';
import { formulaOf } from '../work/places';
import { putSetting, readSetting, SETTINGS } from '../work/workbook-settings';
import type { Work } from '../work/work';
import { type BeforeRecord, parseBefore, printBefore } from './before-record';
import { columnNamesNow } from './columns';
import type { ColumnsPlan } from './columns-plan';
import type { SheetTarget } from './sheet-target';
import type { PlannedSheet } from './planned-sheet';

interface Written {
  readonly columns: readonly ColumnsPlan[];
  readonly sheets: readonly PlannedSheet[];
}

/** The hidden names by which all of it is found again, and what stood where the new columns are. */
export async function writeFinalNames(work: Work, report: ReportOutline, written: Written): Promise<void> {
  const wanted = await run((context) => wantedNames(context, report, written), work.job);
  const record = await run((context) => recordNow(context, written.columns), work.job);
  const names: NameBefore[] = await run(async (context) => {
    const present = await namesIn(context);
    return wanted.map(({ name, sheet }): NameBefore => {
      const before = present.find((one) => one.name === name && one.sheet === sheet);
      return {
        name,
        sheet,
        formula: before?.formula ?? null,
        place: before === undefined ? null : work.newPlace(),
      };
    });
  }, work.job);
  // Second names for what the names stand for: they follow the cells until nothing is taken back any more.
  const places = names.flatMap(({ formula, place }): NameToWrite[] =>
    place === null ? [] : [{ name: PLACE_PREFIX + place, sheet: null, formula }],
  );
  if (places.length > 0) await work.step([], (context) => writeNames(context, places));
  await work.step(
    [
      { kind: 'names', names },
      { kind: 'settings', values: [{ key: SETTINGS.before, value: record.before }] },
    ],
    async (context) => {
      await writeNames(context, wanted);
      putSetting(context, SETTINGS.before, printBefore(record.now));
    },
  );
}

async function wantedNames(
  context: Context,
  report: ReportOutline,
  written: Written,
): Promise<NameToWrite[]> {
  const ofColumns: NameToWrite[] = [];
  for (const plan of written.columns) ofColumns.push(...(await columnNamesNow(context, plan)));
  const ofSheets: NameToWrite[] = [];
  for (const { sheet, target } of written.sheets) {
    const name = printOurName({ kind: sheet.kind, policy: sheet.policy });
    ofSheets.push({ name, sheet: null, formula: await cellsNow(context, target, sheet) });
  }
  const places = new Map([...ofColumns, ...ofSheets].map((one) => [one.name, one]));
  return report.names.flatMap(({ name, sheet, formula }): NameToWrite[] => {
    const own = parseOurName(name);
    if (sheet === null && formula !== null && own !== undefined && own.kind !== 'digest') {
      const place = places.get(name);
      return place === undefined ? [] : [place];
    }
    const isWanted = own?.kind !== 'digest' || formula === null || places.has(name.replace(/\.digest$/, ''));
    return isWanted ? [{ name, sheet, formula }] : [];
  });
}

/** Where a sheet of ours stands now. */
async function cellsNow(
  context: Context,
  target: SheetTarget,
  sheet: PlannedSheet['sheet'],
): Promise<string> {
  if (target.kind !== 'table') {
    const name = target.kind === 'new' ? target.name : target.sheetName;
    return formulaOf(name, {
      top: 1,
      left: 1,
      bottom: Math.max(1, sheet.rowCount),
      right: sheet.width,
    });
  }
  const range = context.workbook.tables.getItem(target.table).getRange().load(PLACE);
  const own = range.worksheet.load('name');
  await context.sync();
  return formulaOf(own.name, cellRange(range));
}

async function recordNow(
  context: Context,
  plans: readonly ColumnsPlan[],
): Promise<{ readonly before: string | null; readonly now: BeforeRecord }> {
  const text = await readSetting(context, SETTINGS.before);
  const fresh = plans.flatMap(({ columns }) =>
    columns.flatMap(({ column, target: { width }, looks }) =>
      column.earlier === null ? [[column.name, { width, looks }] as const] : [],
    ),
  );
  return {
    before: typeof text === 'string' ? text : null,
    now: { ...parseBefore(text), ...Object.fromEntries(fresh) },
  };
}
