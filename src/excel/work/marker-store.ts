import { ExcelProblem } from '../problems/problem';
import type { Context } from '../session/run';
import { removeNamesLike } from './defined-names';
import { COPY_PREFIX, type Marker, parseMarker, PLACE_PREFIX, printMarker } from './marker';
import { deleteSheet } from './sheets';
import { putSetting, readSetting, removeSettings, SETTINGS } from './workbook-settings';

/** Work that a marker in the workbook tells of. */
export interface UnderWay {
  readonly marker: Marker;
  /** Whoever does it was seen a moment ago: another author, another window. */
  readonly isAlive: boolean;
}

/** Work tells at least this often that it is alive, in milliseconds, with much to spare. */
const SEEN_WITHIN = 30_000;

/** @throws ExcelProblem where a newer version left a marker that this one cannot read */
export async function readUnderWay(context: Context, now: number): Promise<UnderWay | null> {
  const text = await readSetting(context, SETTINGS.marker);
  if (text === undefined) return null;
  const marker = parseMarker(text);
  if (marker === null) throw new ExcelProblem('foreignMarker');
  const seen = Date.parse(String(await readSetting(context, SETTINGS.heartbeat)));
  return { marker, isAlive: now - seen < SEEN_WITHIN };
}

export function putMarker(context: Context, marker: Marker): void {
  putSetting(context, SETTINGS.marker, printMarker(marker));
  putSetting(context, SETTINGS.heartbeat, new Date().toISOString());
}

/** The work is over, done or taken back. The marker goes last: what is cut short before is found by it. */
export async function dropMarker(context: Context): Promise<void> {
  await removeSettings(context, [SETTINGS.heartbeat, SETTINGS.marker]);
  context.runtime.enableEvents = true;
  await context.sync();
}

/** Removes what work leaves behind when it is over: names of places, sheets with copies. */
export async function cleanUp(context: Context): Promise<void> {
  if ((await readSetting(context, SETTINGS.marker)) !== undefined) return;
  await removeNamesLike(context, PLACE_PREFIX);
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  for (const sheet of sheets.items) if (sheet.name.startsWith(COPY_PREFIX)) deleteSheet(sheet);
  await context.sync();
}
