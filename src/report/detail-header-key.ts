import { DETAIL_HEADERS } from './detail-columns';
import { REVIEW_COLUMNS } from './words';

/** The same for a header of 明细 in either language; the text itself for a column of the user's. */
export function detailHeaderKey(header: string): string {
  const known = [...Object.values(DETAIL_HEADERS), ...REVIEW_COLUMNS.map((column) => column.header)];
  const own = known.find(({ zh, en }) => header === zh || header === en);
  if (own !== undefined) return own.zh;
  const [, ...years] = /^(?:Paid in (\d{4})|(\d{4})年兑付)$/.exec(header) ?? [];
  const year = years.find((text) => text !== undefined);
  return year === undefined ? header : `${year}年兑付`;
}
