import type { Decimal } from '../../src/rules';
import { type SheetReading, understandSheet } from '../../src/sheet';
import { asTable, findingsOf, valueAt } from './read-back';
import { sampleGrid, sampleTruth, type TruthColumn, type TruthSheet } from './samples';
import { vocabulary } from './vocabulary';

/** The sample workbooks against samples/*.truth.json: columns, values, rows and codes, all of them. */

function columnsOf(reading: SheetReading): unknown[] {
  const shown = (factor: Decimal | null): string | null => factor?.toFixed() ?? null;
  return [...reading.columns, ...reading.unmapped]
    .toSorted((a, b) => a.index - b.index)
    .map(({ column, header, key, unit, factor }) => ({
      col: column,
      header,
      key,
      unit,
      factor: shown(factor),
    }));
}

function wrongValues(reading: SheetReading, truth: TruthSheet): string[] {
  return truth.rows.flatMap(({ row, values }, at) =>
    Object.entries(values)
      .filter(([key, value]) => key !== 'null' && valueAt(reading.data.columns.byKey.get(key), at) !== value)
      .map(
        ([key, value]) =>
          `${key} in row ${row}: ${String(valueAt(reading.data.columns.byKey.get(key), at))}, not ${String(value)}`,
      ),
  );
}

/** Indicators whose cells are all formulas. */
function computedKeys(reading: SheetReading): string[] {
  return [...reading.data.columns.byKey]
    .filter(([, column]) => column.kind === 'number' && column.computed?.every((flag) => flag === 1) === true)
    .map(([key]) => key);
}

function computedInTruth(columns: readonly TruthColumn[]): string[] {
  return columns.flatMap(({ key, formula }) => (key !== null && formula === true ? [key] : []));
}

function issuesOf(sheet: TruthSheet, wanted: string): string[] {
  return sheet.issues
    .filter(({ kind }) => kind === wanted)
    .map(({ row, value }) => `${row} ${value}`)
    .toSorted();
}

const YEARS: ReadonlyMap<string, number> = new Map([
  ['xishan-2020', 2020],
  ['kunming-2024', 2024],
]);

describe.each(['xishan-2020', 'kunming-2024', 'departments', 'industry-messy'])('%s.xlsx', (name) => {
  const truth = sampleTruth(name);

  describe.each(truth.sheets.map((sheet): [string, TruthSheet] => [sheet.sheet, sheet]))(
    '%s',
    (sheetName, sheet) => {
      const policyYear = YEARS.get(truth.policy) as number;
      const reading = asTable(understandSheet(sampleGrid(name, sheetName), vocabulary, { policyYear }));

      it('has its headers and rows where they are', () => {
        expect(reading).toMatchObject({
          headerRows: sheet.headerRows,
          firstDataRow: sheet.firstDataRow,
          lastDataRow: sheet.lastDataRow,
        });
        expect(reading.data.rowNumbers).toEqual(sheet.rows.map(({ row }) => row));
        expect(reading.skippedRows.map(({ row }) => row)).toEqual(sheet.skipRows);
      });

      it('has every column as it is', () => {
        expect(columnsOf(reading)).toEqual(
          sheet.columns.map(({ col, header, key, unit, factor }) => ({ col, header, key, unit, factor })),
        );
        const paths = sheet.columns.filter(({ headerPath }) => headerPath !== undefined);
        expect(
          paths.map(({ col }) => reading.columns.find(({ column }) => column === col)?.headerPath),
        ).toEqual(paths.map(({ headerPath }) => headerPath));
      });

      it('has every value as it is', () => {
        expect(wrongValues(reading, sheet)).toEqual([]);
      });

      it('knows growth that the sheet computes', () => {
        expect(computedKeys(reading)).toEqual(computedInTruth(sheet.columns));
      });

      it('finds the invalid and the repeated credit codes, and no others', () => {
        const invalid = findingsOf(reading, 'invalidCreditCode').map(
          ({ cell, params }) => `${cell.replace(/^[A-Z]+/, '')} ${params.value}`,
        );
        const repeated = findingsOf(reading, 'duplicateCreditCode').flatMap(({ params }) =>
          params.rows.map((row) => `${row} ${params.value}`),
        );
        expect(invalid.toSorted()).toEqual(issuesOf(sheet, 'invalidCreditCode'));
        expect(repeated.toSorted()).toEqual(issuesOf(sheet, 'duplicateCreditCode'));
      });

      it('drowns nobody in findings, and asks nothing', () => {
        const others = reading.findings.filter(({ code }) => !code.endsWith('CreditCode'));
        expect(others.length).toBeLessThanOrEqual(6);
        expect(others.filter(({ severity }) => severity === 'question')).toEqual([]);
      });
    },
  );
});
