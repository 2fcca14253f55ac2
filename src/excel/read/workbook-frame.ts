import { findOurs, type NamedFormula, type Ours } from '../../report';
import type { JobOptions } from '../session/job';
import { type Context, run } from '../session/run';
import { COPY_PREFIX } from '../work/marker';
import { LOOKS_PREFIX } from '../write/columns-plan';
import { namesIn } from './workbook-names';

/** A worksheet as a list of sheets shows it. */
export interface SheetListing {
  /** Excel's own id, which outlives renaming and moving. */
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly isActive: boolean;
  readonly isProtected: boolean;
  /** A filter of it or of one of its tables hides rows. */
  readonly isFiltered: boolean;
  /** Written by us, or kept by us behind the scenes: nothing to evaluate. */
  readonly isOurs: boolean;
}

/** What a workbook is made of, without any cells. Plain data. */
export interface WorkbookFrame {
  readonly sheets: readonly SheetListing[];
  readonly ours: Ours;
  /** All defined names, the hidden ones too. */
  readonly names: readonly NamedFormula[];
  readonly tableNames: readonly string[];
  /** No sheet can be added or removed. */
  readonly isStructureProtected: boolean;
}

/** @throws ExcelProblem */
export async function readWorkbook(job: JobOptions = {}): Promise<WorkbookFrame> {
  return run(frameOf, job);
}

async function frameOf(context: Context): Promise<WorkbookFrame> {
  const { workbook } = context;
  // Before the sheets: it loads their names alone, and each load of a collection replaces its items.
  const names = await namesIn(context);
  const sheets = workbook.worksheets.load(
    'items/id,items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered',
  );
  const active = workbook.worksheets.getActiveWorksheet().load('id');
  const tables = workbook.tables.load('items/name,items/autoFilter/isDataFiltered,items/worksheet/id');
  const protection = workbook.protection.load('protected');
  await context.sync();
  const ours = findOurs(names);
  const written = new Set(ours.sheets.map(({ sheetName }) => sheetName));
  return {
    sheets: sheets.items.map((sheet) => ({
      id: sheet.id,
      name: sheet.name,
      isVisible: sheet.visibility === Excel.SheetVisibility.visible,
      isActive: sheet.id === active.id,
      isProtected: sheet.protection.protected,
      isFiltered:
        sheet.autoFilter.isDataFiltered ||
        tables.items.some(
          ({ autoFilter, worksheet }) => autoFilter.isDataFiltered && worksheet.id === sheet.id,
        ),
      isOurs:
        written.has(sheet.name) || sheet.name.startsWith(COPY_PREFIX) || sheet.name.startsWith(LOOKS_PREFIX),
    })),
    ours,
    names,
    tableNames: tables.items.map(({ name }) => name),
    isStructureProtected: protection.protected,
  };
}
