/** The methods of Excel.Range that give other ranges. */
import type { CellRange } from '../../../sheet';
import {
  area,
  boundsOf,
  columnsOf,
  contains,
  LAST_COLUMN,
  LAST_ROW,
  moved,
  overlap,
  rowsOf,
  cellsOf,
} from '../book/area';
import { parseAddress } from '../book/address';
import { mergesIn } from '../book/merges';
import type { Sheet } from '../book/sheet';
import { spillArea } from '../formula/spill';
import type { Arguments } from '../wire/arguments';
import { NullObject } from '../wire/host-object';
import type { Members } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { RangeAreasObject } from './range-areas';
import { RangeObject } from './range-object';
import { RangeViewObject } from './range-view';
import { TableScopedCollectionObject } from './table-objects';

const MOST_MERGED_AREAS = 512;

export const RANGE_NAVIGATION: NonNullable<Members<RangeObject>['call']> = {
  GetCell: (range, args) => {
    const { top, left } = range.area;
    return range.other(area(top + args.integer(0), left + args.integer(1)));
  },
  GetRow: (range, args) => line(range, 'row', args.integer(0)),
  GetColumn: (range, args) => line(range, 'column', args.integer(0)),
  GetLastRow: (range) => line(range, 'row', rowsOf(range.area) - 1),
  GetLastColumn: (range) => line(range, 'column', columnsOf(range.area) - 1),
  GetLastCell: (range) => range.other(area(range.area.bottom, range.area.right)),
  GetEntireRow: (range) => range.other({ ...range.area, left: 1, right: LAST_COLUMN }),
  GetEntireColumn: (range) => range.other({ ...range.area, top: 1, bottom: LAST_ROW }),
  GetOffsetRange: (range, args) => range.other(moved(range.area, args.integer(0), args.integer(1))),
  GetResizedRange: (range, args) => {
    const { top, left, bottom, right } = range.area;
    return range.other(area(top, left, bottom + args.integer(0), right + args.integer(1)));
  },
  GetAbsoluteResizedRange: (range, args) => {
    const { top, left } = range.area;
    return range.other(area(top, left, top + args.integer(0) - 1, left + args.integer(1) - 1));
  },
  GetRowsAbove: (range, args) => beside(range, -(args.optionalInteger(0) ?? 1), 'rows'),
  GetRowsBelow: (range, args) => beside(range, args.optionalInteger(0) ?? 1, 'rows'),
  GetColumnsBefore: (range, args) => beside(range, -(args.optionalInteger(0) ?? 1), 'columns'),
  GetColumnsAfter: (range, args) => beside(range, args.optionalInteger(0) ?? 1, 'columns'),
  GetBoundingRect: (range, args) => range.other(boundsOf(range.area, otherArea(range, args))),
  GetIntersection: (range, args) => {
    const common = overlap(range.area, otherArea(range, args));
    if (common === null) throw new OperationFailed('ItemNotFound', args.location);
    return range.other(common);
  },
  GetIntersectionOrNullObject: (range, args) => orNull(range, overlap(range.area, otherArea(range, args))),
  GetUsedRange: (range, args) => {
    const { top, left } = range.area;
    return range.other(usedIn(range.sheet, range.area, args.optionalBoolean(0, false)) ?? area(top, left));
  },
  GetUsedRangeOrNullObject: (range, args) =>
    orNull(range, usedIn(range.sheet, range.area, args.optionalBoolean(0, false))),
  GetSurroundingRegion: (range) => range.other(surrounding(range.sheet, range.area)),
  GetMergedAreasOrNullObject: (range) => {
    const merges = mergesIn(range.sheet, range.area);
    // Excel's own limit of this method.
    if (merges.length > MOST_MERGED_AREAS) throw new OperationFailed('GeneralException');
    return merges.length === 0
      ? new NullObject(range.env)
      : new RangeAreasObject(range.env, range.sheet, merges);
  },
  GetSpillingToRange: (range) => {
    const spread = spillFrom(range);
    if (spread === null) throw new OperationFailed('ItemNotFound');
    return range.other(spread);
  },
  GetSpillingToRangeOrNullObject: (range) => orNull(range, spillFrom(range)),
  GetSpillParent: (range) => {
    const parent = spillParent(range);
    if (parent === null) throw new OperationFailed('ItemNotFound');
    return range.other(parent);
  },
  GetSpillParentOrNullObject: (range) => orNull(range, spillParent(range)),
  GetVisibleView: (range) => new RangeViewObject(range.env, range.sheet, range.area, null),
  GetTables: (range, args) => {
    const inside = args.optionalBoolean(0, true);
    const tables = range.sheet.tables.filter((table) =>
      inside ? contains(range.area, table.range) : overlap(range.area, table.range) !== null,
    );
    return new TableScopedCollectionObject(range.env, tables);
  },
};

function orNull(range: RangeObject, found: CellRange | null): RangeObject | NullObject {
  return found === null ? new NullObject(range.env) : range.other(found);
}

function line(range: RangeObject, kind: 'row' | 'column', index: number): RangeObject {
  const { top, left } = range.area;
  return range.other(
    kind === 'row'
      ? { ...range.area, top: top + index, bottom: top + index }
      : { ...range.area, left: left + index, right: left + index },
  );
}

/** `count` lines before (negative) or after the range. */
function beside(range: RangeObject, count: number, axis: 'rows' | 'columns'): RangeObject {
  const { top, left, bottom, right } = range.area;
  if (count === 0) throw new OperationFailed('InvalidArgument');
  const [first, last] = axis === 'rows' ? [top, bottom] : [left, right];
  const [from, to] = count < 0 ? [first + count, first - 1] : [last + 1, last + count];
  return range.other(
    axis === 'rows' ? { ...range.area, top: from, bottom: to } : { ...range.area, left: from, right: to },
  );
}

/** A range or an address as an argument. */
export function otherArea(range: RangeObject, args: Arguments): CellRange {
  if (args.isObject(0)) {
    const other = args.object(0, RangeObject);
    if (other.sheet !== range.sheet) throw args.invalid();
    return other.area;
  }
  const parsed = parseAddress(args.text(0));
  if (parsed === null) throw args.invalid();
  return parsed.area;
}

/** The smallest range around the cells in use within a range. */
export function usedIn(sheet: Sheet, range: CellRange, valuesOnly: boolean): CellRange | null {
  let used: CellRange | null = null;
  for (const [number, column] of sheet.storedColumns(range)) {
    const rows = column.usedRows(valuesOnly);
    if (rows === null) continue;
    const inside = overlap(area(rows.first, number, rows.last), range);
    const exact = inside === null ? null : trimmed(sheet, inside, valuesOnly);
    if (exact !== null) used = used === null ? exact : boundsOf(used, exact);
  }
  return used;
}

/** Cuts the blank cells off both ends of a piece of a column. */
function trimmed(sheet: Sheet, piece: CellRange, valuesOnly: boolean): CellRange | null {
  const column = sheet.columns.get(piece.left);
  const isUsed = (row: number): boolean =>
    column !== undefined &&
    (column.content(row) !== null ||
      column.formula(row) !== undefined ||
      (!valuesOnly && column.style(row) !== undefined));
  let { top, bottom } = piece;
  while (top <= bottom && !isUsed(top)) top += 1;
  while (bottom > top && !isUsed(bottom)) bottom -= 1;
  return top <= bottom ? { ...piece, top, bottom } : null;
}

/** Grows in all directions until only blank cells are around. */
function surrounding(sheet: Sheet, range: CellRange): CellRange {
  let region = range;
  for (;;) {
    const ring = area(
      Math.max(1, region.top - 1),
      Math.max(1, region.left - 1),
      Math.min(LAST_ROW, region.bottom + 1),
      Math.min(LAST_COLUMN, region.right + 1),
    );
    const used = usedIn(sheet, ring, true);
    const grown = used === null ? region : boundsOf(region, used);
    if (contains(region, grown)) return region;
    region = grown;
  }
}

function spillFrom({ sheet, area: range }: RangeObject): CellRange | null {
  const { top, left } = range;
  if (cellsOf(range) > 1) throw new OperationFailed('InvalidArgument');
  const formula = sheet.formula(top, left);
  return formula === undefined ? null : spillArea(formula);
}

function spillParent({ sheet, area: range }: RangeObject): CellRange | null {
  if (cellsOf(range) > 1) throw new OperationFailed('InvalidArgument');
  for (const cell of sheet.spilling) {
    const spread = spillArea(cell);
    if (spread !== null && contains(spread, range)) return area(cell.row, cell.column);
  }
  return null;
}
