import { ExcelProblem } from '../problems/problem';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';
import { putSetting, readSetting, removeSettings, SETTINGS } from '../work/workbook-settings';
import {
  NO_STATE,
  parsePart,
  parseRecord,
  printPart,
  printRecord,
  STATE_NAMESPACE,
  type WorkbookState,
} from './state-part';

export interface LoadedState {
  readonly state: WorkbookState;
  /** Something is kept in the workbook that cannot be read: `state` has defaults in its place. */
  readonly problem: ExcelProblem | null;
}

/** What is kept in the workbook; defaults where nothing is. @throws ExcelProblem */
export async function loadState(job: JobOptions = {}): Promise<LoadedState> {
  return run(load, job);
}

async function load(context: Context): Promise<LoadedState> {
  const text = await readSetting(context, SETTINGS.state);
  if (text === undefined) return { state: NO_STATE, problem: null };
  const record = parseRecord(text);
  if (record === null) return unreadable(NO_STATE, SETTINGS.state);
  const state = { ...NO_STATE, settings: record.settings };
  if (record.part === null) return { state, problem: null };
  const part = context.workbook.customXmlParts.getItemOrNullObject(record.part).load('id');
  await context.sync();
  if (part.isNullObject) return unreadable(state, 'customXml');
  const xml = part.getXml();
  await context.sync();
  const larger = parsePart(xml.value);
  return larger === null ? unreadable(state, 'customXml') : { state: { ...state, ...larger }, problem: null };
}

function unreadable(state: WorkbookState, what: string): LoadedState {
  return { state, problem: new ExcelProblem('stateUnreadable', { what }) };
}

/**
 * Keeps what is given; what is absent stays as it was. The part is added before the settings name it, and the
 * earlier one goes last: cut short anywhere, the workbook has the state of before or the new one.
 * @throws ExcelProblem
 */
export async function saveState(change: Partial<WorkbookState>, job: JobOptions = {}): Promise<void> {
  const { state } = await loadState(job);
  const next = { ...state, ...change };
  await run(async (context) => {
    const hasPart = next.corrections !== null || next.scenario !== null;
    const part = hasPart ? context.workbook.customXmlParts.add(printPart(next)).load('id') : null;
    await context.sync();
    putSetting(context, SETTINGS.state, printRecord({ settings: next.settings, part: part?.id ?? null }));
    await context.sync();
    await removeParts(context, part?.id ?? null);
  }, job);
}

/** Nothing of the analyst's decisions stays in the workbook. */
export async function removeState(context: Context): Promise<void> {
  await removeSettings(context, [SETTINGS.state]);
  await removeParts(context, null);
}

/** Parts of ours, but for the one in use. */
async function removeParts(context: Context, inUse: string | null): Promise<void> {
  const parts = context.workbook.customXmlParts.getByNamespace(STATE_NAMESPACE).load('items/id');
  await context.sync();
  for (const part of parts.items) if (part.id !== inUse) part.delete();
  await context.sync();
}
