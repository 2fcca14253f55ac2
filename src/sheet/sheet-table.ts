import type { Vocabulary } from '../rules';
import { type BodyCells, bodyCells } from './body-cells';
import { classifyRows, type RowClasses, type RowLayout } from './classify-rows';
import { sampleColumn } from './column-content';
import type { HeaderPath } from './column-meaning';
import type { ColumnTask } from './column-task';
import { nameKey } from './fold';
import { columnLetter, type Grid } from './grid';
import { findHeaderBlock, type HeaderBlock, headerBlockAt } from './header-block';
import { type HeaderCellReader, headerCellReader } from './header-cells';
import { type ColumnHeader, headerOfColumn } from './header-paths';
import type { Lexicon } from './header-sense';
import { readHeader } from './header-text';
import { type ColumnInput, type Decision, mapColumns, type MappingContext } from './map-columns';
import type { NearIndex } from './near-names';
import type { NotATableReason, SheetContext } from './reading';
import { sheetYear, type SheetYear, yearOfColumn } from './sheet-year';
import { tableBeside } from './table-beside';
import { readTitleLines, type TitleLines } from './title-lines';
import { titleSenses } from './title-senses';
import { isTransposed } from './transposed';
import { vocabularyIndex } from './vocabulary-index';

/** A table found on a sheet: its headers, its columns and what each was taken for, its rows. */
export interface SheetTable {
  readonly block: HeaderBlock;
  readonly body: BodyCells;
  readonly titles: TitleLines;
  readonly year: SheetYear;
  readonly columns: readonly TableColumn[];
  readonly rows: RowClasses;
  readonly layout: RowLayout;
  /** The column in which another table begins beside this one. */
  readonly beside: number | undefined;
}
export interface TableColumn {
  readonly header: ColumnHeader;
  readonly path: HeaderPath;
  readonly input: ColumnInput;
  readonly decision: Decision;
}

/** Rows looked at to tell names from figures, before it is known which rows are enterprises. */
const FIRST_LOOK = 3000;

export function findTable(
  grid: Grid,
  vocabulary: Vocabulary,
  context: SheetContext,
): SheetTable | NotATableReason {
  if (grid.rowCount === 0 || grid.columnCount === 0) return 'empty';
  const { index, forms, near } = vocabularyIndex(vocabulary);
  const { block: found, reader } = findHeaders(
    grid,
    { index, forms, year: context.policyYear },
    near,
    context,
  );
  if (found === undefined) return isTransposed(grid, reader) ? 'transposed' : 'noHeader';
  const { block, headers, beside } = firstOfTwo(grid, found, context);
  const paths = headers.map(({ levels }) => levels.map(readHeader));
  const titles = readTitleLines(grid, block);
  const body = bodyCells(grid, block.bottom + 1);
  const below = rowsBelow(grid, block);
  const columnYear = yearOfColumn(headers, { index, forms, year: undefined }, body, below);
  const year = sheetYear(paths, titles.years, columnYear, context);
  const lexicon: Lexicon = { index, forms, year: year.year };
  const lines = titles.lines.map(({ text }) => text);
  const mapping: MappingContext = {
    paths: { lexicon, titleSenses: titleSenses(lines, lexicon) },
    near,
    clauseTitles: context.clauseTitles ?? [],
    title: [grid.sheetName, ...lines].join(' '),
    date1904: grid.date1904,
  };
  const inputsOver = (over: readonly number[]): ColumnInput[] =>
    headers.map(({ column }, at) => ({
      column,
      path: paths[at] ?? [],
      sample: sampleColumn(taskOf(grid, body, column, over)),
    }));
  const firstLook = mapColumns(inputsOver(below), mapping);
  const layout = layoutOf(headers, firstLook, body, context);
  if (layout.name === undefined && layout.code === undefined && layout.things.length === 0)
    return 'noIdentity';
  const classes = classifyRows(grid, block, layout, reader);
  if (classes.dataRows.length === 0) return 'noRows';
  const inputs = inputsOver(classes.dataRows);
  const decisions = mapColumns(inputs, mapping);
  const columns = headers.flatMap((header, at): TableColumn[] => {
    const [path, input, decision] = [paths[at], inputs[at], decisions[at]];
    return path === undefined || input === undefined || decision === undefined
      ? []
      : [{ header, path, input, decision }];
  });
  const outside = outsideColumns(grid, block, body, context, classes.dataRows);
  return { block, body, titles, year, columns: [...columns, ...outside], rows: classes, layout, beside };
}

/** Of two tables with the same headers side by side, the first. */
function firstOfTwo(
  grid: Grid,
  block: HeaderBlock,
  context: SheetContext,
): { block: HeaderBlock; headers: ColumnHeader[]; beside: number | undefined } {
  const headers = columnsOf(grid, block, context).map((column) => headerOfColumn(grid, block, column));
  const beside = tableBeside(headers);
  if (beside === undefined) return { block, headers, beside };
  const first = headers.filter(({ column }) => column < beside);
  return { block: { ...block, right: beside - 1 }, headers: first, beside };
}

/** Columns beside a table: not read, but not passed over in silence. */
function outsideColumns(
  grid: Grid,
  block: HeaderBlock,
  body: BodyCells,
  context: SheetContext,
  rows: readonly number[],
): TableColumn[] {
  const found: TableColumn[] = [];
  for (let column = 1; column <= grid.columnCount; column++) {
    if ((column >= block.left && column <= block.right) || context.ourColumns?.has(column) === true) continue;
    const header = headerOfColumn(grid, block, column);
    const path = header.levels.map(readHeader);
    const input = { column, path, sample: sampleColumn(taskOf(grid, body, column, rows)) };
    const decision = { kind: 'leftover', column, why: 'outside', alternatives: [], named: null } as const;
    found.push({ header, path, input, decision });
  }
  return found;
}

function findHeaders(
  grid: Grid,
  lexicon: Lexicon,
  near: NearIndex,
  context: SheetContext,
): { block: HeaderBlock | undefined; reader: HeaderCellReader } {
  const reader = headerCellReader(lexicon);
  const rows = context.corrections?.headerRows;
  if (rows !== undefined) return { block: headerBlockAt(grid, reader, rows), reader };
  const block = findHeaderBlock(grid, reader);
  if (block !== undefined) return { block, reader };
  const generous = headerCellReader(lexicon, near);
  return { block: findHeaderBlock(grid, generous), reader: generous };
}

export function taskOf(
  grid: Grid,
  body: BodyCells,
  column: number,
  rows: readonly number[],
  spread = true,
): ColumnTask {
  const at = spread ? (row: number) => body.merged(row, column) : (row: number) => grid.content(row, column);
  return { grid, column, rows, at };
}

function columnsOf(grid: Grid, block: HeaderBlock, context: SheetContext): number[] {
  const columns: number[] = [];
  for (let column = block.left; column <= Math.min(block.right, grid.columnCount); column++) {
    if (context.ourColumns?.has(column) !== true) columns.push(column);
  }
  return columns;
}

function rowsBelow(grid: Grid, block: HeaderBlock): number[] {
  const last = Math.min(grid.rowCount, block.bottom + FIRST_LOOK);
  return Array.from({ length: Math.max(0, last - block.bottom) }, (_, at) => block.bottom + 1 + at);
}

const THINGS = new Set(['projectName', 'buildingName']);

function layoutOf(
  headers: readonly ColumnHeader[],
  decisions: readonly Decision[],
  body: BodyCells,
  context: SheetContext,
): RowLayout {
  const corrected = (column: number, decision: Decision): string | null => {
    const letterCorrection = context.corrections?.columns.get(columnLetter(column));
    if (letterCorrection === null) return null;
    return letterCorrection?.key ?? (decision.kind === 'claim' ? decision.key : null);
  };
  const keyed = decisions.map((decision) => ({
    column: decision.column,
    key: corrected(decision.column, decision),
  }));
  const columnOf = (wanted: string): number | undefined => keyed.find(({ key }) => key === wanted)?.column;
  const left = (why: string): number[] =>
    decisions.flatMap((one) => (one.kind === 'leftover' && one.why === why ? [one.column] : []));
  const headerKeys = new Map(headers.map(({ column, levels }) => [column, new Set(levels.map(nameKey))]));
  return {
    columns: new Set(headers.map(({ column }) => column)),
    name: columnOf('enterpriseName'),
    code: columnOf('creditCode'),
    serial: left('serial')[0],
    things: keyed.filter(({ key }) => key !== null && THINGS.has(key)).map(({ column }) => column),
    notes: new Set(left('note')),
    headersOf: (column) => headerKeys.get(column) ?? new Set(),
    merged: (row, column) => body.merged(row, column),
  };
}
