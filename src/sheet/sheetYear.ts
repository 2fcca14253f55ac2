import type { HeaderPath } from './columnMeaning';
import { readPeriod } from './period';

/** The year that 本年 means, and whether the policy's own year can be meant. */
export interface SheetYear {
  readonly year: number | undefined;
  /** The sheet's own year, where it is not the policy's. */
  readonly other: number | undefined;
}

/**
 * Years in headers are counted from the policy's year. Only where the headers know neither that year
 * nor the one before do they count from their own latest year, and the analyst is asked.
 */
export function sheetYear(
  paths: readonly HeaderPath[],
  titleYears: readonly number[],
  policyYear: number | undefined,
): SheetYear {
  const years = new Set(paths.flatMap((path) => path.flatMap(({ shown }) => readPeriod(shown).year ?? [])));
  if (policyYear === undefined) {
    const all = [...years, ...titleYears];
    return { year: all.length === 0 ? undefined : Math.max(...all), other: undefined };
  }
  if (years.has(policyYear) || years.has(policyYear - 1)) return { year: policyYear, other: undefined };
  if (years.size > 0) {
    const latest = Math.max(...years);
    return { year: latest, other: latest };
  }
  const title =
    titleYears.length === 0 || titleYears.includes(policyYear) ? undefined : Math.max(...titleYears);
  return { year: policyYear, other: title };
}
