import type { HeaderPath } from './columnMeaning';
import { readPeriod } from './period';

/** The year that 本年 means, and whether the policy's own year can be meant. */
export interface SheetYear {
  readonly year: number | undefined;
  /** The sheet's own year, where it is not the policy's. */
  readonly other: number | undefined;
}

/**
 * Years in headers are counted from the policy's year. Only where the headers set two other years
 * side by side do they count from the later of those, and the analyst is asked.
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
  const latest = Math.max(...years);
  if (years.has(latest - 1)) return { year: latest, other: latest };
  const title =
    titleYears.length === 0 || titleYears.includes(policyYear) ? undefined : Math.max(...titleYears);
  return { year: policyYear, other: title };
}
