import type { ColumnOutline, PlacementOutline } from '../../report';
import type { CellRange } from '../../sheet';
import { ExcelProblem } from '../problems/problem';
import { addressOf, cellRange, overlaps, PLACE, rangeAt, sheetOf } from '../session/cells';
import type { Context } from '../session/run';
import type { ColumnWidth } from '../work/marker';

const LAST_COLUMN = 16_384;

/** Where columns go, as Excel has it now. */
export interface ColumnsTarget {
  readonly sheetId: string;
  readonly sheetName: string;
  /** One for each column of the placement. */
  readonly columns: readonly ColumnTarget[];
}

export interface ColumnTarget {
  /** From the header to the last row, of the earlier column where that is longer. */
  readonly cells: CellRange;
  readonly width: ColumnWidth;
  /** Blank cells may have looks of their own, which have to come back. */
  readonly hasLooks: boolean;
}

/**
 * Looks whether the columns can be written, before anything is. Every obstacle that Excel would answer with an
 * error in the middle, or with misplaced values and no error at all, is told here.
 * @throws ExcelProblem
 */
export async function columnsTarget(
  context: Context,
  sheetKey: string,
  placement: PlacementOutline,
): Promise<ColumnsTarget> {
  const { sheetName } = placement;
  const sheet = sheetOf(context, sheetKey).load('id,name,protection/protected,autoFilter/isDataFiltered');
  const tables = sheet.tables.load('items/name,items/autoFilter/isDataFiltered');
  await context.sync();
  if (sheet.isNullObject) throw new ExcelProblem('sheetGone', { sheet: sheetName });
  const where = { sheet: sheet.name };
  if (sheet.protection.protected) throw new ExcelProblem('sheetProtected', where);
  const isFiltered =
    sheet.autoFilter.isDataFiltered || tables.items.some((table) => table.autoFilter.isDataFiltered);
  if (isFiltered) throw new ExcelProblem('filtered', where);
  const cells = placement.columns.map((column) => cellsOf(column, placement));
  if (cells.some(({ right }) => right > LAST_COLUMN)) throw new ExcelProblem('noRoom', where);

  const tablePlaces = tables.items.map((table) => table.getRange().load(PLACE));
  const probes = cells.map((range, index) => probe(context, sheet, range, placement.columns[index]));
  await context.sync();
  tables.items.forEach(({ name }, index) => {
    const place = tablePlaces[index];
    const isInTheWay = place !== undefined && cells.some((range) => overlaps(cellRange(place), range));
    if (isInTheWay) throw new ExcelProblem('tableInTheWay', { ...where, table: name });
  });
  return {
    sheetId: sheet.id,
    sheetName: sheet.name,
    columns: cells.map((range, index) => targetOf(range, probes[index], placement.columns[index], where)),
  };
}

function cellsOf({ at, earlier }: ColumnOutline, { headerRow, lastRow }: PlacementOutline): CellRange {
  return { top: headerRow, left: at, bottom: Math.max(lastRow, earlier?.lastRow ?? 0), right: at };
}

interface Probe {
  readonly used: Excel.Range;
  readonly withLooks: Excel.Range;
  readonly merged: Excel.RangeAreas;
  readonly format: Excel.RangeFormat;
  readonly named: Excel.Range;
}

function probe(
  context: Context,
  sheet: Excel.Worksheet,
  cells: CellRange,
  column: ColumnOutline | undefined,
): Probe {
  const range = rangeAt(sheet, cells);
  return {
    used: range.getUsedRangeOrNullObject(true).load('address'),
    withLooks: range.getUsedRangeOrNullObject(false).load('address'),
    merged: range.getMergedAreasOrNullObject().load('address'),
    format: range.format.load('columnWidth,useStandardWidth'),
    named: context.workbook.names
      .getItemOrNullObject(column?.name ?? '')
      .getRangeOrNullObject()
      .load(PLACE),
  };
}

function targetOf(
  cells: CellRange,
  found: Probe | undefined,
  column: ColumnOutline | undefined,
  where: { readonly sheet: string },
): ColumnTarget {
  if (found === undefined || column === undefined) throw new ExcelProblem('sheetChanged', where);
  const { used, withLooks, merged, format, named } = found;
  if (!merged.isNullObject)
    throw new ExcelProblem('merged', { ...where, cells: withoutSheet(merged.address) });
  if (column.earlier === null) {
    if (!used.isNullObject) throw new ExcelProblem('cellsInTheWay', { ...where, cells: addressOf(cells) });
  } else if (named.isNullObject || named.columnIndex + 1 !== column.at) {
    throw new ExcelProblem('sheetChanged', where);
  }
  return {
    cells,
    width: format.useStandardWidth ? 'standard' : format.columnWidth,
    hasLooks: column.earlier === null && !withLooks.isNullObject,
  };
}

function withoutSheet(address: string): string {
  return address.replaceAll(/(?:'(?:[^']|'')*'|[^',!]+)!/g, '');
}
