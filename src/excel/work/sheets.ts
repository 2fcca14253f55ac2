import type { Context } from '../session/run';

/** Excel deletes no sheet that is very hidden. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = Excel.SheetVisibility.hidden;
  sheet.delete();
}

/** Adds a sheet after the others, or finds the one of that name that an attempt before this has added. */
export async function addedSheet(context: Context, name: string): Promise<Excel.Worksheet> {
  const present = context.workbook.worksheets.getItemOrNullObject(name).load('id');
  await context.sync();
  return present.isNullObject ? context.workbook.worksheets.add(name) : present;
}
