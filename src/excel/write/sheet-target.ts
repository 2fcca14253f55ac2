import type { SheetOutline } from '../../report';
import { printOurName } from '../../report';
import type { CellRange } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { addressOf, cellRange, PLACE, rangeAt, sheetOf } from '../session/cells';
import type { Context } from '../session/run';
import type { TableShape } from '../work/marker';

/** Where a sheet of ours goes. */
export type SheetTarget =
  | { readonly kind: 'new'; readonly name: string; readonly table: string | undefined }
  /** The table of an earlier 明细, wherever it stands on its sheet and however users arranged it. */
  | {
      readonly kind: 'table';
      readonly sheetName: string;
      readonly table: string;
      readonly shape: TableShape;
      readonly cells: CellRange;
    }
  /** The cells of an earlier 汇总. */
  | { readonly kind: 'cells'; readonly sheetName: string; readonly cells: CellRange };

/** Names that are taken, lower case; what is chosen is added. */
export interface TakenNames {
  readonly sheets: Set<string>;
  readonly tables: Set<string>;
}

/**
 * Looks where a sheet can be written, before anything is.
 * @param fresh a new sheet in any case; the earlier one is left as it is, and is no longer ours
 * @throws ExcelProblem
 */
export async function sheetTarget(
  context: Context,
  sheet: SheetOutline,
  taken: TakenNames,
  fresh: boolean,
): Promise<SheetTarget> {
  const earlier = fresh || !sheet.replace ? null : await earlierTarget(context, sheet);
  if (earlier !== null) return earlier;
  return {
    kind: 'new',
    name: freeName(sheet.name, taken.sheets, 31),
    table: sheet.table === undefined ? undefined : freeName(sheet.table.name, taken.tables, 255),
  };
}

/** What the report was made with may have gone meanwhile: then there is nothing to replace. */
async function earlierTarget(context: Context, sheet: SheetOutline): Promise<SheetTarget | null> {
  const present = sheetOf(context, sheet.name).load('name,protection/protected,autoFilter/isDataFiltered');
  await context.sync();
  if (present.isNullObject) return null;
  const target =
    sheet.table === undefined
      ? await cellsTarget(context, present, sheet)
      : await tableTarget(context, present, sheet, sheet.table.name);
  if (target === null) return null;
  if (present.protection.protected) throw new ExcelProblem('sheetProtected', { sheet: present.name });
  if (present.autoFilter.isDataFiltered) throw new ExcelProblem('filtered', { sheet: present.name });
  return target;
}

async function tableTarget(
  context: Context,
  sheet: Excel.Worksheet,
  ours: SheetOutline,
  name: string,
): Promise<SheetTarget | null> {
  const table = sheet.tables.getItemOrNullObject(name).load('name,showTotals,autoFilter/isDataFiltered');
  const columns = table.columns.load('items/name');
  const range = table.getRange().load(PLACE);
  await context.sync();
  if (table.isNullObject) return null;
  const headers = columns.items.map((column) => column.name);
  if (ours.kind === 'results' && headers.some((header) => !isHeaderOf(ours, header))) return null;
  if (table.autoFilter.isDataFiltered) throw new ExcelProblem('filtered', { sheet: sheet.name });
  const cells = cellRange(range);
  const totals = table.showTotals;
  const below = cells.top + Math.max(2, ours.rowCount) - 1 - (cells.bottom - (totals ? 1 : 0));
  if (below > 0) {
    const growth = { ...cells, top: cells.bottom + 1, bottom: cells.bottom + below };
    const used = rangeAt(sheet, growth).getUsedRangeOrNullObject(true).load('address');
    const tables = rangeAt(sheet, growth).getTables(false).load('items/name');
    await context.sync();
    const [other] = tables.items.filter((found) => found.name !== table.name);
    if (other !== undefined) {
      throw new ExcelProblem('tableInTheWay', { sheet: sheet.name, table: other.name });
    }
    if (!used.isNullObject) {
      throw new ExcelProblem('cellsInTheWay', { sheet: sheet.name, cells: addressOf(growth) });
    }
  }
  const rows = cells.bottom - cells.top - (totals ? 1 : 0);
  const shape = { headers, rows, totals };
  return { kind: 'table', sheetName: sheet.name, table: table.name, shape, cells };
}

/** A sheet of results has no columns that are carried over: one in which a user added some stays the user's. */
function isHeaderOf({ table }: SheetOutline, header: string): boolean {
  return table?.headers.includes(header) === true;
}

/** Formulas of 汇总 count its rows from the sheet's first: one that somebody moved is left as it is. */
async function cellsTarget(
  context: Context,
  sheet: Excel.Worksheet,
  ours: SheetOutline,
): Promise<SheetTarget | null> {
  const name = printOurName({ kind: 'summary', policy: ours.policy });
  const named = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load(PLACE);
  const used = sheet.getUsedRangeOrNullObject(true).load(PLACE);
  await context.sync();
  if (named.isNullObject || named.rowIndex !== 0 || named.columnIndex !== 0) return null;
  const own = cellRange(named);
  // Earlier versions named the first cell alone.
  const isWhole = own.bottom > 1;
  const last = used.isNullObject ? 1 : cellRange(used).bottom;
  const cells = isWhole ? own : { ...own, bottom: last, right: ours.width };
  const wanted = { ...own, bottom: ours.rowCount, right: ours.width };
  await requireBlankBeyond(context, sheet, cells, wanted);
  return { kind: 'cells', sheetName: sheet.name, cells };
}

/** What is written beyond the cells of the earlier run must not be the user's. */
async function requireBlankBeyond(
  context: Context,
  sheet: Excel.Worksheet,
  before: CellRange,
  wanted: CellRange,
): Promise<void> {
  const beyond = [
    ...(wanted.bottom > before.bottom ? [{ ...wanted, top: before.bottom + 1 }] : []),
    ...(wanted.right > before.right ? [{ ...wanted, left: before.right + 1 }] : []),
  ];
  const used = beyond.map((cells) => rangeAt(sheet, cells).getUsedRangeOrNullObject(true).load('address'));
  await context.sync();
  beyond.forEach((cells, index) => {
    if (used[index]?.isNullObject === false) {
      throw new ExcelProblem('cellsInTheWay', { sheet: sheet.name, cells: addressOf(cells) });
    }
  });
}

/** With a number where the name is taken; at most so many characters. */
function freeName(wanted: string, taken: Set<string>, most: number): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : most > 31 ? `_${number}` : ` (${number})`;
    const name = wanted.slice(0, most - ending.length) + ending;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
