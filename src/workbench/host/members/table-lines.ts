/** The columns and rows of a table. */
import type { CellRange } from '../../../sheet';
import { rowsOf } from '../book/area';
import { enter } from '../book/edit';
import { requireEditable } from '../book/protection';
import type { Table } from '../book/table';
import { addColumn, addRows, columnValues, deleteColumn, deleteRow, filterOf } from '../book/tables';
import type { Arguments } from '../wire/arguments';
import { NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { textValue } from '../wire/value';
import { FilterObject } from './auto-filter';
import { inputsFor, wireValue } from './cells';
import { RangeObject } from './range-object';
import {
  TableColumnCollectionObject,
  TableColumnObject,
  TableRowCollectionObject,
  TableRowObject,
} from './table-objects';

export const tableColumnCollection = hostType('TableColumnCollection', TableColumnCollectionObject, {
  get: { Count: ({ table }) => table.columnIds.length },
  items: ({ env, table }) => table.columnIds.map((id) => new TableColumnObject(env, table, id)),
  call: {
    GetCount: ({ table }) => table.columnIds.length,
    GetItem: (collection, args) => {
      const column = columnWith(collection, args);
      if (column === null) throw new OperationFailed('ItemNotFound', args.location);
      return column;
    },
    GetItemOrNullObject: (collection, args) => columnWith(collection, args) ?? new NullObject(collection.env),
    GetItemAt: ({ env, table }, args) => {
      const id = table.columnIds[args.integer(0)];
      if (id === undefined) throw new OperationFailed('ItemNotFound', args.location);
      return new TableColumnObject(env, table, id);
    },
    Add: ({ env, table }, args) => {
      requireEditable(table.sheet, table.range);
      const { range: whole } = table;
      // Checked before anything is inserted: what is sent must fit the column.
      const inputs = args.has(1) ? inputsFor({ ...whole, right: whole.left }, args.raw(1)) : null;
      const name = args.optionalText(2);
      const room = addColumn(env.workbook, table, atEnd(args.optionalInteger(0)));
      if (inputs !== null) enter(env.workbook, table.sheet, room, inputs);
      if (name !== null) enter(env.workbook, table.sheet, { ...room, bottom: room.top }, () => name);
      const id = table.columnIds[room.left - table.range.left] ?? 0;
      return new TableColumnObject(env, table, id);
    },
  },
});

export const tableColumn = hostType('TableColumn', TableColumnObject, {
  get: {
    Id: ({ id }) => id,
    Index: ({ index }) => index,
    Name: ({ table, index }) => table.columnName(index),
    Values: ({ table, index }) => columnValues(table, index).map((content) => [wireValue(content)]),
  },
  set: {
    Name: ({ env, table, index }, value) => {
      const { headerRow, sheet } = table;
      if (headerRow === null) throw new OperationFailed('InvalidOperation');
      const cell = { ...headerRow, left: headerRow.left + index, right: headerRow.left + index };
      requireEditable(sheet, cell);
      const name = textValue(value);
      enter(env.workbook, sheet, cell, () => `'${name}`);
    },
    Values: (column, value) => {
      const { env, table } = column;
      const cells = ofColumn(column, table.range);
      requireEditable(table.sheet, cells);
      fill(table, env.workbook, cells, value);
    },
  },
  navigate: { Filter: ({ env, table, index }) => new FilterObject(env, table, () => filterOf(table), index) },
  call: {
    GetRange: (column) => range(column, column.table.range),
    GetHeaderRowRange: (column) => range(column, column.table.headerRow),
    GetDataBodyRange: (column) => range(column, column.table.body),
    GetTotalRowRange: (column) => range(column, column.table.totalsRow),
    Delete: ({ env, table, index }) => {
      requireEditable(table.sheet, table.range);
      deleteColumn(env.workbook, table, index);
    },
  },
});

export const tableRowCollection = hostType('TableRowCollection', TableRowCollectionObject, {
  get: { Count: ({ table }) => rowsOf(table.body) },
  items: ({ env, table }) =>
    Array.from({ length: rowsOf(table.body) }, (_, index) => new TableRowObject(env, table, index)),
  call: {
    GetCount: ({ table }) => rowsOf(table.body),
    GetItemAt: ({ env, table }, args) => {
      const index = args.integer(0);
      if (index < 0 || index >= rowsOf(table.body)) throw new OperationFailed('ItemNotFound', args.location);
      return new TableRowObject(env, table, index);
    },
    Add: ({ env, table }, args) => {
      requireEditable(table.sheet, table.range);
      const values: unknown = args.raw(1);
      const count = Array.isArray(values) ? values.length : 1;
      const { range: whole } = table;
      const given = values !== undefined && values !== null;
      const inputs = given ? inputsFor({ ...whole, bottom: whole.top + count - 1 }, values) : null;
      const room = addRows(env.workbook, table, atEnd(args.optionalInteger(0)), count);
      if (inputs !== null) enter(env.workbook, table.sheet, room, inputs);
      return new TableRowObject(env, table, room.top - table.body.top);
    },
  },
});

export const tableRow = hostType('TableRow', TableRowObject, {
  get: {
    Index: ({ index }) => index,
    Values: ({ table, index }) => {
      const row = ofRow(table, index);
      return [table.columnIds.map((_, column) => wireValue(table.sheet.content(row.top, row.left + column)))];
    },
  },
  set: {
    Values: ({ env, table, index }, value) => {
      const row = ofRow(table, index);
      requireEditable(table.sheet, row);
      fill(table, env.workbook, row, value);
    },
  },
  call: {
    GetRange: ({ env, table, index }) => new RangeObject(env, table.sheet, ofRow(table, index)),
    Delete: ({ env, table, index }) => {
      requireEditable(table.sheet, table.range);
      deleteRow(env.workbook, table, index);
    },
  },
});

/** By id or name. A number is an id, a text may be either. */
function columnWith({ env, table }: TableColumnCollectionObject, args: Arguments): TableColumnObject | null {
  const key = args.key(0);
  const byName = table.columnIds[table.columnIndex(key)];
  const id = byName ?? table.columnIds.find((known) => String(known) === key);
  return id === undefined ? null : new TableColumnObject(env, table, id);
}

/** Office.js says the end with -1 or by leaving the index out. */
function atEnd(index: number | null): number | null {
  return index === -1 ? null : index;
}

function fill(
  table: Table,
  workbook: TableRowObject['env']['workbook'],
  cells: CellRange,
  value: unknown,
): void {
  enter(workbook, table.sheet, cells, inputsFor(cells, value));
}

function ofColumn({ table, index }: TableColumnObject, cells: CellRange): CellRange {
  const column = table.range.left + index;
  return { ...cells, left: column, right: column };
}

function ofRow(table: Table, index: number): CellRange {
  const row = table.body.top + index;
  return { ...table.body, top: row, bottom: row };
}

function range(column: TableColumnObject, cells: CellRange | null): RangeObject {
  if (cells === null) throw new OperationFailed('ItemNotFound');
  return new RangeObject(column.env, column.table.sheet, ofColumn(column, cells));
}
