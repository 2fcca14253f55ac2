/** How ranges follow when cells are inserted or deleted. */
import type { CellRange } from '../../../sheet';
import { area } from './area';

/**
 * Cells moved along one axis of a sheet. With axis `rows`, `count` rows appear at, or vanish from,
 * row `at` on, in the columns `from` to `to`; with axis `columns` the other way round.
 */
export interface Shift {
  readonly kind: 'insert' | 'delete';
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a range is after the shift; null when all of its cells are gone. A range that lies only partly
 * in the shifted span stays where it is, as Excel leaves it.
 */
export function shifted(range: CellRange, shift: Shift): CellRange | null {
  const rows = shift.axis === 'rows';
  const [crossFirst, crossLast] = rows ? [range.left, range.right] : [range.top, range.bottom];
  if (crossFirst < shift.from || crossLast > shift.to) return range;
  const ends = rows ? [range.top, range.bottom] : [range.left, range.right];
  const [first = 0, last = 0] = ends;
  const after = shift.kind === 'insert' ? afterInsert(first, last, shift) : afterDelete(first, last, shift);
  if (after === null) return null;
  return rows
    ? area(after.first, range.left, after.last, range.right)
    : area(range.top, after.first, range.bottom, after.last);
}

interface Ends {
  readonly first: number;
  readonly last: number;
}

function afterInsert(first: number, last: number, { at, count }: Shift): Ends {
  if (first >= at) return { first: first + count, last: last + count };
  return { first, last: last >= at ? last + count : last };
}

function afterDelete(first: number, last: number, { at, count }: Shift): Ends | null {
  const end = at + count - 1;
  if (first >= at && last <= end) return null;
  return {
    first: first > end ? first - count : first >= at ? at : first,
    last: last > end ? last - count : last >= at ? at - 1 : last,
  };
}
