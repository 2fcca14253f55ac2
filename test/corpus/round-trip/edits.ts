/** What people type into our columns and beside the lines of 明细, done to the file. */
import { type CellValue, openWorkbook, spliceWorkbook } from '../../../src/xlsx';
import { cellsOf } from '../../cli/workbook';
import { ourColumns, ourSheets } from '../annotated';
import { SHEET } from './tables';

/** A cell of one of our columns written over; the numbers are taken modulo what there is. */
export function typedOver(
  file: Uint8Array,
  which: number,
  at: number,
  value: CellValue,
): {
  readonly edited: Uint8Array;
  /** Of the column that was edited. */
  readonly id: string;
  /** Columns of the sheet. */
  readonly width: number;
} {
  const columns = ourColumns(openWorkbook(file));
  const column = columns[which % columns.length];
  if (column === undefined) throw new Error('no columns of ours');
  const firstRow = column.headerRow + (at % (column.lastRow - column.headerRow + 1));
  const edited = spliceWorkbook(openWorkbook(file), {
    edit: [
      {
        sheet: SHEET,
        columns: [{ column: column.column, runs: [{ firstRow, values: [value], style: 'plain' }] }],
      },
    ],
  });
  return { edited, id: column.id, width: openWorkbook(edited).readGrid(SHEET).columnCount };
}

const OPINION = '审核意见';

/** An opinion beside a line of 明细; null where it has no line. */
export function withOpinion(file: Uint8Array, line: number, opinion: string): Uint8Array | null {
  const { sheet, rows } = detailOf(file);
  const lines = rows.length - 1;
  if (lines === 0) return null;
  const column = (rows[0] ?? []).indexOf(OPINION) + 1;
  const firstRow = 2 + (line % lines);
  return spliceWorkbook(openWorkbook(file), {
    edit: [{ sheet, columns: [{ column, runs: [{ firstRow, values: [opinion], style: 'plain' }] }] }],
  });
}

/** Enterprise, clause and opinion of every line of 明细 that has one. */
export function opinions(file: Uint8Array): unknown[] {
  const [headers = [], ...lines] = detailOf(file).rows;
  const [name, clause, opinion] = ['企业名称', '条款', OPINION].map((header) => headers.indexOf(header));
  return lines
    .filter((line) => line[opinion ?? -1] !== null)
    .map((line) => [line[name ?? -1], line[clause ?? -1], line[opinion ?? -1]]);
}

function detailOf(file: Uint8Array): { sheet: string; rows: CellValue[][] } {
  const workbook = openWorkbook(file);
  const [sheet = ''] = ourSheets(workbook);
  return { sheet, rows: cellsOf(workbook.readGrid(sheet)) };
}
