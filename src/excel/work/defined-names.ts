import type { Context } from '../session/run';

/** A hidden name to write, or with a formula of null to remove. */
export interface NameToWrite {
  readonly name: string;
  /** The sheet it belongs to; null for the workbook. */
  readonly sheet: string | null;
  /** Without `=`. */
  readonly formula: string | null;
}

/** Writes and removes names; those that are as wanted already stay. Repeating it gives the same. */
export async function writeNames(context: Context, wanted: readonly NameToWrite[]): Promise<void> {
  if (wanted.length === 0) return;
  const present = wanted.map(({ name, sheet }) => {
    const scope = sheet === null ? context.workbook : context.workbook.worksheets.getItemOrNullObject(sheet);
    return scope.names.getItemOrNullObject(name).load('name');
  });
  await context.sync();
  wanted.forEach(({ name, sheet, formula }, index) => {
    const item = present[index];
    if (item === undefined) return;
    if (formula === null) {
      if (!item.isNullObject) item.delete();
    } else if (item.isNullObject) {
      const scope = sheet === null ? context.workbook : context.workbook.worksheets.getItem(sheet);
      scope.names.add(name, `=${formula}`).visible = false;
    } else {
      item.formula = `=${formula}`;
      item.visible = false;
    }
  });
  await context.sync();
}

/** All workbook names that begin so, removed. */
export async function removeNamesLike(context: Context, prefix: string): Promise<void> {
  const names = context.workbook.names.load('items/name');
  await context.sync();
  for (const item of names.items) if (item.name.startsWith(prefix)) item.delete();
  await context.sync();
}
