import { type CellRange, cellAddress } from '../../sheet';
import { rangeFormula } from '../../report';
import { cellRange, PLACE } from '../session/cells';
import type { Context } from '../session/run';
import type { NameToWrite } from './defined-names';
import { PLACE_PREFIX, type PlaceName } from './marker';

/** A hidden name for cells that work is about to change: it follows them wherever they are moved. */
export function placeName(place: PlaceName, sheetName: string, cells: CellRange): NameToWrite {
  return { name: PLACE_PREFIX + place, sheet: null, formula: formulaOf(sheetName, cells) };
}

export function formulaOf(sheetName: string, { top, left, bottom, right }: CellRange): string {
  return rangeFormula(sheetName, cellAddress(top, left), cellAddress(bottom, right));
}

/** The cells of a place as a range; a null object when they are gone. */
export function rangeOfPlace({ workbook }: Context, place: PlaceName): Excel.Range {
  return workbook.names.getItemOrNullObject(PLACE_PREFIX + place).getRangeOrNullObject();
}

/** Where cells are now. */
export interface FoundPlace {
  readonly range: Excel.Range;
  readonly cells: CellRange;
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
}

/** Looks places up, in their order; null for those that are gone. */
export async function findPlaces(
  context: Context,
  places: readonly PlaceName[],
): Promise<(FoundPlace | null)[]> {
  const ranges = places.map((place) => rangeOfPlace(context, place).load(PLACE));
  await context.sync();
  const sheets = ranges.map((range) => (range.isNullObject ? null : range.worksheet.load('name')));
  if (sheets.some((sheet) => sheet !== null)) await context.sync();
  return ranges.map((range, index) => {
    const sheet = sheets[index];
    return sheet === undefined || sheet === null
      ? null
      : { range, cells: cellRange(range), sheet, sheetName: sheet.name };
  });
}
