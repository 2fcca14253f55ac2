/** Where things are on the screen: frozen panes, cells and merged areas in pixels, and what is under a point. */
import type { CellRange } from '../../sheet';
import { area, contains } from '../host';
import type { Axis } from './axis';

export const HEADER_HEIGHT = 22;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One of the up to four panes into which frozen rows and columns divide the screen. */
export interface Pane extends Box {
  /** The cells that can be seen in it. */
  readonly cells: CellRange;
  /** What of the sheet lies at its top left, in pixels of the sheet. */
  readonly sheetX: number;
  readonly sheetY: number;
}

export interface Frame {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly width: number;
  readonly height: number;
  /** Scrolled by, in pixels of the sheet, frozen lines not counted. */
  readonly left: number;
  readonly top: number;
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** Wide enough for the largest row number in view. */
export function headerWidth({ rows, top, height, frozen }: Frame): number {
  const last = rows.at(rows.end(frozen.rows) + top + height);
  return Math.max(34, 16 + String(last).length * 8);
}

export function panesOf(frame: Frame): Pane[] {
  const columns = spans(frame.columns, frame.frozen.columns, frame.left, headerWidth(frame), frame.width);
  const rows = spans(frame.rows, frame.frozen.rows, frame.top, HEADER_HEIGHT, frame.height);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      x: column.at,
      y: row.at,
      width: column.length,
      height: row.length,
      cells: area(row.first, column.first, row.last, column.last),
      sheetX: column.from,
      sheetY: row.from,
    })),
  );
}

interface Span {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly first: number;
  readonly last: number;
}

function spans(axis: Axis, frozen: number, scrolled: number, header: number, total: number): Span[] {
  const fixed = Math.min(axis.end(frozen), Math.max(0, total - header));
  const result: Span[] = [];
  if (fixed > 0)
    result.push({ at: header, length: fixed, from: 0, first: 1, last: axis.at(Math.max(0, fixed - 1)) });
  const from = axis.end(frozen) + scrolled;
  const length = total - header - fixed;
  if (length > 0)
    result.push({ at: header + fixed, length, from, first: axis.at(from), last: axis.at(from + length) });
  return result;
}

/** Of cells, in the pixels of a pane. */
export function boxIn(pane: Pane, frame: Frame, cells: CellRange): Box {
  const x = frame.columns.start(cells.left);
  const y = frame.rows.start(cells.top);
  return {
    x: pane.x + x - pane.sheetX,
    y: pane.y + y - pane.sheetY,
    width: frame.columns.end(cells.right) - x,
    height: frame.rows.end(cells.bottom) - y,
  };
}

/** The pane in which a cell can be seen; null when it is scrolled out of view. */
export function paneOf(frame: Frame, cell: { readonly row: number; readonly column: number }): Pane | null {
  return panesOf(frame).find(({ cells }) => contains(cells, area(cell.row, cell.column))) ?? null;
}

export type Target =
  | { readonly kind: 'cell' | 'row' | 'column' | 'corner'; readonly row: number; readonly column: number }
  /** The edge by which a column is made wider. */
  | { readonly kind: 'edge'; readonly row: number; readonly column: number };

const EDGE = 4;

/** What is under a point of the screen. */
export function targetAt(frame: Frame, x: number, y: number): Target {
  const header = headerWidth(frame);
  const column = lineAt(frame.columns, frame.frozen.columns, frame.left, x - header);
  const row = lineAt(frame.rows, frame.frozen.rows, frame.top, y - HEADER_HEIGHT);
  if (x < header && y < HEADER_HEIGHT) return { kind: 'corner', row: 1, column: 1 };
  if (y < HEADER_HEIGHT) {
    const near = [-EDGE, EDGE].map((by) =>
      lineAt(frame.columns, frame.frozen.columns, frame.left, Math.max(0, x - header + by)),
    );
    const [before = column, after = column] = near;
    return before === after ? { kind: 'column', row, column } : { kind: 'edge', row, column: before };
  }
  return { kind: x < header ? 'row' : 'cell', row, column };
}

function lineAt(axis: Axis, frozen: number, scrolled: number, position: number): number {
  const fixed = axis.end(frozen);
  return axis.at(Math.max(0, position < fixed ? position : position + scrolled));
}

/** How far to scroll so that a line is in view; the present position where it is already. */
export function scrolledTo(
  axis: Axis,
  frozen: number,
  line: number,
  view: { scrolled: number; length: number },
): number {
  if (line <= frozen) return view.scrolled;
  const fixed = axis.end(frozen);
  const room = view.length - fixed;
  const [start, end] = [axis.start(line) - fixed, axis.end(line) - fixed];
  if (start < view.scrolled) return start;
  if (end > view.scrolled + room) return Math.max(0, Math.min(start, end - room));
  return view.scrolled;
}
