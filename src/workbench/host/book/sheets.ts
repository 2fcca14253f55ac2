/** Adding, naming, copying and deleting sheets. */
import { withSheetDeleted, withSheetRenamed } from '../formula/rewrite';
import { Problem } from './problem';
import { requireOpenStructure } from './protection';
import type { Sheet, SheetVisibility } from './sheet';
import { nameHeaders } from './table-headers';
import { Table } from './table';
import type { Workbook } from './workbook';

export function addSheet(workbook: Workbook, name: string | null): Sheet {
  requireOpenStructure(workbook);
  if (name !== null) requireFreeName(workbook, name);
  return workbook.addSheet(name ?? nextName(workbook));
}

export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  if (sheet.name === name) return;
  requireOpenStructure(workbook);
  if (sheet.name.toLowerCase() !== name.toLowerCase()) requireFreeName(workbook, name);
  const before = sheet.name;
  sheet.name = name;
  rewriteAll(workbook, (formula) => withSheetRenamed(formula, before, name));
  workbook.tell({ kind: 'sheetRenamed', sheet, before });
}

export function deleteSheet(workbook: Workbook, sheet: Sheet): void {
  requireOpenStructure(workbook);
  const isLast = workbook.sheets.every((other) => other === sheet || other.visibility !== 'Visible');
  if (isLast || sheet.visibility === 'VeryHidden') throw new Problem('InvalidOperation');
  rewriteAll(workbook, (formula) => withSheetDeleted(formula, sheet.name));
  workbook.deleteSheet(sheet);
}

export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  requireOpenStructure(workbook);
  if (position < 0 || position >= workbook.sheets.length) throw new Problem('InvalidArgument');
  const before = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(before, 1);
  workbook.sheets.splice(position, 0, sheet);
  workbook.tell({ kind: 'sheetMoved', sheet, before });
}

export function showSheet(workbook: Workbook, sheet: Sheet, visibility: SheetVisibility): void {
  const before = sheet.visibility;
  if (before === visibility) return;
  requireOpenStructure(workbook);
  const others = workbook.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (visibility !== 'Visible' && others[0] === undefined) throw new Problem('InvalidOperation');
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && workbook.activeSheet === sheet && others[0] !== undefined) {
    workbook.activate(others[0]);
  }
  workbook.tell({ kind: 'sheetShown', sheet, before });
}

/** The copy has the cells, looks, widths, merges and tables of the sheet; tables get new names. */
export function copySheet(workbook: Workbook, sheet: Sheet, position: number): Sheet {
  requireOpenStructure(workbook);
  const copy = workbook.addSheet(copyName(workbook, sheet.name), position);
  for (const [number, column] of sheet.columns) {
    const used = column.usedRows(false);
    for (let row = used?.first ?? 1; row <= (used?.last ?? 0); row += 1) {
      const style = column.style(row);
      if (style !== undefined) copy.setStyle(row, number, style);
      copy.setContent(row, number, column.content(row));
      copy.setFormula(row, number, column.formula(row)?.text ?? null);
    }
  }
  copy.merges = [...sheet.merges];
  copyMap(sheet.columnWidths, copy.columnWidths);
  copyMap(sheet.rowHeights, copy.rowHeights);
  copyMap(sheet.columnStyles, copy.columnStyles);
  copyMap(sheet.rowStyles, copy.rowStyles);
  for (const row of sheet.hiddenRows) copy.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) copy.hiddenColumns.add(column);
  copy.frozen = sheet.frozen;
  for (const table of sheet.tables) copyTable(workbook, table, copy);
  const used = copy.usedArea(false);
  if (used !== null) workbook.tell({ kind: 'cellsEdited', sheet: copy, area: used });
  return copy;
}

function copyTable(workbook: Workbook, table: Table, sheet: Sheet): void {
  let name = `${table.name}_1`;
  for (let number = 2; workbook.tableNamed(name) !== undefined; number += 1) name = `${table.name}_${number}`;
  const copy = new Table(workbook.nextId(), sheet, name, table.range, table.hasHeaders, table.hasTotals);
  copy.columnIds = table.columnIds.map(() => workbook.nextId());
  copy.style = table.style;
  sheet.tables.push(copy);
  nameHeaders(copy);
}

function copyMap<T>(from: ReadonlyMap<number, T>, to: Map<number, T>): void {
  for (const [key, value] of from) to.set(key, value);
}

/** At most 31 characters, none of `[]:*?/\`, no apostrophe at either end. */
function requireFreeName(workbook: Workbook, name: string): void {
  if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name)) {
    throw new Problem('InvalidArgument');
  }
  if (workbook.sheetNamed(name) !== undefined) throw new Problem('ItemAlreadyExists');
}

function nextName(workbook: Workbook): string {
  let number = workbook.sheets.length + 1;
  while (workbook.sheetNamed(`Sheet${number}`) !== undefined) number += 1;
  return `Sheet${number}`;
}

function copyName(workbook: Workbook, name: string): string {
  let number = 2;
  while (workbook.sheetNamed(`${name.slice(0, 26)} (${number})`) !== undefined) number += 1;
  return `${name.slice(0, 26)} (${number})`;
}

function rewriteAll(workbook: Workbook, rewriting: (formula: string) => string): void {
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.formulaCells()) cell.text = rewriting(cell.text);
  }
  for (const name of workbook.names) name.formula = rewriting(name.formula);
}
