import { Decimal, type IndicatorKey } from '../rules';

/**
 * Typed columns: what the sheet room hands to the engine. Vectors are indexed by data row
 * (0-based, in sheet order); `SheetData.rowNumbers` leads back to the worksheet.
 */

/** State of one cell: nothing in it, a usable value, or something that cannot be used (counts as missing). */
export const CellState = { blank: 0, value: 1, unusable: 2 } as const;
export type CellState = (typeof CellState)[keyof typeof CellState];

/** A date as precise as it was written: a year, a month or a day. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

interface ColumnOf<Kind extends string> {
  readonly kind: Kind;
  readonly key: IndicatorKey;
  /** One `CellState` per row. */
  readonly states: Uint8Array;
}

/**
 * Amounts, ratios, counts, areas, masses and ranks, in the indicator's base unit.
 * `raw` holds each cell's double; its value is the shortest decimal that reads back as that
 * double, times `factor` (千元 → 1000), exactly. Cells a double cannot carry stand in `exact`.
 */
export interface NumberColumn extends ColumnOf<'number'> {
  readonly raw: Float64Array;
  readonly factor: Decimal;
  readonly exact?: ReadonlyMap<number, Decimal>;
  /** Per row 1 where the cell is a formula: computed in the sheet, hence not an official figure. */
  readonly computed?: Uint8Array;
}
export interface FlagColumn extends ColumnOf<'flag'> {
  /** 1 = yes, 0 = no (where the state is `value`). */
  readonly values: Uint8Array;
}
export interface DateColumn extends ColumnOf<'date'> {
  readonly values: readonly (PartialDate | null)[];
}
/** Canonical category values; several where the cell names several. */
export interface CategoryColumn extends ColumnOf<'category'> {
  readonly values: readonly (readonly string[] | null)[];
}
export interface TextColumn extends ColumnOf<'text'> {
  readonly values: readonly (string | null)[];
}
export type Column = NumberColumn | FlagColumn | DateColumn | CategoryColumn | TextColumn;

export interface Columns {
  readonly rowCount: number;
  readonly byKey: ReadonlyMap<IndicatorKey, Column>;
}

/** One worksheet's data rows, ready to be evaluated. */
export interface SheetData {
  readonly sheetName: string;
  readonly columns: Columns;
  /** Worksheet row (1-based) of each data row. */
  readonly rowNumbers: readonly number[];
  /** Amounts given row by row: clause id → number column headed `<条款标题>拟补助金额`. */
  readonly givenAmounts: ReadonlyMap<string, NumberColumn>;
  /** Text columns that totals may be grouped by (所属街道 …), by header. */
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
  /** What a column may hold that the analyst is asked about: clauses that read it wait for the answer. */
  readonly asked?: ReadonlySet<IndicatorKey>;
}

/** The exact value of a number column in a row; undefined where the state is not `value`. */
export function numberAt(column: NumberColumn, row: number): Decimal | undefined {
  if (column.states[row] !== CellState.value) return undefined;
  const exact = column.exact?.get(row);
  if (exact !== undefined) return exact;
  return new Decimal(column.raw[row] ?? 0).times(column.factor);
}
