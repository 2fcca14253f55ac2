/** An Excel table over a range of a sheet of ours, as a part of its own. */
import type { CellRange } from '../../sheet';
import { MAX_COLUMN, MAX_ROW, rangeReference } from '../cell-reference';
import { WorkbookError } from '../errors';
import type { NewTable } from '../types';
import { MAIN_URI, STRICT_MAIN_URI } from '../xml-names';
import { escapeStringAttribute } from '../xml-text';
import { DECLARATION } from './package-edits';

export const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** The range with a data row at least, which Excel asks of every table. */
export function tableRange(table: NewTable): CellRange {
  const { top, left, bottom, right } = table.range;
  const isRange =
    [top, left, bottom, right].every(Number.isInteger) &&
    top >= 1 &&
    left >= 1 &&
    bottom >= top &&
    right >= left;
  const range = { top, left, bottom: Math.max(bottom, top + 1), right };
  if (!isRange || range.bottom > MAX_ROW || right > MAX_COLUMN)
    throw new WorkbookError('bad-table', { table: table.name, problem: 'range' });
  return range;
}

/** @param headers the texts of the header row, null for a cell that is no text */
export function tableXml(
  table: NewTable,
  id: number,
  headers: readonly (string | null)[],
  isStrict: boolean,
): string {
  const range = tableRange(table);
  const names = new Set<string>();
  const columns = headers.map((header, i) => {
    if (header === null) throw new WorkbookError('bad-table', { table: table.name, problem: 'header' });
    if (names.has(header.toLowerCase()))
      throw new WorkbookError('bad-table', { table: table.name, problem: 'duplicate-header' });
    names.add(header.toLowerCase());
    return `<tableColumn id="${i + 1}" name="${escapeStringAttribute(header)}"/>`;
  });
  if (columns.length === 0) throw new WorkbookError('bad-table', { table: table.name, problem: 'range' });
  const name = escapeStringAttribute(table.name);
  const reference = rangeReference(range);
  return (
    `${DECLARATION}<table xmlns="${isStrict ? STRICT_MAIN_URI : MAIN_URI}" id="${id}" name="${name}" displayName="${name}" ref="${reference}" totalsRowShown="0">` +
    `<autoFilter ref="${reference}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
  );
}
