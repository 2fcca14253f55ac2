import type { CellRange, Grid, GridTable } from './grid';
import type { HeaderCellKind, HeaderCellReader } from './header-cells';
import { type MergedCells, mergesBetween } from './merged-cells';
import { shownText } from './shown-text';

/** The rows that hold a table's headers, and the columns it spans. */
export interface HeaderBlock {
  readonly rows: readonly HeaderRow[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly merges: MergedCells;
  /** The Excel table whose headers these are. */
  readonly table: GridTable | undefined;
}
export interface HeaderRow {
  readonly row: number;
  /** `names`: a level of headers; `units`: a unit under each; `ordinals`: the columns numbered. */
  readonly kind: 'names' | 'units' | 'ordinals';
}

/** Headers stand within the first rows; nobody scrolls down a hundred rows to find them. */
const SEARCHED_ROWS = 100;
const MOST_LEVELS = 4;
const WEIGHTS: Readonly<Record<HeaderCellKind, number>> = {
  name: 2,
  form: 0.5,
  plain: 1,
  unit: 0,
  ordinal: 0,
  blank: 0,
  number: -1,
  text: 0,
};
/** A name and something else. */
const LEAST_SCORE = 3;
/** Of two tables on a sheet the first is read, unless its headers are hardly any. */
const NEARLY = 0.6;

interface Scored {
  readonly row: number;
  readonly score: number;
  readonly table: GridTable | undefined;
}

interface Cell {
  readonly column: number;
  readonly text: string;
  readonly kind: HeaderCellKind;
  readonly merge: CellRange | undefined;
}

/** Finds the headers; undefined where no row reads as headers. */
export function findHeaderBlock(grid: Grid, reader: HeaderCellReader): HeaderBlock | undefined {
  const lastRow = Math.min(grid.rowCount, SEARCHED_ROWS);
  const merges = mergesBetween(grid, 1, lastRow);
  const tables = grid.tables.filter((table) => table.headerRows > 0);
  const scored: Scored[] = [];
  for (let row = 1; row <= lastRow; row++) {
    const score = scoreRow(anchorCells(grid, reader, merges, row, 1, grid.columnCount));
    const table = tables.find((one) => one.range.top === row);
    if (score >= LEAST_SCORE) scored.push({ row, score, table });
  }
  const highest = Math.max(...scored.map(({ score }) => score));
  let best = scored.find(({ score }) => score >= highest * NEARLY);
  for (const table of tables) {
    const score = scoreRow(
      anchorCells(grid, reader, merges, table.range.top, table.range.left, table.range.right),
    );
    if (score >= LEAST_SCORE && (best === undefined || score >= best.score))
      best = { row: table.range.top, score, table };
  }
  if (best === undefined) return undefined;
  return growBlock(grid, reader, merges, best.row, best.table);
}

/** The headers at rows that the analyst named. */
export function headerBlockAt(
  grid: Grid,
  reader: HeaderCellReader,
  rows: readonly number[],
): HeaderBlock | undefined {
  const sorted = [...new Set(rows)]
    .filter((row) => row >= 1 && row <= grid.rowCount)
    .toSorted((a, b) => a - b);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (top === undefined || bottom === undefined) return undefined;
  const merges = mergesBetween(grid, 1, bottom);
  const table = grid.tables.find((one) => one.range.top === bottom);
  const kinds = sorted.map((row): HeaderRow => {
    const cells = anchorCells(grid, reader, merges, row, 1, grid.columnCount);
    return { row, kind: rowKind(cells) ?? 'names' };
  });
  return {
    rows: kinds,
    top,
    bottom,
    left: table?.range.left ?? 1,
    right: table?.range.right ?? grid.columnCount,
    merges,
    table,
  };
}

/** Cells with content of their own; those inside a merge belong to its first cell. */
function anchorCells(
  grid: Grid,
  reader: HeaderCellReader,
  merges: MergedCells,
  row: number,
  left: number,
  right: number,
): Cell[] {
  const cells: Cell[] = [];
  for (let column = left; column <= right; column++) {
    const text = shownText(grid, row, column);
    if (text === '') continue;
    const kind = reader.kindOf(text);
    if (kind !== 'blank') cells.push({ column, text, kind, merge: merges.at(row, column) });
  }
  return cells;
}

function scoreRow(cells: readonly Cell[]): number {
  const names = cells.filter((cell) => cell.kind === 'name').length;
  if (names === 0) return 0;
  return cells.reduce((score, cell) => score + WEIGHTS[cell.kind], 0);
}

function growBlock(
  grid: Grid,
  reader: HeaderCellReader,
  merges: MergedCells,
  start: number,
  table: GridTable | undefined,
): HeaderBlock {
  const left = table?.range.left ?? 1;
  const right = table?.range.right ?? grid.columnCount;
  const cellsOf = (row: number): Cell[] => anchorCells(grid, reader, merges, row, left, right);
  const rows: HeaderRow[] = [{ row: start, kind: 'names' }];
  for (let row = start - 1; row >= 1 && rows.length < MOST_LEVELS; row--) {
    if (!isUpperLevel(cellsOf(row), cellsOf(row + 1), right - left + 1)) break;
    rows.unshift({ row, kind: 'names' });
  }
  const covers = (row: number): boolean =>
    cellsOf(start).some(({ merge }) => merge !== undefined && merge.top <= start && merge.bottom >= row);
  // The headers of an Excel table are one row.
  const lowest = table === undefined ? Math.min(grid.rowCount, start + MOST_LEVELS) : start;
  for (let row = start + 1; row <= lowest; row++) {
    const cells = cellsOf(row);
    const kind = rowKind(cells) ?? (isLowerLevel(cells, covers(row)) ? 'names' : undefined);
    if (kind === undefined) break;
    rows.push({ row, kind });
  }
  return { rows, top: rows[0]?.row ?? start, bottom: rows.at(-1)?.row ?? start, left, right, merges, table };
}

/** `填报单位：…`, `单位：千元`, `2020年12月31日`: lines about the table, above its headers. */
const LINE = /[:：]|单位|^\d{4}年\d+月\d+日$/;

/** Groups over columns: several of them, or one that spans a part of the width. */
function isUpperLevel(cells: readonly Cell[], below: readonly Cell[], width: number): boolean {
  if (cells.length === 0 || cells.some((cell) => LINE.test(cell.text) && cell.kind !== 'name')) return false;
  if (cells.some((cell) => cell.kind === 'number' || cell.text.length > 40)) return false;
  const spans = cells.filter((cell) => spanOf(cell) > 1);
  if (cells.length === 1) {
    const [only] = cells;
    const known = only !== undefined && (only.kind === 'name' || only.kind === 'form');
    return (
      known &&
      spanOf(only) < width * 0.7 &&
      (spans.length === 1 || below.some((cell) => cell.kind === 'form'))
    );
  }
  if (spans.length > 0) return true;
  // Groups that were centred across columns without merging: blank cells to their right, headers below those.
  const filled = new Set(cells.map((cell) => cell.column));
  const gaps = below.filter((cell) => !filled.has(cell.column)).length;
  return (
    gaps > 0 &&
    cells.every((cell) => cell.kind !== 'ordinal') &&
    cells.some((cell) => cell.kind !== 'text' && cell.kind !== 'unit')
  );
}

function spanOf(cell: Cell): number {
  return cell.merge === undefined ? 1 : cell.merge.right - cell.merge.left + 1;
}

/** The code of an indicator in a statistical form: A01, B12. */
const CODE = /^[A-Z]{1,2}\d{1,3}(?:-\d{1,2})?$/i;

/** A row of units, or of column numbers, below the headers. */
function rowKind(cells: readonly Cell[]): 'units' | 'ordinals' | undefined {
  const [only, second] = cells;
  if (only === undefined) return undefined;
  if (second === undefined) return only.kind === 'unit' && !only.text.includes('单位') ? 'units' : undefined;
  const units = cells.filter((cell) => cell.kind === 'unit').length;
  const filler = cells.filter(
    (cell) => /^[\s\-—–/]*$/.test(cell.text) || cell.text === '计量单位' || cell.text === '单位',
  ).length;
  if (units > 0 && units + filler === cells.length) return 'units';
  if (cells.length >= 3 && cells.every((cell) => CODE.test(cell.text.trim()))) return 'ordinals';
  const ordinals = cells.filter((cell) => cell.kind === 'ordinal').length;
  return ordinals >= 3 && ordinals === cells.length && isCounting(cells) ? 'ordinals' : undefined;
}

/** 甲 乙 1 2 3: the numbers among them rise by one. */
function isCounting(cells: readonly Cell[]): boolean {
  const numbers = cells.map((cell) => /\d+/.exec(cell.text)?.[0]).filter((digits) => digits !== undefined);
  const first = Number(numbers[0] ?? 1);
  return first <= 3 && numbers.every((digits, at) => Number(digits) === first + at);
}

/**
 * Lower headers: names and forms, hardly anything else. A first enterprise's row has figures and free
 * text instead; only below headers that are merged down over the row may unknown texts stand.
 */
function isLowerLevel(cells: readonly Cell[], mergedDown: boolean): boolean {
  const heads = cells.filter(({ kind }) => kind === 'name' || kind === 'form' || kind === 'unit').length;
  const figures = cells.filter(({ kind }) => kind === 'number' || kind === 'ordinal').length;
  if (figures > 0 || cells.length === 0) return false;
  if (mergedDown) return heads > 0 || cells.every(({ text }) => text.trim().length <= 8);
  const texts = cells.length - heads;
  return heads >= 2 && texts <= cells.length * 0.25;
}
