/** Excel.RangeView: the rows and columns of a range that are shown. */
import type { CellRange } from '../../../sheet';
import { addressText } from '../book/address';
import { area as cellAt } from '../book/area';
import type { Sheet } from '../book/sheet';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { valueType, wireValue } from './cells';
import { RangeObject } from './range-object';

export class RangeViewObject extends HostObject {
  readonly type = 'RangeView';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    readonly area: CellRange,
    /** One row of the view, counted from 0; null for all. */
    readonly index: number | null,
  ) {
    super(env);
  }

  get rows(): number[] {
    const shown = lines(this.area.top, this.area.bottom, (row) => !this.sheet.isRowHidden(row));
    return this.index === null ? shown : shown.slice(this.index, this.index + 1);
  }

  get columns(): number[] {
    return lines(this.area.left, this.area.right, (column) => !this.sheet.hiddenColumns.has(column));
  }

  each<T>(cell: (row: number, column: number) => T): T[][] {
    const { columns } = this;
    return this.rows.map((row) => columns.map((column) => cell(row, column)));
  }
}

class RangeViewCollectionObject extends HostObject {
  readonly type = 'RangeViewCollection';

  constructor(
    env: Environment,
    readonly view: RangeViewObject,
  ) {
    super(env);
  }

  row(index: number): RangeViewObject {
    if (index < 0 || index >= this.view.rows.length) throw new OperationFailed('ItemNotFound');
    return new RangeViewObject(this.env, this.view.sheet, this.view.area, index);
  }
}

export const rangeView = hostType('RangeView', RangeViewObject, {
  get: {
    Index: ({ index }) => index ?? 0,
    RowCount: ({ rows }) => rows.length,
    ColumnCount: ({ columns }) => columns.length,
    CellAddresses: (view) => view.each((row, column) => addressText(view.sheet.name, cellAt(row, column))),
    Values: (view) => view.each((row, column) => wireValue(view.sheet.content(row, column))),
    ValueTypes: (view) => view.each((row, column) => valueType(view.sheet.content(row, column))),
    Formulas: (view) =>
      view.each(
        (row, column) => view.sheet.formula(row, column)?.text ?? wireValue(view.sheet.content(row, column)),
      ),
    NumberFormat: (view) => view.each((row, column) => view.sheet.style(row, column).numberFormat),
  },
  navigate: { Rows: (view) => new RangeViewCollectionObject(view.env, view) },
  call: { GetRange: ({ env, sheet, area: range }) => new RangeObject(env, sheet, range) },
});

export const rangeViewCollection = hostType('RangeViewCollection', RangeViewCollectionObject, {
  items: (collection) => collection.view.rows.map((_, index) => collection.row(index)),
  call: {
    GetCount: ({ view }) => view.rows.length,
    GetItemAt: (collection, args) => collection.row(args.integer(0)),
  },
});

function lines(first: number, last: number, isShown: (line: number) => boolean): number[] {
  const shown: number[] = [];
  for (let line = first; line <= last; line += 1) if (isShown(line)) shown.push(line);
  return shown;
}
