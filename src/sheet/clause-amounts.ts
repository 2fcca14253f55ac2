import { nameKey } from './fold';
import type { HeaderText } from './header-text';
import type { ClauseTitle } from './reading';

/** Columns headed `<条款标题>拟补助金额`: the amount that the department means to give, row by row. */

const SUFFIX = /(?:拟|建议|核定)(?:补助|奖补|奖励|补贴|资助|兑付|扶持)(?:金额|资金|额|数)?$/;

/** The clauses that the header names; undefined for a header of another kind. */
export function clausesOfHeader(
  header: HeaderText,
  clauseTitles: readonly ClauseTitle[],
): readonly string[] | undefined {
  for (const { name } of header.readings) {
    const key = nameKey(name);
    const title = key.replace(SUFFIX, '');
    if (title === key || title === '') continue;
    return clauseTitles
      .filter(({ clauseId, titles }) => [clauseId, ...titles].some((one) => nameKey(one) === title))
      .map(({ clauseId }) => clauseId);
  }
  return undefined;
}
