/** What is selected, and how keys move it. Nothing here draws or changes cells. */
import type { CellRange } from '../../sheet';
import { area, boundsOf, contains, overlap, type Sheet } from '../host';
import type { Axis } from './axis';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  /** The active cell, which stays when the selection grows. */
  readonly anchor: Cell;
  /** The corner that moves. */
  readonly focus: Cell;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Lines {
  readonly rows: Axis;
  readonly columns: Axis;
}

export function at(row: number, column: number): Selection {
  return { anchor: { row, column }, focus: { row, column } };
}

/** Merged areas are selected as a whole. */
export function rangeOf({ anchor, focus }: Selection, merges: readonly CellRange[]): CellRange {
  let range = boundsOf(area(anchor.row, anchor.column), area(focus.row, focus.column));
  for (let grown = true; grown;) {
    grown = false;
    for (const merge of merges) {
      if (overlap(merge, range) === null || contains(range, merge)) continue;
      range = boundsOf(range, merge);
      grown = true;
    }
  }
  return range;
}

/** One step, or with `far` to the edge of what is filled, as Ctrl with an arrow does. */
export function moved(sheet: Sheet, lines: Lines, from: Cell, direction: Direction, far: boolean): Cell {
  return far ? toEdge(sheet, lines, from, direction) : oneStep(sheet, lines, from, direction);
}

function oneStep(sheet: Sheet, { rows, columns }: Lines, from: Cell, direction: Direction): Cell {
  const merge = mergeAt(sheet, from);
  switch (direction) {
    case 'up':
      return { ...from, row: rows.step(merge?.top ?? from.row, -1) };
    case 'down':
      return { ...from, row: rows.step(merge?.bottom ?? from.row, 1) };
    case 'left':
      return { ...from, column: columns.step(merge?.left ?? from.column, -1) };
    case 'right':
      return { ...from, column: columns.step(merge?.right ?? from.column, 1) };
  }
}

function toEdge(sheet: Sheet, lines: Lines, from: Cell, direction: Direction): Cell {
  const axis = direction === 'up' || direction === 'down' ? lines.rows : lines.columns;
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const used = sheet.usedArea(true);
  const lastUsed = (axis === lines.rows ? used?.bottom : used?.right) ?? 0;
  const place = (line: number): Cell =>
    axis === lines.rows ? { ...from, row: line } : { ...from, column: line };
  const isFilled = (line: number): boolean => {
    const { row, column } = place(line);
    return sheet.content(row, column) !== null;
  };
  const start = axis === lines.rows ? from.row : from.column;
  const end = sign < 0 ? 1 : axis.count;
  let line = axis.step(start, sign);
  const wantsFilled = isFilled(start) && isFilled(line);
  while (line !== end) {
    if (sign > 0 && line > lastUsed) return place(end);
    const next = axis.step(line, sign);
    if (next === line) return place(line);
    if (wantsFilled ? !isFilled(next) : isFilled(line)) return place(line);
    line = next;
  }
  return place(line);
}

export function mergeAt(sheet: Sheet, { row, column }: Cell): CellRange | undefined {
  return sheet.merges.find((merge) => contains(merge, area(row, column)));
}

/** The block of filled cells around a cell, as Ctrl+A and a sort take it. */
export function regionAround(sheet: Sheet, cell: Cell): CellRange {
  let region = area(cell.row, cell.column);
  for (let grown = true; grown;) {
    grown = false;
    const ring = [
      { ...region, top: Math.max(1, region.top - 1), bottom: Math.max(1, region.top - 1) },
      { ...region, top: region.bottom + 1, bottom: region.bottom + 1 },
      { ...region, left: Math.max(1, region.left - 1), right: Math.max(1, region.left - 1) },
      { ...region, left: region.right + 1, right: region.right + 1 },
    ];
    for (const edge of ring) {
      if (contains(region, edge) || !hasContent(sheet, edge)) continue;
      region = boundsOf(region, edge);
      grown = true;
    }
  }
  return region;
}

function hasContent(sheet: Sheet, range: CellRange): boolean {
  for (const [, column] of sheet.storedColumns(range)) {
    for (let row = range.top; row <= range.bottom; row += 1) if (column.content(row) !== null) return true;
  }
  return false;
}
