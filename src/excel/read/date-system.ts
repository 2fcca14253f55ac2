import { run } from '../session/run';
import type { JobOptions } from '../session/job';
import { ExcelProblem } from '../problems/problem';
import { CellKind, type GridChunk } from './grid-chunk';

/**
 * Office.js does not say whether a workbook's dates count from 1900 or from 1904. A date that is shown with
 * its year does: the two differ by four years and a day.
 */
export interface DateCell {
  readonly row: number;
  readonly column: number;
  readonly serial: number;
}

/** Four-digit years, and nothing of colours, conditions or locales that changes how they are written. */
const SHOWS_YEAR = /^"?y{4}[-/."年\\ mdhs:月日0]*$/i;
const DAY = 86_400_000;
const DAYS_BETWEEN = 1_462;

export function dateCellIn({ columns, top, rowCount }: GridChunk, left: number): DateCell | null {
  for (const [index, column] of columns.entries()) {
    if (column === null) continue;
    const showsYear = column.formats.map((format) => SHOWS_YEAR.test(format));
    if (!showsYear.includes(true)) continue;
    for (let row = 0; row < rowCount; row += 1) {
      const serial = column.numbers[row] ?? 0;
      // Days that are the same year in both systems say nothing, there are none; those before 1904 need care.
      const isDate =
        column.kinds[row] === CellKind.number &&
        serial >= DAYS_BETWEEN &&
        showsYear[column.formatAt?.[row] ?? 0] === true;
      if (isDate) return { row: top + row, column: left + index, serial };
    }
  }
  return null;
}

/** Whether a date is shown with the year that it has when days count from 1904. */
export function isShownFrom1904(serial: number, shown: string): boolean {
  return !shown.includes(yearOf(serial)) && shown.includes(yearOf(serial + DAYS_BETWEEN));
}

function yearOf(serial: number): string {
  return String(new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY).getUTCFullYear());
}

export async function countsFrom1904(sheetId: string, date: DateCell, job: JobOptions): Promise<boolean> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    const cell = sheet.getCell(date.row - 1, date.column - 1).load('text');
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) throw new ExcelProblem('sheetGone', {});
    return isShownFrom1904(date.serial, cell.text[0]?.[0] ?? '');
  }, job);
}
