/** The auto-filter of a sheet or table: its cells, its criteria, and the rows that it hid. */
import { Filter, type Criterion, type Sheet } from '../../host';
import { parseRange, type XmlReader } from '../../../xlsx';

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** Of the `autoFilter` just opened. Rows hidden inside a filter that is on are taken for hidden by it. */
export function readFilter(reader: XmlReader, sheet: Sheet): Filter | null {
  const range = parseRange(reader.attribute('ref') ?? '');
  const criteria = new Map<number, Criterion>();
  while (reader.nextChild()) {
    if (reader.local === 'filterColumn') {
      const column = reader.wholeAttribute('colId');
      criteria.set(column, readCriterion(reader));
    } else reader.skip();
  }
  if (range === null) return null;
  const filter = new Filter(sheet, range);
  if (criteria.size === 0) return filter;
  const hidden = [...sheet.hiddenRows].filter((row) => row > range.top && row <= range.bottom);
  for (const row of hidden) sheet.hiddenRows.delete(row);
  filter.restore(criteria, hidden);
  return filter;
}

/** Of the `filterColumn` just opened. What the host does not apply (dates, colours, top ten) has no values. */
function readCriterion(reader: XmlReader): Criterion {
  let criterion: Criterion = { filterOn: 'Dynamic' };
  while (reader.nextChild()) {
    if (reader.local === 'filters') criterion = { filterOn: 'Values', values: readValues(reader) };
    else if (reader.local === 'customFilters') criterion = readComparisons(reader);
    else reader.skip();
  }
  return criterion;
}

function readValues(reader: XmlReader): string[] {
  const values = reader.flag('blank') ? [''] : [];
  while (reader.nextChild()) {
    if (reader.local === 'filter') values.push(reader.attribute('val') ?? '');
    reader.skip();
  }
  return values;
}

function readComparisons(reader: XmlReader): Criterion {
  const operator = reader.flag('and') ? 'And' : 'Or';
  const found: string[] = [];
  while (reader.nextChild()) {
    const sign = SIGNS[reader.attribute('operator') ?? 'equal'] ?? '=';
    found.push(`${sign}${reader.attribute('val') ?? ''}`);
    reader.skip();
  }
  const [criterion1 = '', criterion2] = found;
  return { filterOn: 'Custom', criterion1, operator, ...(criterion2 === undefined ? {} : { criterion2 }) };
}
