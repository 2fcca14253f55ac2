import type { CellContent, Grid } from '../../src/sheet';
import { type HostOptions, type SimulatedHost, Workbook } from '../../src/workbench/host';
import { ENTERPRISES } from '../cli/lakeside';
import { newHost } from '../workbench/host/in-office';

/** A workbook with the four enterprises of the lakeside policy on the sheet 企业统计. */
export function enterprises(options: Partial<HostOptions> = {}): SimulatedHost {
  const workbook = new Workbook();
  workbook.addSheet('企业统计');
  const host = newHost({ workbook, ...options });
  host.user.enter('企业统计!A1', ENTERPRISES as (string | number | null)[][]);
  return host;
}

/** A grid made of a rule for its cells. */
export function gridWith(
  sheetName: string,
  rowCount: number,
  columnCount: number,
  content: (row: number, column: number) => CellContent,
): Grid {
  return {
    sheetName,
    rowCount,
    columnCount,
    content,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}
