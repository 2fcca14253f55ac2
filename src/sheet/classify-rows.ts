import { nameKey } from './fold';
import { type CellContent, type Grid, isCellError } from './grid';
import type { HeaderBlock } from './header-block';
import type { HeaderCellReader } from './header-cells';
import { isMissingMark } from './number-text';
import type { SkippedRow, SkipReason } from './reading';
import { labelKind, looksLikeCode, looksLikeEnterprise, repeatsHeaders } from './row-kinds';
import { isBlankContent, textOf } from './shown-text';
import { readUnit } from './written-unit';

/** Where a row says who it is about. */
export interface RowLayout {
  readonly columns: ReadonlySet<number>;
  readonly name: number | undefined;
  readonly code: number | undefined;
  readonly serial: number | undefined;
  /** Projects and buildings: they make a row one of its own where the enterprise's name is left out. */
  readonly things: readonly number[];
  /** Remarks and contacts: what stands there says nothing about the row. */
  readonly notes: ReadonlySet<number>;
  /** Keys (fold.ts) of the header texts of a column. */
  readonly headersOf: (column: number) => ReadonlySet<string>;
  /** Content of a cell; inside a merge over several rows, that of its first cell. */
  readonly merged: (row: number, column: number) => CellContent;
}

export interface RowClasses {
  readonly dataRows: readonly number[];
  readonly skipped: readonly SkippedRow[];
  /** Rows with figures but nobody they are about. */
  readonly unidentified: readonly number[];
  /** Rows taken for group totals without saying so. */
  readonly doubtful: readonly number[];
}

type RowClass = 'data' | 'lone' | 'unidentified' | 'doubtful' | SkipReason;

interface Cell {
  readonly column: number;
  readonly content: CellContent;
  readonly text: string;
}

export function classifyRows(
  grid: Grid,
  block: HeaderBlock,
  layout: RowLayout,
  reader: HeaderCellReader,
): RowClasses {
  const dataRows: number[] = [];
  const others: { row: number; why: RowClass }[] = [];
  const totalsFrom =
    block.table === undefined ? Infinity : block.table.range.bottom - block.table.totalsRows + 1;
  const totalsTo = block.table?.range.bottom ?? 0;
  const codesExpected = codesAreKept(grid, block, layout);
  let another = false;
  for (let row = block.bottom + 1; row <= grid.rowCount; row++) {
    const why: RowClass = another
      ? 'otherTable'
      : row >= totalsFrom && row <= totalsTo
        ? 'subtotal'
        : classOf(row);
    if (why === 'data') dataRows.push(row);
    else others.push({ row, why });
    another = why === 'otherTable';
  }
  return settle(dataRows, others);

  function classOf(row: number): RowClass {
    if (layout.code !== undefined && isCode(layout.merged(row, layout.code))) return 'data';
    return slowClass(grid, layout, reader, row, codesExpected);
  }
}

/** A lone text is a note after the last enterprise, and a group's title before it. */
function settle(dataRows: readonly number[], others: readonly { row: number; why: RowClass }[]): RowClasses {
  const last = dataRows.at(-1) ?? 0;
  const skipped = others.map(({ row, why }): SkippedRow => {
    if (why === 'lone') return { row, why: row > last ? 'note' : 'section' };
    if (why === 'doubtful' || why === 'data') return { row, why: 'section' };
    return { row, why };
  });
  const rowsOf = (kind: RowClass): number[] => others.filter(({ why }) => why === kind).map(({ row }) => row);
  return { dataRows, skipped, unidentified: rowsOf('unidentified'), doubtful: rowsOf('doubtful') };
}

function isCode(content: CellContent): boolean {
  return typeof content === 'string' ? looksLikeCode(content) : typeof content === 'number' && content > 1e13;
}

/** Whether most rows of the sheet have a credit code, so that a row without one is unusual. */
function codesAreKept(grid: Grid, block: HeaderBlock, layout: RowLayout): boolean {
  if (layout.code === undefined) return false;
  let rows = 0;
  let codes = 0;
  for (let row = block.bottom + 1; row <= Math.min(grid.rowCount, block.bottom + 2000); row++) {
    if (layout.name !== undefined && isBlankContent(grid.content(row, layout.name))) continue;
    rows++;
    if (isCode(layout.merged(row, layout.code))) codes++;
  }
  return codes > 0 && codes >= rows * 0.5;
}

function slowClass(
  grid: Grid,
  layout: RowLayout,
  reader: HeaderCellReader,
  row: number,
  codesExpected: boolean,
): RowClass {
  const cells = cellsOf(grid, layout, row);
  const telling = cells.filter(({ column, text }) => column !== layout.serial && !isMissingMark(text));
  if (telling.length === 0)
    return cells.length === 1 && /\D/.test(cells[0]?.text ?? '')
      ? (labelKind(cells[0]?.text ?? '') ?? 'lone')
      : 'blank';
  const strings = cells.filter(({ content }) => typeof content === 'string');
  if (repeatsHeaders(cells, layout.headersOf)) return 'header';
  if (isUnitRow(cells)) return 'unit';
  if (beginsAnotherTable(strings, reader) && strings.length === cells.length) return 'otherTable';
  return classByLabel(cells, telling, layout, row, codesExpected);
}

function cellsOf(grid: Grid, layout: RowLayout, row: number): Cell[] {
  const cells: Cell[] = [];
  for (const column of grid.filledColumns?.(row) ?? layout.columns) {
    if (!layout.columns.has(column)) continue;
    const content = grid.content(row, column);
    if (!isBlankContent(content)) cells.push({ column, content, text: textOf(content) });
  }
  return cells;
}

function isUnitRow(cells: readonly Cell[]): boolean {
  const units = cells.filter(({ text }) => readUnit(text) !== null).length;
  if (
    units >= 2 &&
    cells.every(
      ({ text }) => readUnit(text) !== null || isMissingMark(text) || /^(?:计量)?单位$/.test(text.trim()),
    )
  )
    return true;
  const counting =
    cells.length >= 4 && cells.every(({ text }) => /^[甲乙丙丁戊己]$|^\(?\d{1,3}\)?$/.test(text.trim()));
  return counting && cells.some(({ text }) => /[甲乙]/.test(text));
}

function beginsAnotherTable(cells: readonly Cell[], reader: HeaderCellReader): boolean {
  const kinds = cells.map(({ text }) => reader.kindOf(text));
  const names = kinds.filter((kind) => kind === 'name').length;
  const heads = names + kinds.filter((kind) => kind === 'plain' || kind === 'form').length;
  return names >= 2 && heads >= 3 && heads >= cells.length * 0.6;
}

function classByLabel(
  cells: readonly Cell[],
  telling: readonly Cell[],
  layout: RowLayout,
  row: number,
  codesExpected: boolean,
): RowClass {
  const name = layout.name === undefined ? '' : textOf(layout.merged(row, layout.name)).trim();
  const label = leadingLabel(cells, layout);
  const declared = label === undefined ? undefined : labelKind(label);
  if (declared !== undefined) return declared;
  const figures = telling.some(
    ({ content, column }) =>
      typeof content === 'number' || isCellError(content) || (column !== layout.name && isFigure(content)),
  );
  if (telling.length === 1 && !figures) return loneClass(telling[0], layout, codesExpected, cells.length > 1);
  if (name !== '' && !isMissingMark(name))
    return namedClass(name, telling, layout, codesExpected, hasSerial(cells, layout), figures);
  if (layout.things.some((column) => !isBlankContent(layout.merged(row, column)))) return 'data';
  if (figures) return 'unidentified';
  return telling.every(({ column }) => layout.notes.has(column)) ? 'note' : 'unidentified';
}

/** The text by which a row may declare itself: the first one, up to the name's column. */
function leadingLabel(cells: readonly Cell[], layout: RowLayout): string | undefined {
  const until = Math.max(layout.name ?? 0, layout.code ?? 0, cells[0]?.column ?? 0);
  const texts = cells.filter(({ column, content }) => column <= until && typeof content === 'string');
  return (texts.find(({ text }) => labelKind(text) !== undefined) ?? texts[0])?.text;
}

function isFigure(content: CellContent): boolean {
  return (
    typeof content === 'string' &&
    /^[\d.,，．０-９%％\s()（）+-]*[\d０-９][\d.,，．０-９%％\s()（）]*$/.test(content)
  );
}

function hasSerial(cells: readonly Cell[], layout: RowLayout): boolean {
  const serial = cells.find(({ column }) => column === layout.serial);
  return serial !== undefined && /^\d+$/.test(nameKey(serial.text));
}

/** One text and nothing else: an enterprise that reported nothing, a group's title or a note. */
function loneClass(
  cell: Cell | undefined,
  layout: RowLayout,
  codesExpected: boolean,
  serial: boolean,
): RowClass {
  if (cell === undefined || cell.column !== layout.name) return 'lone';
  return serial || (!codesExpected && looksLikeEnterprise(cell.text)) ? 'data' : 'lone';
}

function namedClass(
  name: string,
  telling: readonly Cell[],
  layout: RowLayout,
  codesExpected: boolean,
  serial: boolean,
  figures: boolean,
): RowClass {
  if (looksLikeEnterprise(name) || serial) return 'data';
  const described = telling.some(
    ({ column, content }) =>
      column !== layout.name &&
      !layout.notes.has(column) &&
      typeof content === 'string' &&
      !isFigure(content),
  );
  if (described) return 'data';
  if (!codesExpected && layout.serial === undefined) return 'data';
  return figures ? 'doubtful' : 'section';
}
