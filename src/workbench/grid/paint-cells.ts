/** Draws the cells of one pane: paper and grid lines, fills, texts, borders, marks of notes. */
import type { CellContent, CellRange } from '../../sheet';
import { overlap, type CellStyle, type Sheet } from '../host';
import { boxIn, type Box, type Frame, type Pane } from './geometry';
import { fittedNumber, shownText, sideOf, wrapped, type Side } from './cell-text';
import type { TextWidths } from './font-widths';
import { paintBorders } from './paint-borders';
import { SHEET } from './palette';
import { tableAt, tableLook, withTable } from './table-look';

export interface CellsToPaint {
  readonly context: CanvasRenderingContext2D;
  readonly frame: Frame;
  readonly sheet: Sheet;
  readonly date1904: boolean;
  /** Fonts to fall back on, after the cell's own. */
  readonly fallbackFonts: string;
  readonly widths: TextWidths;
  /** Cells with a note, as `row column`. */
  readonly notes: ReadonlySet<string>;
}

/** Between the text and the edge of its cell. */
const MARGIN = 3;
const PIXELS_PER_POINT = 4 / 3;
const LINE_SPACING = 1.3;
/** How far to the left of what is seen a text may begin that runs into it. */
const RUN_IN = 12;

export function paintPane(paint: CellsToPaint, pane: Pane): void {
  const { context, sheet, frame } = paint;
  context.save();
  context.beginPath();
  context.rect(pane.x, pane.y, pane.width, pane.height);
  context.clip();
  context.fillStyle = SHEET.paper;
  context.fillRect(pane.x, pane.y, pane.width, pane.height);
  const merges = sheet.merges.filter((merge) => overlap(merge, pane.cells) !== null);
  const covered = coveredBy(merges, pane.cells);
  paintGridlines(paint, pane);
  eachCell(pane.cells, frame, (row, column) => {
    if (!covered.has(`${row} ${column}`)) paintFill(paint, boxIn(pane, frame, one(row, column)), row, column);
  });
  for (const merge of merges) {
    const box = boxIn(pane, frame, merge);
    context.fillStyle = SHEET.paper;
    context.fillRect(box.x, box.y, box.width - 1, box.height - 1);
    paintFill(paint, box, merge.top, merge.left);
  }
  const first = Math.max(1, pane.cells.left - RUN_IN);
  eachCell({ ...pane.cells, left: first }, frame, (row, column) => {
    // To the left of what is seen only a text matters that has an empty cell beside it to run over.
    const isUnseen = column < pane.cells.left && sheet.content(row, column + 1) !== null;
    if (!isUnseen && !covered.has(`${row} ${column}`)) paintCell(paint, pane, one(row, column), covered);
  });
  for (const merge of merges) paintCell(paint, pane, merge, covered);
  eachCell(pane.cells, frame, (row, column) => {
    paintBorders(context, sheet.style(row, column), boxIn(pane, frame, one(row, column)));
  });
  context.restore();
}

function one(row: number, column: number): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}

function eachCell(
  cells: CellRange,
  { rows, columns }: Frame,
  work: (row: number, column: number) => void,
): void {
  for (let row = cells.top; row <= cells.bottom; row += 1) {
    if (rows.isHidden(row)) continue;
    for (let column = cells.left; column <= cells.right; column += 1) {
      if (!columns.isHidden(column)) work(row, column);
    }
  }
}

function coveredBy(merges: readonly CellRange[], seen: CellRange): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const merge of merges) {
    const part = overlap(merge, seen);
    if (part === null) continue;
    for (let row = part.top; row <= part.bottom; row += 1) {
      for (let column = part.left; column <= part.right; column += 1) covered.add(`${row} ${column}`);
    }
  }
  return covered;
}

function paintGridlines({ context, frame }: CellsToPaint, pane: Pane): void {
  context.fillStyle = SHEET.gridline;
  const { rows, columns } = frame;
  for (let row = pane.cells.top; row <= pane.cells.bottom; row += 1) {
    if (rows.isHidden(row)) continue;
    context.fillRect(pane.x, Math.round(pane.y + rows.end(row) - pane.sheetY) - 1, pane.width, 1);
  }
  for (let column = pane.cells.left; column <= pane.cells.right; column += 1) {
    if (columns.isHidden(column)) continue;
    context.fillRect(Math.round(pane.x + columns.end(column) - pane.sheetX) - 1, pane.y, 1, pane.height);
  }
}

function paintFill({ context, sheet }: CellsToPaint, box: Box, row: number, column: number): void {
  const own = sheet.style(row, column).fill;
  const table = own === null ? tableAt(sheet, row, column) : undefined;
  const look = table === undefined ? null : tableLook(table, row);
  const fill = own ?? look?.fill ?? null;
  if (fill !== null) {
    context.fillStyle = fill;
    context.fillRect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
  }
  if (look !== null && look.line !== null) {
    context.globalAlpha = 0.45;
    context.fillStyle = look.line;
    context.fillRect(box.x - 1, box.y - 1, box.width + 1, 1);
    context.fillRect(box.x - 1, box.y + box.height - 1, box.width + 1, 1);
    context.globalAlpha = 1;
  }
}

function paintCell(paint: CellsToPaint, pane: Pane, cells: CellRange, covered: ReadonlySet<string>): void {
  const { context, sheet, frame, notes, date1904 } = paint;
  const { top: row, left: column } = cells;
  const isNoted = notes.has(`${row} ${column}`);
  const content = sheet.content(row, column);
  if (content === null && !isNoted) return;
  const box = boxIn(pane, frame, cells);
  if (isNoted) paintNoteMark(context, box);
  if (content === null) return;
  const style = sheet.style(row, column);
  const table = tableAt(sheet, row, column);
  const font = table === undefined ? style : withTable(style, tableLook(table, row));
  const isBusy = typeof content === 'object' && content.error === '#BUSY!';
  context.font = fontOf({ ...style, bold: font.bold }, paint.fallbackFonts);
  context.fillStyle = isBusy ? SHEET.busy : font.fontColor;
  const text = shownText(content, style.numberFormat, date1904);
  const hasButton = hasFilterButton(sheet, row, column);
  paintText(paint, { box, cells, content, text, style, covered, buttonWidth: hasButton ? 18 : 0 });
}

interface Text {
  readonly box: Box;
  readonly cells: CellRange;
  readonly content: CellContent;
  readonly text: string;
  readonly style: CellStyle;
  readonly covered: ReadonlySet<string>;
  /** Room that a filter's button takes at the right. */
  readonly buttonWidth: number;
}

function paintText(paint: CellsToPaint, cell: Text): void {
  const { context } = paint;
  const { box, content, style } = cell;
  const side = sideOf(content, style);
  const width = box.width - 2 * MARGIN - cell.buttonWidth;
  const measure = (text: string): number => paint.widths.of(context, text, style);
  const lines = linesOf(cell, width, measure);
  const height = style.fontSize * PIXELS_PER_POINT * LINE_SPACING;
  const widest = Math.max(...lines.map(measure));
  const room = mayRunOver(cell, lines, widest, width) ? roomFor(paint, cell, side, widest) : box;
  context.save();
  context.beginPath();
  context.rect(room.x, room.y, room.width - 1, room.height);
  context.clip();
  context.textBaseline = 'middle';
  context.textAlign = side;
  const indent = style.indentLevel * 9;
  const x = {
    left: box.x + MARGIN + indent,
    center: box.x + (box.width - cell.buttonWidth) / 2,
    right: box.x + box.width - MARGIN - 1 - indent - (side === 'right' ? cell.buttonWidth : 0),
  }[side];
  let y = firstLine(box, style, lines.length * height) + height / 2;
  for (const line of lines) {
    context.fillText(line, x, y, Math.max(1, measure(line)));
    decorate(context, measure(line), { x, y, side }, style);
    y += height;
  }
  context.restore();
}

function linesOf({ content, text, style }: Text, width: number, measure: (text: string) => number): string[] {
  if (style.wrapText && typeof content === 'string') return wrapped(text, width, measure);
  if (typeof content === 'number')
    return [fittedNumber(content, text, style.numberFormat, (shown) => measure(shown) <= width + 2)];
  return [text.replaceAll('\n', '')];
}

function mayRunOver(
  { content, style, cells }: Text,
  lines: readonly string[],
  widest: number,
  width: number,
) {
  const isSingle = cells.top === cells.bottom && cells.left === cells.right;
  return isSingle && typeof content === 'string' && !style.wrapText && lines.length === 1 && widest > width;
}

/** A long text runs over empty cells beside it. */
function roomFor(
  { sheet, frame }: CellsToPaint,
  { box, cells, covered }: Text,
  side: Side,
  widest: number,
): Box {
  let { x, width } = box;
  const wanted = (widest - box.width) / (side === 'center' ? 2 : 1) + 2 * MARGIN;
  const isFree = (column: number): boolean =>
    column >= 1 &&
    column <= frame.columns.count &&
    sheet.content(cells.top, column) === null &&
    !covered.has(`${cells.top} ${column}`);
  if (side !== 'right') {
    for (let taken = 0, column = cells.right + 1; taken < wanted && isFree(column); column += 1) {
      taken += frame.columns.size(column);
      width += frame.columns.size(column);
    }
  }
  if (side !== 'left') {
    for (let taken = 0, column = cells.left - 1; taken < wanted && isFree(column); column -= 1) {
      taken += frame.columns.size(column);
      width += frame.columns.size(column);
      x -= frame.columns.size(column);
    }
  }
  return { ...box, x, width };
}

function firstLine(box: Box, { verticalAlignment }: CellStyle, height: number): number {
  if (verticalAlignment === 'Top') return box.y + 1;
  const free = box.height - 1 - height;
  if (verticalAlignment === 'Center') return box.y + Math.max(0, free / 2);
  return box.y + Math.max(0, free);
}

function decorate(
  context: CanvasRenderingContext2D,
  width: number,
  { x, y, side }: { x: number; y: number; side: Side },
  { underline, strikethrough, fontSize }: CellStyle,
): void {
  if (underline === 'None' && !strikethrough) return;
  const left = side === 'left' ? x : side === 'right' ? x - width : x - width / 2;
  if (underline !== 'None') context.fillRect(left, Math.round(y + fontSize * 0.65), width, 1);
  if (strikethrough) context.fillRect(left, Math.round(y), width, 1);
}

function paintNoteMark(context: CanvasRenderingContext2D, box: Box): void {
  const right = box.x + box.width - 1;
  context.fillStyle = SHEET.note;
  context.beginPath();
  context.moveTo(right - 7, box.y);
  context.lineTo(right, box.y);
  context.lineTo(right, box.y + 7);
  context.fill();
}

export function fontOf(style: CellStyle, fallback: string): string {
  const size = Math.round(style.fontSize * PIXELS_PER_POINT * 100) / 100;
  const name = style.fontName.replaceAll(/["\\]/g, '');
  return `${style.italic ? 'italic ' : ''}${style.bold ? '700 ' : ''}${size}px "${name}", ${fallback}`;
}

/** Header cells of tables and of the sheet's filter have a button that opens the filter. */
export function hasFilterButton(sheet: Sheet, row: number, column: number): boolean {
  const range = sheet.filter?.range;
  if (range !== undefined && row === range.top && column >= range.left && column <= range.right) return true;
  const table = tableAt(sheet, row, column);
  return table !== undefined && table.showFilterButton && table.headerRow?.top === row;
}
