/** The methods of Excel.Range that change cells. */
import { columnsOf, isUnbounded, isWholeColumns, isWholeRows, overlap, rowsOf } from '../book/area';
import { parseAddress } from '../book/address';
import { copyCells } from '../book/copy';
import { clearContents, clearFormats } from '../book/edit';
import { merge, unmerge } from '../book/merges';
import { moveCells } from '../book/move';
import { requireEditable, requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import { deleteCells, insertCells } from '../book/structure';
import type { CellRange } from '../../../sheet';
import type { Arguments } from '../wire/arguments';
import type { Environment } from '../wire/environment';
import type { Members } from '../wire/host-type';
import { NotCovered, OperationFailed } from '../wire/office-errors';
import { nameValue } from '../wire/value';
import { sizeMismatch } from './cells';
import { rangeAt, RangeObject } from './range-object';

export const RANGE_ACTIONS: NonNullable<Members<RangeObject>['call']> = {
  /** Asked by Office.js before it sends many values in portions. */
  _ValidateArraySize: ({ area: range }, args) => {
    if (rowsOf(range) !== args.integer(0) || columnsOf(range) !== args.integer(1)) throw sizeMismatch();
  },
  Clear: (range, args) => {
    const { env, sheet, area } = range;
    clearAreas({ env, sheet, areas: [area] }, args.optionalText(0) ?? 'All');
  },
  Insert: (range, args) => {
    const direction = nameValue(args.text(0), ['Down', 'Right']);
    requireChange(range, direction === 'Down' ? 'rows' : 'columns', 'Insert');
    requireUnfiltered(range);
    const { area: before } = range;
    insertCells(range.env.workbook, range.sheet, before, direction);
    return range.other(before);
  },
  Delete: (range, args) => {
    const direction = nameValue(args.text(0), ['Up', 'Left']);
    requireChange(range, direction === 'Up' ? 'rows' : 'columns', 'Delete');
    requireUnfiltered(range);
    deleteCells(range.env.workbook, range.sheet, range.area, direction);
  },
  Merge: ({ env, sheet, area: range }, args) => {
    requirePermission(sheet, 'allowFormatCells');
    merge(env.workbook, sheet, range, args.optionalBoolean(0, false));
  },
  Unmerge: ({ env, sheet, area: range }) => {
    requirePermission(sheet, 'allowFormatCells');
    unmerge(env.workbook, sheet, range);
  },
  Select: ({ env, sheet, area: range }) => {
    if (sheet.visibility !== 'Visible') throw new OperationFailed('InvalidOperation');
    env.workbook.activate(sheet);
    sheet.selection = range;
    env.workbook.tell({ kind: 'selected', sheet, area: range });
  },
  CopyFrom: (range, args) => {
    const source = sourceOf(range, args);
    const what = args.optionalText(1) ?? 'All';
    if (args.optionalBoolean(3, false)) throw new NotCovered('Excel.Range.copyFrom with transpose');
    requireEditable(range.sheet, range.area);
    copyCells(range.env.workbook, source, range, {
      contents: nameValue(what, ['All', 'Formulas', 'Values', 'Formats']),
      skipBlanks: args.optionalBoolean(2, false),
    });
  },
  MoveTo: (range, args) => {
    const target = args.isObject(0) ? args.object(0, RangeObject) : targetAt(range, args.text(0));
    requireEditable(range.sheet, range.area);
    requireEditable(target.sheet, target.area);
    const { top, left } = target.area;
    moveCells(range.env.workbook, range.sheet, range.area, { sheet: target.sheet, row: top, column: left });
  },
  Calculate: ({ env }) => {
    env.calculation.calculate();
  },
};

/** What is to be cleared, by the names of Excel.ClearApplyTo; hyperlinks are no part of the model. */
export function clearAreas(
  { env, sheet, areas }: { env: Environment; sheet: Sheet; areas: readonly CellRange[] },
  what: string,
): void {
  const applyTo = nameValue(what, ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks']);
  const contents = applyTo === 'All' || applyTo === 'Contents';
  const formats = applyTo === 'All' || applyTo === 'Formats';
  if (contents) for (const range of areas) requireEditable(sheet, range);
  if (formats) requirePermission(sheet, 'allowFormatCells');
  for (const range of areas) {
    if (contents) clearContents(env.workbook, sheet, range);
    if (formats) clearFormats(env.workbook, sheet, range);
    if (applyTo === 'All') unmerge(env.workbook, sheet, range);
  }
}

/** On a protected sheet whole rows or columns may be allowed to come and go; parts of them never. */
function requireChange(
  { sheet, area: range }: RangeObject,
  axis: 'rows' | 'columns',
  what: 'Insert' | 'Delete',
): void {
  if (sheet.protection === null) return;
  const whole = axis === 'rows' ? isWholeRows(range) : isWholeColumns(range);
  if (!whole) throw new OperationFailed('AccessDenied');
  requirePermission(sheet, `allow${what}${axis === 'rows' ? 'Rows' : 'Columns'}`);
}

/** Parts of rows cannot be shifted while a filter hides rows: the hidden ones would be left behind. */
function requireUnfiltered({ sheet, area: range }: RangeObject): void {
  if (isUnbounded(range)) return;
  const isFiltered = sheet.filters.some((filter) => filter.isFiltering && meets(filter.range, range));
  if (isFiltered) throw new OperationFailed('FilteredRangeConflict');
}

function meets(a: CellRange, b: CellRange): boolean {
  return overlap(a, b) !== null;
}

function sourceOf(range: RangeObject, args: Arguments): { sheet: Sheet; area: CellRange } {
  return args.isObject(0) ? args.object(0, RangeObject) : targetAt(range, args.text(0));
}

/** An address, on the range's own sheet unless it names another. */
function targetAt(range: RangeObject, address: string): RangeObject {
  const named = parseAddress(address)?.sheet;
  const sheet = named === undefined || named === null ? range.sheet : range.env.workbook.sheetNamed(named);
  if (sheet === undefined) throw new OperationFailed('InvalidArgument');
  return rangeAt(range.env, sheet, address);
}
