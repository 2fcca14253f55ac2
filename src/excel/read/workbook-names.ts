import { findOurs, type NamedFormula, type Ours } from '../../report';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';

/** All defined names, the hidden ones too, of the workbook and of single sheets. */
export async function namesIn(context: Context): Promise<NamedFormula[]> {
  const own = context.workbook.names.load('items/name,items/formula');
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const ofSheets = sheets.items.map((sheet) => ({
    sheet: sheet.name,
    names: sheet.names.load('items/name,items/formula'),
  }));
  await context.sync();
  return [
    ...own.items.map((item) => named(item, null)),
    ...ofSheets.flatMap(({ sheet, names }) => names.items.map((item) => named(item, sheet))),
  ];
}

function named(item: Excel.NamedItem, sheet: string | null): NamedFormula {
  // Excel's types leave the formula open.
  const formula: unknown = item.formula;
  return { name: item.name, sheet, formula: typeof formula === 'string' ? formula.replace(/^=/, '') : '' };
}

/** What of ours the workbook holds: found by hidden names alone, as the command line finds it. */
export async function readOurs(job: JobOptions = {}): Promise<Ours> {
  return findOurs(await run(namesIn, job));
}
