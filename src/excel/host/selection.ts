import { ExcelProblem } from '../problems/problem';
import { cellRange, PLACE } from '../session/cells';
import type { JobOptions } from '../session/job';
import { run } from '../session/run';

/** What the user looks at. */

export interface Selection {
  readonly sheetId: string;
  readonly sheetName: string;
  /** First row and column of what is selected, 1-based. */
  readonly row: number;
  readonly column: number;
}

/** @throws ExcelProblem */
export async function readSelection(job: JobOptions = {}): Promise<Selection> {
  return run(async (context) => {
    const cell = context.workbook.getActiveCell().load(PLACE);
    const sheet = cell.worksheet.load('id,name');
    await context.sync();
    const { top, left } = cellRange(cell);
    return { sheetId: sheet.id, sheetName: sheet.name, row: top, column: left };
  }, job);
}

/** Ends the watching. */
export type Unwatch = () => Promise<void>;

/** Tells when the user selects other cells or another sheet. Handlers show nothing that asks for an answer. */
export async function watchSelection(onSelect: () => void): Promise<Unwatch> {
  return run(async (context) => {
    const told = (): Promise<void> => {
      onSelect();
      return Promise.resolve();
    };
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onSelectionChanged.add(told), worksheets.onActivated.add(told)];
    await context.sync();
    return unwatch(handlers);
  });
}

/** Tells when anything in a sheet changes, by whomever: what was evaluated may be out of date then. */
export async function watchChanges(onChange: (sheetId: string) => void): Promise<Unwatch> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    const told = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
      onChange(worksheetId);
      return Promise.resolve();
    };
    const handlers = [worksheets.onChanged.add(told), worksheets.onRowSorted.add(told)];
    await context.sync();
    return unwatch(handlers);
  });
}

interface Handler {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

/** A handler is removed in the context that it was added in. */
function unwatch(handlers: readonly Handler[]): Unwatch {
  return async () => {
    for (const handler of handlers) {
      handler.remove();
      await handler.context.sync();
    }
  };
}

/**
 * Shows cells to the user, one after the other; the last one stays selected. Excel scrolls no further than it must,
 * so that the far end of something wide and then its beginning shows as much of it as there is room for.
 *
 * @throws ExcelProblem `sheetGone`
 */
export async function select(
  sheetKey: string,
  addresses: readonly string[],
  job: JobOptions = {},
): Promise<void> {
  await run(
    async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetKey).load('name');
      await context.sync();
      if (sheet.isNullObject) throw new ExcelProblem('sheetGone', { sheet: sheetKey });
      sheet.activate();
      for (const address of addresses) {
        sheet.getRange(address).select();
        await context.sync();
      }
    },
    job,
    { sheet: sheetKey },
  );
}
