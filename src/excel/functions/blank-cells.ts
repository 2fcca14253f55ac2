import { rangeAt, sheetOf } from '../session/cells';
import type { JobOptions } from '../session/job';
import { run } from '../session/run';
import { type AskedCells, type CellRun, cellRuns, inParts } from './cell-runs';

/** What one request asks for: far below the 5 MB that Excel on the web answers at most. */
const PART = { cells: 100_000, ranges: 2_000 };

/** Whether the cell of a sheet is empty; undefined where there is no such cell or nobody asked. */
export type BlankCells = (sheet: string, row: number, column: number) => boolean | undefined;

/**
 * Reads of the cells whether anything is in them. A formula whose result is 0 is something.
 *
 * @throws ExcelProblem
 */
export async function readBlankCells(asked: AskedCells, job: JobOptions): Promise<BlankCells> {
  const found = new Map<string, Map<number, Map<number, boolean>>>();
  for (const part of inParts(cellRuns(asked, PART.cells), PART)) {
    for (const { sheet, range, types } of await readTypes(part, job)) {
      const columns = found.get(sheet) ?? new Map<number, Map<number, boolean>>();
      const rows = columns.get(range.left) ?? new Map<number, boolean>();
      found.set(sheet, columns.set(range.left, rows));
      const wanted = asked.get(sheet)?.get(range.left);
      for (const [at, [type]] of types.entries())
        if (wanted?.has(range.top + at) === true) rows.set(range.top + at, type === EMPTY);
    }
  }
  return (sheet, row, column) => found.get(sheet)?.get(column)?.get(row);
}

const EMPTY: `${Excel.RangeValueType.empty}` = 'Empty';

interface RunTypes extends CellRun {
  /** A row for each row of the range. */
  readonly types: readonly (readonly string[])[];
}

/** Sheets that are not there any more are left out. */
async function readTypes(part: readonly CellRun[], job: JobOptions): Promise<readonly RunTypes[]> {
  return run(async (context) => {
    const names = [...new Set(part.map(({ sheet }) => sheet))];
    const sheets = new Map(names.map((name) => [name, sheetOf(context, name).load('name')]));
    await context.sync();
    const reads = part.flatMap((cells) => {
      const sheet = sheets.get(cells.sheet);
      if (sheet === undefined || sheet.isNullObject) return [];
      return [{ cells, range: rangeAt(sheet, cells.range).load('valueTypes') }];
    });
    await context.sync();
    return reads.map(({ cells, range }) => ({ ...cells, types: range.valueTypes }));
  }, job);
}
