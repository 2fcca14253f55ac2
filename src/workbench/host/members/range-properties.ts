/** The properties of Excel.Range. */
import { addressText } from '../book/address';
import {
  area,
  cellsOf,
  columnsOf,
  isWholeColumns,
  isWholeRows,
  LAST_COLUMN,
  LAST_ROW,
  rowsOf,
} from '../book/area';
import { changeStyles, enter } from '../book/edit';
import { textOf } from '../book/number-text';
import { requireEditable, requirePermission } from '../book/protection';
import type { Members } from '../wire/host-type';
import { NotCovered } from '../wire/office-errors';
import { flagValue } from '../wire/value';
import { common, eachCell, inputsFor, landing, shownContent, valueType, wireValue } from './cells';
import { RangeFormatObject } from './range-format';
import type { RangeObject } from './range-object';
import { RangeSortObject } from './range-sort';
import { WorksheetObject } from './worksheet-object';

export const RANGE_PROPERTIES: Required<Pick<Members<RangeObject>, 'get' | 'set' | 'navigate'>> = {
  get: {
    Address: ({ sheet, area: range }) => addressText(sheet.name, range),
    AddressLocal: ({ sheet, area: range }) => addressText(sheet.name, range),
    RowIndex: ({ area: range }) => range.top - 1,
    ColumnIndex: ({ area: range }) => range.left - 1,
    RowCount: ({ area: range }) => rowsOf(range),
    ColumnCount: ({ area: range }) => columnsOf(range),
    // Excel answers -1 where the number does not fit its 32 bits.
    CellCount: ({ area: range }) => (cellsOf(range) > 2_147_483_647 ? -1 : cellsOf(range)),
    IsEntireColumn: ({ area: range }) => isWholeColumns(range),
    IsEntireRow: ({ area: range }) => isWholeRows(range),
    Values: ({ env, sheet, area: range }) =>
      eachCell(env, range, (row, column) => wireValue(shownContent(env, sheet, row, column))),
    Formulas: ({ env, sheet, area: range }) =>
      eachCell(
        env,
        range,
        (row, column) => sheet.formula(row, column)?.text ?? wireValue(sheet.content(row, column)),
      ),
    ValueTypes: ({ env, sheet, area: range }) =>
      eachCell(env, range, (row, column) => valueType(shownContent(env, sheet, row, column))),
    NumberFormat: ({ env, sheet, area: range }) =>
      eachCell(env, range, (row, column) => sheet.style(row, column).numberFormat),
    Text: ({ env, sheet, area: range }) =>
      eachCell(env, range, (row, column) => {
        const { numberFormat } = sheet.style(row, column);
        const text = textOf(shownContent(env, sheet, row, column), numberFormat, env.workbook.date1904);
        if (text === null) throw new NotCovered(`the number format ${numberFormat}`);
        return text;
      }),
    RowHidden: ({ sheet, area: range }) => same(range.top, range.bottom, (row) => sheet.isRowHidden(row)),
    ColumnHidden: ({ sheet, area: range }) =>
      same(range.left, range.right, (column) => sheet.hiddenColumns.has(column)),
    Hidden: ({ sheet, area: range }) =>
      common(sheet, range, (row, column) => sheet.isRowHidden(row) || sheet.hiddenColumns.has(column)),
    HasSpill: ({ sheet, area: range }) =>
      common(sheet, range, (row, column) => (sheet.formula(row, column)?.spill ?? null) !== null),
  },
  set: {
    Values: enterInto,
    Formulas: enterInto,
    NumberFormat: ({ env, sheet, area: range }, value) => {
      requirePermission(sheet, 'allowFormatCells');
      const formats = inputsFor(range, value);
      changeStyles(env.workbook, sheet, range, (row, column) => {
        const numberFormat = formats(row, column);
        return numberFormat === null ? null : { numberFormat: String(numberFormat) };
      });
    },
    RowHidden: ({ env, sheet, area: range }, value) => {
      requirePermission(sheet, 'allowFormatRows');
      const hidden = flagValue(value);
      for (let row = range.top; row <= range.bottom; row += 1) setMember(sheet.hiddenRows, row, hidden);
      const rows = area(range.top, 1, range.bottom, LAST_COLUMN);
      env.workbook.tell({ kind: 'rowsHidden', sheet, area: rows, hidden });
    },
    ColumnHidden: ({ env, sheet, area: range }, value) => {
      requirePermission(sheet, 'allowFormatColumns');
      const hidden = flagValue(value);
      for (let column = range.left; column <= range.right; column += 1) {
        setMember(sheet.hiddenColumns, column, hidden);
      }
      env.workbook.tell({ kind: 'cellsFormatted', sheet, area: area(1, range.left, LAST_ROW, range.right) });
    },
  },
  navigate: {
    Format: ({ env, sheet, area: range }) => new RangeFormatObject(env, sheet, [range]),
    Sort: ({ env, sheet, area: range }) => new RangeSortObject(env, sheet, range),
    Worksheet: ({ env, sheet }) => new WorksheetObject(env, sheet),
  },
};

function enterInto({ env, sheet, area: range }: RangeObject, value: unknown): void {
  const inputs = inputsFor(range, value);
  requireEditable(sheet, range);
  const lands = Array.isArray(value) ? landing(env, sheet, range) : (row: number): number => row;
  enter(env.workbook, sheet, range, (row, column) => {
    const source = lands(row);
    return source === null ? null : inputs(source, column);
  });
}

function setMember(lines: Set<number>, line: number, isMember: boolean): void {
  if (isMember) lines.add(line);
  else lines.delete(line);
}

/** What is the same for all lines; null when they differ. */
function same(first: number, last: number, of: (line: number) => boolean): boolean | null {
  const value = of(first);
  for (let line = first + 1; line <= last; line += 1) if (of(line) !== value) return null;
  return value;
}
