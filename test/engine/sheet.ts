import { CellState, type Column, type NumberColumn, type SheetData } from '../../src/engine';
import { parseDate } from '../../src/engine/values/dates';
import { canonicalCategory, Decimal, ONE, type Indicator } from '../../src/rules';
import { vocabulary } from './pack';

/** A cell that cannot be used (an error value, a text in a number column). */
export const BAD = Symbol('unusable');
export type Cell = string | number | boolean | null | typeof BAD;
export type Row = Readonly<Record<string, Cell>>;

/** A sheet of rows; a key that stands in any row is a column. Data starts in worksheet row 2. */
export function sheet(
  rows: readonly Row[],
  options: {
    name?: string;
    computed?: readonly string[];
    groups?: Readonly<Record<string, readonly (string | null)[]>>;
    given?: Readonly<Record<string, readonly Cell[]>>;
  } = {},
): SheetData {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) =>
    columnOf(
      key,
      rows.map((row) => row[key] ?? null),
      options.computed?.includes(key) ?? false,
    ),
  );
  const given = Object.entries(options.given ?? {}).map(([clause, cells]): [string, NumberColumn] => {
    const column = columnOf('analystAmount', cells, false);
    if (column.kind !== 'number') throw new Error('an amount is a number');
    return [clause, column];
  });
  return {
    sheetName: options.name ?? '表',
    columns: { rowCount: rows.length, byKey: new Map(columns.map((column) => [column.key, column])) },
    rowNumbers: rows.map((_, row) => row + 2),
    givenAmounts: new Map(given),
    groups: new Map(Object.entries(options.groups ?? {})),
  };
}

function columnOf(key: string, cells: readonly Cell[], computed: boolean): Column {
  const indicator = vocabulary().indicators.get(key);
  if (indicator === undefined) throw new Error(`no indicator ${key}`);
  const states = Uint8Array.from(cells, (cell) =>
    cell === null ? CellState.blank : cell === BAD ? CellState.unusable : CellState.value,
  );
  const value = <T>(read: (cell: string) => T): (T | null)[] =>
    cells.map((cell) => (cell === null || cell === BAD ? null : read(String(cell))));
  switch (indicator.type) {
    case 'boolean':
      return { kind: 'flag', key, states, values: Uint8Array.from(cells, (cell) => (cell === true ? 1 : 0)) };
    case 'date':
      return { kind: 'date', key, states, values: value(parseDate) };
    case 'category':
      return { kind: 'category', key, states, values: value((text) => canonicalCategory(indicator, text)) };
    case 'text':
    case 'table':
      return { kind: 'text', key, states, values: value(String) };
    default:
      return numberColumn(indicator, states, cells, computed);
  }
}

function numberColumn(
  { key }: Indicator,
  states: Uint8Array,
  cells: readonly Cell[],
  computed: boolean,
): NumberColumn {
  const exact = new Map(
    cells.flatMap((cell, row) =>
      typeof cell === 'string' || typeof cell === 'number' ? [[row, new Decimal(cell)] as const] : [],
    ),
  );
  const formula = computed ? { computed: new Uint8Array(cells.length).fill(1) } : {};
  return { kind: 'number', key, states, raw: new Float64Array(cells.length), factor: ONE, exact, ...formula };
}
