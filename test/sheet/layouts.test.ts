import { type Layout, layouts } from './layouts';
import { columnsByLetter, readTable, valueAt } from './read-back';

function contextOf({ policyYear }: Layout): { policyYear?: number } {
  return policyYear === undefined ? {} : { policyYear };
}

describe.each(layouts.map((layout): [string, Layout] => [layout.name, layout]))('%s', (_, layout) => {
  const reading = readTable(layout.rows, contextOf(layout), layout.options);
  const { first = {}, findings = [] } = layout;

  it('is understood', () => {
    expect(reading.headerRows).toEqual(layout.headerRows);
    expect(columnsByLetter(reading)).toEqual(layout.columns);
    expect(reading.skippedRows.map(({ row, why }) => [row, why])).toEqual(layout.skipped);
  });

  it('gives the first enterprise’s values', () => {
    const found = Object.keys(first).map((key) => [key, valueAt(reading.data.columns.byKey.get(key), 0)]);
    expect(Object.fromEntries(found)).toEqual(first);
  });

  it('asks what has to be asked', () => {
    const codes = new Set<string>(reading.findings.map(({ code }) => code));
    expect(findings.filter((code) => !codes.has(code))).toEqual([]);
  });
});
