/** The cells of a range as Office.js gives them, and as it sends them. */
import { isCellError, type CellContent, type CellRange } from '../../../sheet';
import { addressText } from '../book/address';
import { area, cellsOf, columnsOf, isUnbounded, rowsOf } from '../book/area';
import type { Input } from '../book/entry';
import type { Sheet } from '../book/sheet';
import type { Environment } from '../wire/environment';
import { NotCovered, OperationFailed } from '../wire/office-errors';

export type WireValue = string | number | boolean;

/** One entry for each cell; null for whole rows or columns, which Excel does not read cell by cell. */
export function eachCell<T>(
  env: Environment,
  range: CellRange,
  cell: (row: number, column: number) => T,
): T[][] | null {
  if (isUnbounded(range)) return null;
  if (cellsOf(range) > env.limits.readCells) {
    if (env.limits.oversizedRead === 'null') return null;
    throw new OperationFailed('RangeExceedsLimit');
  }
  const rows: T[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const line: T[] = [];
    for (let column = range.left; column <= range.right; column += 1) line.push(cell(row, column));
    rows.push(line);
  }
  return rows;
}

export function wireValue(content: CellContent): WireValue {
  if (content === null) return '';
  return isCellError(content) ? content.error : content;
}

/**
 * What a cell shows. A formula that Excel would calculate and the host does not, and that has no result from
 * a file, is not passed over as a blank.
 */
export function shownContent(
  { calculation }: Environment,
  sheet: Sheet,
  row: number,
  column: number,
): CellContent {
  const content = sheet.content(row, column);
  if (content !== null) return content;
  const formula = sheet.formula(row, column);
  if (formula === undefined) return null;
  // Entered while calculation is suspended or manual: 0 until then.
  if (calculation.canCalculate(formula)) return 0;
  throw new NotCovered(`the formula ${formula.text} in ${addressText(sheet.name, area(row, column))}`);
}

export function valueType(content: CellContent): string {
  if (content === null) return 'Empty';
  if (isCellError(content)) return 'Error';
  if (typeof content === 'string') return 'String';
  return typeof content === 'boolean' ? 'Boolean' : 'Double';
}

/** What is common to all cells; null when they differ. */
export function common<T>(sheet: Sheet, range: CellRange, of: (row: number, column: number) => T): T | null {
  const used = sheet.usedArea(false);
  // Beyond what is in use cells look as their row or column: one more row and column stand for all of them.
  const bottom = Math.min(range.bottom, Math.max(range.top, (used?.bottom ?? 0) + 1));
  const right = Math.min(range.right, Math.max(range.left, (used?.right ?? 0) + 1));
  const first = of(range.top, range.left);
  for (let row = range.top; row <= bottom; row += 1) {
    for (let column = range.left; column <= right; column += 1) {
      if (of(row, column) !== first) return null;
    }
  }
  return first;
}

/**
 * What is sent for the cells of a range: one value for all, or a list of rows that fits exactly. A null
 * leaves its cell as it is.
 */
export function inputsFor(range: CellRange, value: unknown): (row: number, column: number) => Input | null {
  if (isUnbounded(range)) throw new OperationFailed('InvalidArgument');
  if (!Array.isArray(value)) {
    const input = inputIn(value);
    return () => input;
  }
  const rows: readonly unknown[] = value;
  requireShape(range, rows);
  const lines = rows.map((line): readonly unknown[] => (Array.isArray(line) ? line : []));
  return (row, column) => inputIn(lines[row]?.[column]);
}

export function requireShape(range: CellRange, rows: readonly unknown[]): void {
  const width = columnsOf(range);
  const fits =
    rows.length === rowsOf(range) && rows.every((line) => Array.isArray(line) && line.length === width);
  if (!fits) throw sizeMismatch();
}

export function sizeMismatch(): OperationFailed {
  return new OperationFailed(
    'InvalidArgument',
    undefined,
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

function inputIn(value: unknown): Input | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null) return null;
  throw new OperationFailed('InvalidArgument');
}

/**
 * Where rows of an array land when a filter hides some of the rows written to. Excel then writes the first
 * row of the array into every row it shows, and nothing into the others (office-js issue 224, xlwings issue 747).
 */
export function landing(env: Environment, sheet: Sheet, range: CellRange): (row: number) => number | null {
  if (env.limits.filteredWrites === 'exact') return (row) => row;
  const rows = Array.from({ length: rowsOf(range) }, (_, index) => range.top + index);
  if (!rows.some((row) => sheet.isRowFilteredOut(row))) return (row) => row;
  return (row) => (sheet.isRowFilteredOut(range.top + row) ? null : 0);
}
