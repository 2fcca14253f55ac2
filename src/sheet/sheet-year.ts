import type { HeaderPath } from './column-meaning';
import { readPeriod } from './period';
import type { SheetContext } from './reading';

/** The year that 本年 means, and whether the policy's own year can be meant. */
export interface SheetYear {
  /** Undefined where nothing says it: figures of a named year are then a question. */
  readonly year: number | undefined;
  /** The sheet's own year, where it is not the policy's. */
  readonly other: number | undefined;
}

/**
 * Years in headers are counted from the policy's year. Only where the headers set two other years
 * side by side do they count from the later of those, and the analyst is asked. Without one policy's
 * year, the one of several policies that the sheet's years fit, else what the sheet itself says.
 */
export function sheetYear(
  paths: readonly HeaderPath[],
  titleYears: readonly number[],
  { policyYear, policyYears = [] }: Pick<SheetContext, 'policyYear' | 'policyYears'>,
): SheetYear {
  const years = new Set(paths.flatMap((path) => path.flatMap(({ shown }) => readPeriod(shown).year ?? [])));
  const latest = Math.max(...years);
  const pair = years.has(latest - 1) ? latest : undefined;
  const title = titleYears.length === 0 ? undefined : Math.max(...titleYears);
  if (policyYear === undefined) {
    const fitting = [...new Set(policyYears)].filter(
      (year) => years.has(year) || years.has(year - 1) || titleYears.includes(year),
    );
    return { year: fitting.length === 1 ? fitting[0] : (pair ?? title), other: undefined };
  }
  if (years.has(policyYear) || years.has(policyYear - 1)) return { year: policyYear, other: undefined };
  if (pair !== undefined) return { year: pair, other: pair };
  return { year: policyYear, other: titleYears.includes(policyYear) ? undefined : title };
}
