import type { Policy } from '../rules';
import type { SheetContext } from './reading';

/** What the policies that a sheet is read for tell about it. */
export function policyContext(
  policies: readonly Policy[],
): Pick<SheetContext, 'clauseTitles' | 'policyYear' | 'policyYears'> {
  return {
    clauseTitles: policies.flatMap((policy) =>
      [...policy.clauses.values()].map(({ id, title }) => ({ clauseId: id, titles: [title.zh, title.en] })),
    ),
    ...yearsOf(policies),
  };
}

/** What 本年 can mean: the year of the only policy, or one of several that the sheet decides between. */
function yearsOf(policies: readonly Policy[]): Pick<SheetContext, 'policyYear' | 'policyYears'> {
  const years = [...new Set(policies.map(({ year }) => year))];
  const [only] = years;
  return only !== undefined && years.length === 1 ? { policyYear: only } : { policyYears: years };
}
