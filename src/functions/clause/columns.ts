import { CellState, type Column, type SheetData } from '../../engine';
import { readCells, unitFor, type CellContent } from '../../sheet';
import type { Decimal, Indicator } from '../../rules';
import type { ClauseParameter } from '../catalogue/catalogue';

/** The columns of a clause's parameters; undefined for tables, which are no columns. */
export function columnsOf(
  parameters: readonly ClauseParameter[],
  cells: readonly (readonly CellContent[])[],
  units: readonly string[],
): readonly (Column | undefined)[] {
  return parameters.map(({ indicator }, at) =>
    indicator.type === 'table'
      ? undefined
      : readCells(indicator, withoutZeros(indicator, cells[at] ?? []), factorFor(indicator, units)),
  );
}

/** A 0 that cannot be a value of the indicator is a blank that the host passed on as 0. */
function withoutZeros(indicator: Indicator, cells: readonly CellContent[]): readonly CellContent[] {
  const { type } = indicator;
  if (type !== 'category' && type !== 'text' && type !== 'date' && type !== 'rank') return cells;
  return cells.map((cell) => (cell === 0 ? null : cell));
}

function factorFor(indicator: Indicator, units: readonly string[]): Decimal | undefined {
  for (const unit of units) {
    const reading = unitFor(indicator, unit);
    if (reading.ok) return reading.factor;
  }
  return undefined;
}

/** The columns as a sheet for the engine. */
export function sheetOf(columns: readonly (Column | undefined)[], rowCount: number): SheetData {
  const present = columns.filter((column) => column !== undefined);
  return {
    sheetName: '',
    columns: { rowCount, byKey: new Map(present.map((column) => [column.key, column])) },
    rowNumbers: Array.from({ length: rowCount }, (_, row) => row + 1),
    givenAmounts: new Map(),
    groups: new Map(),
  };
}

/** The column with blanks in these rows. */
export function blanked(column: Column, rows: Iterable<number>): Column {
  const states = Uint8Array.from(column.states);
  for (const row of rows) states[row] = CellState.blank;
  return { ...column, states };
}

/**
 * Whether a 0 in a cell of the parameter and a blank cell can mean different things. Hosts pass blanks of
 * referenced cells on as 0 (desktop) or as null (web).
 */
export function zeroIsDoubtful({ indicator, required }: ClauseParameter): boolean {
  switch (indicator.type) {
    case 'boolean':
      return required && indicator.blank === 'missing';
    case 'category':
    case 'text':
    case 'date':
    case 'rank':
    case 'table':
      return false;
    default:
      return !required || indicator.blank !== 'zero';
  }
}
