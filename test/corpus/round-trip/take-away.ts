/** Taking back, done to the file: all that hidden names lead to goes, and the names with it. */
import { findOurs } from '../../../src/report';
import { openWorkbook, spliceWorkbook } from '../../../src/xlsx';
import { SHEET } from './tables';

export function takenAway(file: Uint8Array): Uint8Array {
  const workbook = openWorkbook(file);
  const { columns, sheets, names } = findOurs(workbook.definedNames);
  return spliceWorkbook(workbook, {
    edit: [
      {
        sheet: SHEET,
        columns: columns.map(({ at, headerRow, lastRow }) => ({
          column: at,
          clear: [{ firstRow: headerRow, lastRow }],
        })),
      },
    ],
    remove: sheets.map(({ sheetName }) => sheetName),
    names: names.map(({ name, sheet }) => ({ name, sheet, formula: null })),
  });
}
