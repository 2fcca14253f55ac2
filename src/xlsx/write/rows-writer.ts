/** The rows of a sheet of ours, written from the first on. */
import { MAX_COLUMN, MAX_ROW } from '../cell-reference';
import type { CellRange } from '../../sheet';
import type { NewSheet, SheetCell, StyleName } from '../types';
import { CellXml } from './cell-xml';

/** @returns the texts of the cells in the first row of `headers`, null for a cell that is no text */
export function writeRows(
  sheet: NewSheet,
  prefix: string,
  style: (name: StyleName) => number,
  write: (text: string) => void,
): (string | null)[] {
  const cells = new CellXml(sheet.name, prefix);
  const columnStyles = sheet.columns.map((column) => style(column.style ?? 'plain'));
  const plain = style('plain');
  const range = sheet.table?.range;
  const headers: (string | null)[] = [];
  let row = 0;
  for (const values of sheet.rows) {
    row++;
    if (row > MAX_ROW) throw cells.error(row, 1, 'outside-sheet');
    if (values.length > MAX_COLUMN) throw cells.error(row, MAX_COLUMN + 1, 'outside-sheet');
    if (row === range?.top) headers.push(...headerTexts(values, range));
    if (values.length === 0) continue;
    let xml = '';
    for (let i = 0; i < values.length; i++) {
      const cell = values[i] ?? null;
      const columnStyle = columnStyles[i] ?? plain;
      if (cell === null && columnStyle === plain) continue;
      if (cell === null || typeof cell !== 'object') xml += cells.cell(row, i + 1, columnStyle, cell, null);
      else
        xml += cells.cell(
          row,
          i + 1,
          cell.style === undefined ? columnStyle : style(cell.style),
          cell.value,
          'formula' in cell ? cell.formula : null,
        );
    }
    if (xml !== '') write(`<${prefix}row r="${row}">${xml}</${prefix}row>`);
  }
  return headers;
}

function headerTexts(values: readonly SheetCell[], { left, right }: CellRange): (string | null)[] {
  const texts: (string | null)[] = [];
  for (let column = left; column <= right; column++) {
    const cell = values[column - 1] ?? null;
    const value = cell !== null && typeof cell === 'object' ? cell.value : cell;
    texts.push(typeof value === 'string' && value !== '' ? value : null);
  }
  return texts;
}
