import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CellState, type Column, type PartialDate, type SheetData } from '../../src/engine';
import { canonicalCategory, Decimal, ONE, type Indicator, type Vocabulary } from '../../src/rules';

/** The sample workbooks as a correct reading gives them (samples/*.truth.json), as columns. */

type TruthValue = string | boolean | null;
interface TruthColumn {
  readonly col: string;
  readonly header: string;
  readonly key: string | null;
  readonly formula?: boolean;
}
interface TruthSheet {
  readonly sheet: string;
  readonly columns: readonly TruthColumn[];
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, TruthValue>> }[];
  readonly dirt?: readonly { readonly cell: string; readonly kind: string }[];
}
interface Truth {
  readonly policy: string;
  readonly sheets: readonly TruthSheet[];
}

export interface ExpectedClause {
  readonly id: string;
  readonly status: string;
  readonly uncapped?: string;
  readonly cap?: string;
  readonly amount?: string;
  readonly capHit?: boolean;
  readonly missing?: readonly string[];
  readonly supersededBy?: string;
}
export interface ExpectedOutcomes {
  readonly policy: string;
  readonly totals: { readonly award: string; readonly ceiling: string; readonly saving: string };
  readonly sheets: readonly {
    readonly sheet: string;
    readonly rows: readonly {
      readonly row: number;
      readonly award: string;
      readonly ceiling: string;
      readonly saving: string;
      readonly clauses: readonly ExpectedClause[];
    }[];
  }[];
}

const samples = path.join(__dirname, '..', '..', 'samples');
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(samples, name), 'utf8'));

export const expectedOutcomes = (name: string): ExpectedOutcomes =>
  json(`${name}.outcomes.json`) as ExpectedOutcomes;

export function sampleSheets(name: string, vocabulary: Vocabulary): readonly SheetData[] {
  const truth = json(`${name}.truth.json`) as Truth;
  return truth.sheets.map((sheet) => sheetData(sheet, vocabulary));
}

function sheetData(sheet: TruthSheet, vocabulary: Vocabulary): SheetData {
  const columns = sheet.columns.flatMap((column) => {
    const indicator = column.key === null ? undefined : vocabulary.indicators.get(column.key);
    return indicator === undefined ? [] : [columnOf(indicator, sheet, column)];
  });
  return {
    sheetName: sheet.sheet,
    columns: { rowCount: sheet.rows.length, byKey: new Map(columns.map((column) => [column.key, column])) },
    rowNumbers: sheet.rows.map(({ row }) => row),
    givenAmounts: new Map(),
    groups: new Map(),
  };
}

function columnOf(indicator: Indicator, sheet: TruthSheet, column: TruthColumn): Column {
  const { key } = indicator;
  const cells = sheet.rows.map(({ values }) => values[key] ?? null);
  const states = Uint8Array.from(cells, (cell) => (cell === null ? CellState.blank : CellState.value));
  switch (indicator.type) {
    case 'boolean':
      return { kind: 'flag', key, states, values: Uint8Array.from(cells, (cell) => (cell === true ? 1 : 0)) };
    case 'date':
      return {
        kind: 'date',
        key,
        states,
        values: cells.map((cell) => (cell === null ? null : dateOf(String(cell)))),
      };
    case 'category':
      return {
        kind: 'category',
        key,
        states,
        values: cells.map((cell) => (cell === null ? null : canonicalCategory(indicator, String(cell)))),
      };
    case 'text':
    case 'table':
      return {
        kind: 'text',
        key,
        states,
        values: cells.map((cell) => (cell === null ? null : String(cell))),
      };
    default: {
      const exact = new Map(
        cells.flatMap((cell, row) => (cell === null ? [] : [[row, new Decimal(String(cell))] as const])),
      );
      const computed = column.formula === true ? { computed: new Uint8Array(cells.length).fill(1) } : {};
      return {
        kind: 'number',
        key,
        states,
        raw: new Float64Array(cells.length),
        factor: ONE,
        exact,
        ...computed,
      };
    }
  }
}

function dateOf(text: string): PartialDate {
  const [year = 0, month, day] = text.split('-').map(Number);
  if (month === undefined) return { year };
  return day === undefined ? { year, month } : { year, month, day };
}
