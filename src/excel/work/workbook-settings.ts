import type { Context } from '../session/run';

/** The add-in's settings in the workbook: small texts. All keys of ours begin alike. */
export const SETTINGS = {
  marker: 'subsidy.work',
  /** When the work under way was last seen alive. */
  heartbeat: 'subsidy.workAlive',
  /** What stood where our columns are: widths and looks. */
  before: 'subsidy.before',
  state: 'subsidy.state',
  handOver: 'subsidy.handOver',
} as const;

const PREFIX = 'subsidy.';

/** The value of a setting; undefined where there is none. */
export async function readSetting(context: Context, key: string): Promise<unknown> {
  const setting = context.workbook.settings.getItemOrNullObject(key).load('value');
  await context.sync();
  const value: unknown = setting.isNullObject ? undefined : setting.value;
  return value;
}

export function putSetting(context: Context, key: string, value: string): void {
  context.workbook.settings.add(key, value);
}

/** Removes those that are there. */
export async function removeSettings(context: Context, keys: readonly string[]): Promise<void> {
  const settings = keys.map((key) => context.workbook.settings.getItemOrNullObject(key).load('key'));
  await context.sync();
  for (const setting of settings) if (!setting.isNullObject) setting.delete();
  await context.sync();
}

export async function ourSettings(context: Context): Promise<string[]> {
  const settings = context.workbook.settings.load('items/key');
  await context.sync();
  return settings.items.map(({ key }) => key).filter((key) => key.startsWith(PREFIX));
}
