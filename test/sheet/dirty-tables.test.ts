import fc from 'fast-check';
import { cellAddress, columnLetter, type SheetReading, understandSheet } from '../../src/sheet';
import { type DirtyTable, dirtyTable } from './dirty-tables';
import { gridOf } from './grid-of';
import { asTable, valueAt } from './read-back';
import { vocabulary } from './vocabulary';

function textOf(value: string | boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

interface Tally {
  columns: number;
  right: number;
}

/** Every column is read back as it was meant, or somebody is asked about it. */
function differences(table: DirtyTable, reading: SheetReading, tally: Tally): string[] {
  const found: string[] = [];
  const taken = new Map(reading.columns.map((column) => [column.index, column]));
  const asked = (column: number): boolean =>
    reading.findings.some(({ cells }) =>
      cells.some((cell) => cell.replace(/\d+$/, '') === columnLetter(column)),
    );
  for (const [index, clean] of table.columns) {
    tally.columns++;
    const column = taken.get(index);
    if (column === undefined) {
      if (!asked(index)) found.push(`${columnLetter(index)}: ${clean.key} was left without a question`);
      continue;
    }
    if (column.key !== clean.key) {
      found.push(`${columnLetter(index)}: ${clean.key} was taken for ${column.key}`);
      continue;
    }
    const data = reading.data.columns.byKey.get(clean.key);
    const read = (at: number): string | null => textOf(valueAt(data, at));
    const wrong = clean.values.findIndex((value, at) => read(at) !== value);
    if (wrong < 0) tally.right++;
    else if (!asked(index)) {
      const row = table.dataRows[wrong] ?? 0;
      found.push(`${cellAddress(row, index)}: ${clean.values[wrong]} was read as ${read(wrong)}`);
    }
  }
  for (const column of reading.columns)
    if (!table.columns.has(column.index)) found.push(`${column.column} was taken for ${column.key}`);
  return found;
}

describe('dirty tables, made up', () => {
  const tally: Tally = { columns: 0, right: 0 };

  it('read back as the clean table, or ask', () => {
    fc.assert(
      fc.property(dirtyTable(vocabulary), (table) => {
        const reading = understandSheet(gridOf(table.rows, table.options), vocabulary, { policyYear: 2020 });
        const sheet = asTable(reading);
        expect(sheet.data.rowNumbers).toEqual(table.dataRows);
        expect(differences(table, sheet, tally)).toEqual([]);
      }),
      { numRuns: 150, seed: 20_200_214 },
    );
  });

  it('have at least 98 of 100 columns right', () => {
    expect(tally.columns).toBeGreaterThan(1000);
    expect(tally.right / tally.columns).toBeGreaterThan(0.98);
  });
});
