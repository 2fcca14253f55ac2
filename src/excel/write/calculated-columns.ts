import type { SheetOutline } from '../../report';
import type { CellRange } from '../../sheet';
import { byChunks } from '../read/by-chunks';
import { cellRange, PLACE, rangeAt } from '../session/cells';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';

interface TableOfOurs {
  readonly sheetName: string;
  readonly table: string;
}

interface UsersColumn {
  /** Its place in the report. */
  readonly at: number;
  readonly formula: string;
  readonly cells: CellRange;
}

/** Columns of the user's in a table of ours that hold the same formula in every row, by their place in the report. */
export async function calculatedColumns(
  sheet: SheetOutline,
  { sheetName, table }: TableOfOurs,
  job: JobOptions,
): Promise<ReadonlyMap<number, string>> {
  const where = { sheet: sheetName };
  const begun = await run((context) => beginningWithFormula(context, sheet, table), job, where);
  const calculated = new Map<number, string>();
  for (const { at, formula, cells } of begun) {
    let isSame = true;
    await byChunks(cells, job, async (rows) => {
      const formulas = await run((context) => formulasIn(context, sheetName, rows), job, where);
      isSame &&= formulas.every(([other]) => other === formula);
      return formulas;
    });
    if (isSame) calculated.set(at, formula);
  }
  return calculated;
}

async function beginningWithFormula(
  context: Context,
  sheet: SheetOutline,
  name: string,
): Promise<UsersColumn[]> {
  const columns = context.workbook.tables.getItem(name).columns.load('items/name');
  await context.sync();
  const own = columns.items.flatMap((column) => {
    const at = sheet.table?.headers.indexOf(column.name) ?? -1;
    if (sheet.columns[at]?.users !== true) return [];
    const body = column.getDataBodyRange().load(PLACE);
    return [{ at, body, first: body.getCell(0, 0).load('formulas') }];
  });
  await context.sync();
  return own.flatMap(({ at, body, first }): UsersColumn[] => {
    const formula: unknown = first.formulas[0]?.[0];
    const isFormula = typeof formula === 'string' && formula.startsWith('=');
    return isFormula ? [{ at, formula, cells: cellRange(body) }] : [];
  });
}

async function formulasIn(context: Context, sheetName: string, rows: CellRange): Promise<unknown[][]> {
  const range = rangeAt(context.workbook.worksheets.getItem(sheetName), rows).load('formulas');
  await context.sync();
  return range.formulas as unknown[][];
}
