/** References to tables by name: `表[金额]`, `表[#All]`, `表[[#Headers],[金额]]`, `表[[A]:[B]]`, `[@金额]`. */
import type { CellRange } from '../../../sheet';
import { contains, area } from '../book/area';
import type { Sheet } from '../book/sheet';
import type { Table } from '../book/table';
import type { Workbook } from '../book/workbook';

export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The cells meant; null when there is no such table or column, or this part of it is empty. */
export function structuredArea(
  workbook: Workbook,
  text: string,
  from: Place,
): { sheet: Sheet; area: CellRange } | null {
  const bracket = text.indexOf('[');
  const name = text.slice(0, bracket);
  const table = name === '' ? tableAround(from) : workbook.tableNamed(name);
  if (table === undefined) return null;
  const inner = text.slice(bracket + 1, -1).trim();
  const found = inside(table, inner, from);
  return found === null ? null : { sheet: table.sheet, area: found };
}

function tableAround({ sheet, row, column }: Place): Table | undefined {
  return sheet.tables.find((table) => contains(table.range, area(row, column)));
}

function inside(table: Table, inner: string, from: Place): CellRange | null {
  if (inner === '') return table.body;
  if (inner.startsWith('@')) return inside(table, `[#This Row],${bracketed(inner.slice(1))}`, from);
  const parts = inner.startsWith('[') ? inner : `[${inner}]`;
  const items = [...parts.matchAll(/\[((?:[^[\]']|'.)*)\]\s*(:)?/g)].map(([, item = '', colon]) => ({
    text: item.replaceAll(/'(.)/g, '$1'),
    toNext: colon === ':',
  }));
  const specials = items.filter(({ text }) => text.startsWith('#')).map(({ text }) => text.toLowerCase());
  const columns = items.filter(({ text }) => !text.startsWith('#'));
  const rows = rowsOf(table, specials, from);
  if (rows === null || columns.length > 2 || (columns.length === 2 && columns[0]?.toNext !== true))
    return null;
  const indexes = columns.map(({ text }) => table.columnIndex(text));
  if (indexes.some((index) => index < 0)) return null;
  if (indexes.length === 0) return rows;
  const left = table.range.left;
  return area(rows.top, left + Math.min(...indexes), rows.bottom, left + Math.max(...indexes));
}

function bracketed(column: string): string {
  return column.startsWith('[') ? column : `[${column}]`;
}

function rowsOf(table: Table, specials: readonly string[], from: Place): CellRange | null {
  if (specials.length === 0) return table.body;
  const parts = specials.map((special) => part(table, special, from));
  if (parts.includes(null)) return null;
  const known = parts.filter((found) => found !== null);
  return {
    ...table.range,
    top: Math.min(...known.map(({ top }) => top)),
    bottom: Math.max(...known.map(({ bottom }) => bottom)),
  };
}

function part(table: Table, special: string, from: Place): CellRange | null {
  switch (special) {
    case '#all':
      return table.range;
    case '#data':
      return table.body;
    case '#headers':
      return table.headerRow;
    case '#totals':
      return table.totalsRow;
    case '#this row':
      return { ...table.range, top: from.row, bottom: from.row };
    default:
      return null;
  }
}
