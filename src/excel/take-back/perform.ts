import { addressOf, cellRange, PLACE } from '../session/cells';
import type { Context } from '../session/run';
import { removeState } from '../state/workbook-state';
import { setWidth } from '../work/columns-width';
import { writeNames } from '../work/defined-names';
import type { TakeBackRequest } from '../work/marker';
import { notesOn, putNote } from '../work/notes';
import { deleteSheet } from '../work/sheets';
import { putSetting, readSetting, removeSettings, SETTINGS } from '../work/workbook-settings';
import type { Work } from '../work/work';
import { type BeforeRecord, parseBefore, printBefore } from '../write/before-record';
import { LOOKS_PREFIX } from '../write/columns-plan';

/** Takes back what was decided. All of it may be done again: what is gone already is passed over. */
export async function performTakeBack(work: Work, request: TakeBackRequest): Promise<void> {
  work.job.onProgress?.({ stage: 'takingBack', sheet: null, done: 0, total: 3 });
  await work.step([], (context) => clearColumns(context, request.columns));
  work.job.onProgress?.({ stage: 'takingBack', sheet: null, done: 1, total: 3 });
  for (const name of request.sheets) await work.step([], (context) => removeSheet(context, name));
  work.job.onProgress?.({ stage: 'takingBack', sheet: null, done: 2, total: 3 });
  await work.step([], (context) => forget(context, request));
  work.job.onProgress?.({ stage: 'takingBack', sheet: null, done: 3, total: 3 });
}

/** Cells become what they were: blank, with the looks and the width they had. */
async function clearColumns(context: Context, names: readonly string[]): Promise<void> {
  const record = parseBefore(await readSetting(context, SETTINGS.before));
  const found = names.map((name) => ({
    range: context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load(PLACE),
    before: record[name] ?? null,
  }));
  await context.sync();
  const present = found.filter(({ range }) => !range.isNullObject);
  const looks = present.map(({ before }) =>
    before === null || before.looks === null
      ? null
      : context.workbook.worksheets.getItemOrNullObject(before.looks.sheet).load('name'),
  );
  const sheets = present.map(({ range }) => range.worksheet.load('id'));
  await context.sync();
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  present.forEach(({ range, before }, index) => {
    range.clear();
    const sheet = looks[index];
    if (before?.looks && sheet !== undefined && sheet !== null && !sheet.isNullObject) {
      const source = sheet.getRange(addressOf(before.looks.cells));
      range.getCell(0, 0).copyFrom(source, Excel.RangeCopyType.formats);
    }
    setWidth(range, before?.width ?? 'standard');
  });
  for (const id of new Set(sheets.map((sheet) => sheet.id))) {
    const sheet = context.workbook.worksheets.getItem(id);
    const notes = await notesOn(context, sheet);
    present.forEach(({ range }, index) => {
      if (sheets[index]?.id !== id) return;
      const { top: row, left: column } = cellRange(range);
      putNote(sheet, notes, { row, column }, null);
    });
  }
}

async function removeSheet(context: Context, name: string): Promise<void> {
  const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('address');
  await context.sync();
  if (range.isNullObject) return;
  deleteSheet(range.worksheet);
  await context.sync();
}

/** Names, and what was kept for taking back; with the state nothing of ours is left in the workbook. */
async function forget(context: Context, { columns, names, withState }: TakeBackRequest): Promise<void> {
  await writeNames(
    context,
    names.map((name) => ({ name, sheet: null, formula: null })),
  );
  const record = parseBefore(await readSetting(context, SETTINGS.before));
  const gone = new Set([...columns, ...names]);
  const left: BeforeRecord = Object.fromEntries(Object.entries(record).filter(([name]) => !gone.has(name)));
  if (Object.keys(left).length > 0) putSetting(context, SETTINGS.before, printBefore(left));
  else await removeSettings(context, [SETTINGS.before]);
  const inUse = new Set(Object.values(left).map(({ looks }) => looks?.sheet));
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  for (const sheet of sheets.items) {
    if (sheet.name.startsWith(LOOKS_PREFIX) && !inUse.has(sheet.name)) deleteSheet(sheet);
  }
  if (withState) await removeState(context);
  await context.sync();
}
