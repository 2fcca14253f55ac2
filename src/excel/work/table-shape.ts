import { detailHeaderKey } from '../../report';
import { cellRange, PLACE, rangeAt } from '../session/cells';
import type { Context } from '../session/run';
import type { TableShape } from './marker';

/**
 * Gives a table of ours the wanted columns and rows. A column whose header means the same (in either
 * language) stays where it is, and so does what refers to it; others go, and missing ones are put in after
 * the one that they follow. Headers of columns that stay are left to whoever writes the cells.
 */
export async function shapeTable(context: Context, name: string, shape: TableShape): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(name).load('name,showTotals');
  const columns = table.columns.load('items/name');
  await context.sync();
  if (table.isNullObject) return;
  if (table.showTotals) table.showTotals = false;
  const wanted = shape.headers.map(detailHeaderKey);
  const present = columns.items.filter((column) => {
    const stays = wanted.includes(detailHeaderKey(column.name));
    if (!stays) column.delete();
    return stays;
  });
  const keys = present.map((column) => detailHeaderKey(column.name));
  for (const [index, key] of wanted.entries()) {
    if (keys.includes(key)) continue;
    const at = index === 0 ? 0 : keys.indexOf(wanted[index - 1] ?? '') + 1;
    table.columns.add(at, undefined, shape.headers[index]);
    keys.splice(at, 0, key);
  }
  const range = table.getRange().load(PLACE);
  const sheet = table.worksheet.load('name');
  await context.sync();
  const { top, left, right } = cellRange(range);
  table.resize(rangeAt(sheet, { top, left, right, bottom: top + Math.max(1, shape.rows) }));
  if (shape.totals) table.showTotals = true;
  await context.sync();
}
