import type { Column } from '../engine';
import { Decimal, type Indicator } from '../rules';
import { categoryReader } from './category-text';
import type { ColumnTask } from './column-task';
import { flagReader } from './flag-text';
import type { CellContent, Grid } from './grid';
import { readFlags } from './read-flags';
import { readNumbers } from './read-numbers';
import { readCategories, readDates, readTexts } from './read-texts';
import { sameKind } from './unit-kinds';
import { readUnit } from './written-unit';

/** A unit as people write it, with the kind of indicator it is for. */
export type UnitReading =
  { readonly ok: true; readonly factor: Decimal } | { readonly ok: false; readonly why: 'unknown' | 'kind' };

/** Reads `千元`, `万㎡`, `%`; `kind` where it is a unit, but of another kind than the indicator's. */
export function unitFor(indicator: Indicator, text: string): UnitReading {
  const unit = readUnit(text);
  if (unit === null) return { ok: false, why: 'unknown' };
  const fits = indicator.unit !== undefined && unit.base !== 'other' && sameKind(unit.base, indicator.unit);
  return fits ? { ok: true, factor: unit.factor } : { ok: false, why: 'kind' };
}

const ONE = new Decimal(1);

/**
 * Loose cells of one indicator, without a sheet around them, as a column. `factor`: value in the
 * base unit = number in the cell × factor; a text that carries a unit of its own goes by that.
 */
export function readCells(
  indicator: Indicator,
  cells: readonly CellContent[],
  factor: Decimal = ONE,
): Column {
  const task = taskOf(cells);
  const { key, type } = indicator;
  switch (type) {
    case 'boolean':
      return readFlags(task, key, flagReader(indicator, undefined)).column;
    case 'date':
      return readDates(task, key).column;
    case 'category':
      return readCategories(task, key, categoryReader(indicator)).column;
    case 'text':
    case 'table':
      return readTexts(task, key).column;
    default:
      return readNumbers(task, { key, base: indicator.unit, factor, ratio: type === 'ratio' }).column;
  }
}

/** The cells as a grid of one column, without formulas and formats. */
function taskOf(cells: readonly CellContent[]): ColumnTask {
  const at = (row: number): CellContent => cells[row - 1] ?? null;
  const grid: Grid = {
    sheetName: '',
    rowCount: cells.length,
    columnCount: 1,
    content: at,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
  return { grid, column: 1, rows: cells.map((_, index) => index + 1), at };
}
