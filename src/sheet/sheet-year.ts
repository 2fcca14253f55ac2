import type { BodyCells } from './body-cells';
import type { HeaderPath } from './column-meaning';
import { readDateNumber, readDateText } from './date-text';
import { nameKey } from './fold';
import type { CellContent } from './grid';
import type { ColumnHeader } from './header-paths';
import { type Lexicon, sensesOf } from './header-sense';
import { readHeader } from './header-text';
import { readPeriod } from './period';
import type { SheetContext } from './reading';

/** The year that 本年 means, and whether the policy's own year can be meant. */
export interface SheetYear {
  /** Undefined where nothing says it: figures of a named year are then a question. */
  readonly year: number | undefined;
  /** Policies of another year than the sheet's own. */
  readonly mismatches: readonly YearMismatch[];
}
export interface YearMismatch {
  readonly sheetYear: number;
  readonly policyYear: number;
}

/**
 * Years in headers are counted from the policy's year. Only where the headers set two other years
 * side by side, or all rows are of another year by their 年度, do they count from that, and the analyst is asked. Without one policy's
 * year, the one of several policies that the sheet's years fit, else what the sheet itself says.
 */
export function sheetYear(
  paths: readonly HeaderPath[],
  titleYears: readonly number[],
  columnYear: number | undefined,
  { policyYear, policyYears = [] }: Pick<SheetContext, 'policyYear' | 'policyYears'>,
): SheetYear {
  const years = new Set(paths.flatMap((path) => path.flatMap(({ shown }) => readPeriod(shown).year ?? [])));
  const latest = Math.max(...years);
  const pair = years.has(latest - 1) ? latest : undefined;
  const title = titleYears.length === 0 ? undefined : Math.max(...titleYears);
  const inHeaders = (year: number): boolean => years.has(year) || years.has(year - 1);
  if (policyYear === undefined) {
    const several = [...new Set(policyYears)];
    const fitting = several.filter((year) => inHeaders(year) || titleYears.includes(year));
    const stated = pair ?? columnYear ?? title;
    const others = several.filter((year) => year !== stated && !fitting.includes(year));
    return {
      year: fitting.length === 1 ? fitting[0] : stated,
      mismatches: stated === undefined ? [] : others.map((year) => ({ sheetYear: stated, policyYear: year })),
    };
  }
  if (inHeaders(policyYear)) return { year: policyYear, mismatches: [] };
  const own = pair ?? columnYear;
  if (own !== undefined && own !== policyYear)
    return { year: own, mismatches: [{ sheetYear: own, policyYear }] };
  const isOther = title !== undefined && !titleYears.includes(policyYear);
  return { year: policyYear, mismatches: isOther ? [{ sheetYear: title, policyYear }] : [] };
}

/** Applications are made the year after: what was applied for in 2025 are the figures of 2024. */
const YEAR_OF_APPLICATION = /申报|申请|填报/;

/** The one year that all rows have under 年度, among the first ones; undefined where they differ or have none. */
export function yearOfColumn(
  headers: readonly ColumnHeader[],
  lexicon: Lexicon,
  body: BodyCells,
  rows: readonly number[],
): number | undefined {
  const column = headers.find(({ levels }) => isYearHeader(levels.at(-1) ?? '', lexicon))?.column;
  if (column === undefined) return undefined;
  const years = new Set(rows.map((row) => yearIn(body.merged(row, column))));
  years.delete(undefined);
  return years.size === 1 ? [...years][0] : undefined;
}

function isYearHeader(text: string, lexicon: Lexicon): boolean {
  if (YEAR_OF_APPLICATION.test(nameKey(text))) return false;
  return sensesOf(readHeader(text), lexicon).some(({ base }) => base === 'reportYear');
}

function yearIn(content: CellContent): number | undefined {
  if (typeof content === 'string') return readDateText(content)?.year;
  return typeof content === 'number' ? readDateNumber(content, undefined, false)?.year : undefined;
}
