/** Excel.TableCollection, Excel.Table and Excel.TableSort. */
import type { CellRange } from '../../../sheet';
import { parseAddress } from '../book/address';
import { requireEditable, requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import type { Table } from '../book/table';
import {
  addTable,
  convertToRange,
  deleteTable,
  filterOf,
  renameTable,
  resizeTable,
  showTotals,
  sortTable,
} from '../book/tables';
import type { Arguments } from '../wire/arguments';
import type { Environment } from '../wire/environment';
import { NullObject } from '../wire/host-object';
import { hostType, type Members } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { flagValue, textValue } from '../wire/value';
import { AutoFilterObject } from './auto-filter';
import { RangeObject } from './range-object';
import { sortKeys } from './range-sort';
import {
  TableCollectionObject,
  TableColumnCollectionObject,
  TableObject,
  TableRowCollectionObject,
  TableScopedCollectionObject,
  TableSortObject,
} from './table-objects';
import { WorksheetObject } from './worksheet-object';

/** What both kinds of collections of tables can do. */
const LOOKING_UP: Members<TableCollectionObject | TableScopedCollectionObject>['call'] = {
  GetCount: ({ tables }) => tables.length,
  GetItem: ({ env, tables }, args) => new TableObject(env, found(tableWith(tables, args.key(0)), args)),
  GetItemOrNullObject: ({ env, tables }, args) => {
    const table = tableWith(tables, args.key(0));
    return table === undefined ? new NullObject(env) : new TableObject(env, table);
  },
};

export const tableCollection = hostType('TableCollection', TableCollectionObject, {
  get: { Count: ({ tables }) => tables.length },
  items: ({ env, tables }) => tables.map((table) => new TableObject(env, table)),
  call: {
    ...LOOKING_UP,
    GetItemAt: ({ env, tables }, args) => new TableObject(env, found(tables[args.integer(0)], args)),
    Add: ({ env, sheet }, args) => {
      const place = placeOf(env, sheet ?? env.workbook.activeSheet, args);
      requirePermission(place.sheet, 'allowEditObjects');
      const table = addTable(env.workbook, place.sheet, place.area, args.optionalBoolean(1, false));
      return new TableObject(env, table);
    },
  },
});

export const tableScopedCollection = hostType('TableScopedCollection', TableScopedCollectionObject, {
  items: ({ env, tables }) => tables.map((table) => new TableObject(env, table)),
  call: { ...LOOKING_UP, GetFirst: ({ env, tables }, args) => new TableObject(env, found(tables[0], args)) },
});

export const table = hostType('Table', TableObject, {
  get: {
    // Office.js sends ids of tables as text and takes numbers back.
    Id: (object) => String(object.table.id),
    Name: (object) => object.table.name,
    Style: (object) => object.table.style,
    ShowHeaders: (object) => object.table.hasHeaders,
    ShowTotals: (object) => object.table.hasTotals,
    ShowBandedRows: (object) => object.table.showBandedRows,
    ShowBandedColumns: (object) => object.table.showBandedColumns,
    ShowFilterButton: (object) => object.table.showFilterButton,
    HighlightFirstColumn: (object) => object.table.highlightFirstColumn,
    HighlightLastColumn: (object) => object.table.highlightLastColumn,
  },
  set: {
    Name: ({ env, table: target }, value) => {
      renameTable(env.workbook, target, textValue(value));
    },
    Style: (object, value) => {
      object.table.style = textValue(value);
    },
    ShowTotals: ({ env, table: target }, value) => {
      showTotals(env.workbook, target, flagValue(value));
    },
    ShowBandedRows: (object, value) => {
      object.table.showBandedRows = flagValue(value);
    },
    ShowBandedColumns: (object, value) => {
      object.table.showBandedColumns = flagValue(value);
    },
    ShowFilterButton: (object, value) => {
      object.table.showFilterButton = flagValue(value);
    },
    HighlightFirstColumn: (object, value) => {
      object.table.highlightFirstColumn = flagValue(value);
    },
    HighlightLastColumn: (object, value) => {
      object.table.highlightLastColumn = flagValue(value);
    },
  },
  navigate: {
    Worksheet: ({ env, table: target }) => new WorksheetObject(env, target.sheet),
    Columns: ({ env, table: target }) => new TableColumnCollectionObject(env, target),
    Rows: ({ env, table: target }) => new TableRowCollectionObject(env, target),
    Sort: ({ env, table: target }) => new TableSortObject(env, target),
    AutoFilter: ({ env, table: target }) => new AutoFilterObject(env, target.sheet, target),
  },
  call: {
    GetRange: (object) => cells(object, object.table.range),
    GetHeaderRowRange: (object) => cells(object, object.table.headerRow),
    GetDataBodyRange: (object) => cells(object, object.table.body),
    GetTotalRowRange: (object) => cells(object, object.table.totalsRow),
    ConvertToRange: (object) => {
      const range = cells(object, object.table.range);
      convertToRange(object.env.workbook, object.table);
      return range;
    },
    Delete: ({ env, table: target }) => {
      requireEditable(target.sheet, target.range);
      deleteTable(env.workbook, target);
    },
    Resize: ({ env, table: target }, args) => {
      resizeTable(env.workbook, target, placeOf(env, target.sheet, args).area);
    },
    ClearFilters: ({ env, table: target }) => {
      filterOf(target).clear();
      env.workbook.tell({ kind: 'rowsFiltered', sheet: target.sheet });
    },
    ReapplyFilters: ({ env, table: target }) => {
      filterOf(target).reapply();
      env.workbook.tell({ kind: 'rowsFiltered', sheet: target.sheet });
    },
  },
});

export const tableSort = hostType('TableSort', TableSortObject, {
  get: {
    MatchCase: () => false,
    Fields: (object) =>
      object.table.sorted.map(({ column, ascending }) => ({ key: column, ascending, sortOn: 'Value' })),
  },
  call: {
    Apply: ({ env, table: target }, args) => {
      requirePermission(target.sheet, 'allowSort');
      sortTable(env.workbook, target, sortKeys(args.list(0)), args.optionalBoolean(1, false));
    },
    Clear: (object) => {
      object.table.sorted = [];
    },
    Reapply: ({ env, table: target }) => {
      sortTable(env.workbook, target, target.sorted, false);
    },
  },
});

function cells({ env, table: target }: TableObject, range: CellRange | null): RangeObject {
  if (range === null) throw new OperationFailed('ItemNotFound');
  return new RangeObject(env, target.sheet, range);
}

/** By id or name. */
function tableWith(tables: readonly Table[], key: string): Table | undefined {
  const wanted = key.toLowerCase();
  return tables.find((item) => String(item.id) === key || item.name.toLowerCase() === wanted);
}

function found(item: Table | undefined, args: Arguments): Table {
  if (item === undefined) throw new OperationFailed('ItemNotFound', args.location);
  return item;
}

/** A range, or an address that may name another sheet. */
function placeOf(env: Environment, sheet: Sheet, args: Arguments): { sheet: Sheet; area: CellRange } {
  if (args.isObject(0)) return args.object(0, RangeObject);
  const parsed = parseAddress(args.text(0));
  const named = parsed?.sheet === null ? sheet : env.workbook.sheetNamed(parsed?.sheet ?? '');
  if (parsed === null || named === undefined) throw args.invalid();
  return { sheet: named, area: parsed.area };
}
