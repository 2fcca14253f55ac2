import { CellState, type Column, numberAt } from '../../src/engine';
import {
  type Finding,
  type FindingCode,
  type FindingOf,
  type SheetContext,
  type SheetReading,
  understandSheet,
} from '../../src/sheet';
import { gridOf, type TestCell, type TestGridOptions } from './grid-of';
import { vocabulary } from './vocabulary';

/** Readings of test sheets, looked at the way a person would. */

export function readTable(
  rows: readonly (readonly TestCell[])[],
  context: SheetContext = {},
  options: TestGridOptions = {},
): SheetReading {
  return asTable(understandSheet(gridOf(rows, options), vocabulary, context));
}

export function asTable(understood: ReturnType<typeof understandSheet>): SheetReading {
  if (understood.kind !== 'table')
    throw new Error(`${understood.sheetName} is no table: ${understood.text.en}`);
  return understood;
}

/** A cell's value as the samples' truth writes it; undefined where the column was not taken. */
export function valueAt(column: Column | undefined, at: number): string | boolean | null | undefined {
  if (column === undefined) return undefined;
  if (column.states[at] !== CellState.value) return null;
  switch (column.kind) {
    case 'number':
      return numberAt(column, at)?.toFixed() ?? null;
    case 'flag':
      return column.values[at] === 1;
    case 'category':
      return column.values[at]?.join('、') ?? null;
    case 'date': {
      const { year, month, day } = column.values[at] ?? { year: 0 };
      return [year, month, day]
        .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
        .join('-');
    }
    case 'text':
      return column.values[at] ?? null;
  }
}

/** All values of an indicator. */
export function valuesOf(reading: SheetReading, key: string): (string | boolean | null | undefined)[] {
  const column = reading.data.columns.byKey.get(key) ?? reading.data.givenAmounts.get(key);
  return reading.data.rowNumbers.map((_, at) => valueAt(column, at));
}

const NAMES = ['blank', 'value', 'unusable'];

export function statesOf(reading: SheetReading, key: string): (string | undefined)[] {
  return [...(reading.data.columns.byKey.get(key)?.states ?? [])].map((state) => NAMES[state]);
}

/** What every column was taken for, with its factor, or why it was left: `grossOutput 1000`, `- note`. */
export function columnsByLetter(reading: SheetReading): Record<string, string> {
  const taken = reading.columns.map(({ column, key, clauseId, factor }) => [
    column,
    `${key ?? clauseId}${factor === null ? '' : ` ${factor.toFixed()}`}`,
  ]);
  const left = reading.unmapped.map(({ column, why }) => [column, `- ${why}`]);
  return Object.fromEntries([...taken, ...left]) as Record<string, string>;
}

/** Findings of one code. */
export function findingsOf<Code extends FindingCode>(reading: SheetReading, code: Code): FindingOf<Code>[] {
  return reading.findings.filter(
    (finding: Finding): finding is Finding & FindingOf<Code> => finding.code === code,
  );
}

export function codesWithCells(reading: SheetReading): string[] {
  return reading.findings.map(({ code, cells }) => `${code} ${cells.join(' ')}`);
}

export function codesAtCell(reading: SheetReading): string[] {
  return reading.findings.map(({ code, cell }) => `${cell} ${code}`);
}
