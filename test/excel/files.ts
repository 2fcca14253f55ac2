/** Workbooks between the simulated Excel and files, as far as the command line and the add-in share them. */
import { type CellContent, isCellError } from '../../src/sheet';
import { addGrid, type Sheet, Workbook } from '../../src/workbench/host';
import { DefinedName } from '../../src/workbench/host/book/name';
import { type NewSheet, openWorkbook, type SheetCell, spliceWorkbook } from '../../src/xlsx';
import { workbookFile } from '../xlsx/workbooks';

/** A file opened in Excel: cells, tables, names. Formulas keep their results. */
export function workbookFrom(bytes: Uint8Array): Workbook {
  const file = openWorkbook(bytes);
  const workbook = new Workbook();
  for (const { name } of file.sheets) addGrid(workbook, file.readGrid(name));
  for (const { name, formula, hidden, sheet } of file.definedNames) {
    const scope = sheet === null ? null : (workbook.sheetNamed(sheet) ?? null);
    workbook.names.push(new DefinedName(workbook.nextGuid(), name, scope, `=${formula}`, !hidden));
  }
  return workbook;
}

/** The workbook saved: cells, tables, names. */
export function fileFrom(workbook: Workbook): Uint8Array {
  const put = workbook.sheets.map(newSheet);
  const names = workbook.names.map(({ name, formula, visible, scope }) => ({
    name,
    sheet: scope?.name ?? null,
    formula: formula.replace(/^=/, ''),
    hidden: !visible,
  }));
  const base = spliceWorkbook(openWorkbook(workbookFile()), { put });
  return spliceWorkbook(openWorkbook(base), { remove: ['数据'], names });
}

function newSheet(sheet: Sheet): NewSheet {
  const used = sheet.usedArea(true);
  const rows = Array.from({ length: used?.bottom ?? 0 }, (_, row) =>
    Array.from({ length: used?.right ?? 0 }, (__, column) => cellOf(sheet, row + 1, column + 1)),
  );
  const [table] = sheet.tables;
  return {
    name: sheet.name,
    replace: false,
    columns: [],
    rows,
    ...(table === undefined ? {} : { table: { name: table.name, range: table.range } }),
  };
}

function cellOf(sheet: Sheet, row: number, column: number): SheetCell {
  const value = plain(sheet.content(row, column));
  const formula = sheet.formula(row, column);
  return formula === undefined ? value : { formula: formula.text.replace(/^=/, ''), value };
}

function plain(content: CellContent): string | number | boolean | null {
  return isCellError(content) ? content.error : content;
}

/** What a sheet shows, row by row. */
export function rowsOf(sheet: Sheet | undefined): (string | number | boolean | null)[][] {
  const used = sheet?.usedArea(true);
  if (sheet === undefined || used === null || used === undefined) return [];
  return Array.from({ length: used.bottom }, (_, row) =>
    Array.from({ length: used.right }, (__, column) => plain(sheet.content(row + 1, column + 1))),
  );
}

/** The formulas of a sheet as they are typed. */
export function formulasOn(sheet: Sheet | undefined): string[] {
  return sheet === undefined ? [] : Array.from(sheet.formulaCells(), ({ text }) => text);
}
