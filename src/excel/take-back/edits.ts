import { EditCheck, type FoundColumn } from '../../report';
import type { CellContent } from '../../sheet';
import { streamCells } from '../read/read-sheet';
import type { WorkbookFrame } from '../read/workbook-frame';
import type { JobOptions } from '../session/job';

/** What a column of ours is like now. */
export interface ColumnNow {
  readonly isEdited: boolean;
  readonly header: CellContent;
}

/**
 * Which columns of ours users changed: their cells are read chunk by chunk, and none is kept.
 * @throws ExcelProblem
 */
export async function columnsNow(
  { sheets }: WorkbookFrame,
  columns: readonly FoundColumn[],
  options: JobOptions,
): Promise<ReadonlyMap<FoundColumn, ColumnNow>> {
  const now = new Map<FoundColumn, ColumnNow>();
  for (const sheetName of new Set(columns.map((column) => column.sheetName))) {
    const own = columns.filter((column) => column.sheetName === sheetName);
    const sheetId = sheets.find(({ name }) => name === sheetName)?.id;
    if (sheetId === undefined) continue;
    for (const [column, found] of await columnsOn({ sheetId, sheetName }, own, options)) {
      now.set(column, found);
    }
  }
  return now;
}

async function columnsOn(
  sheet: { readonly sheetId: string; readonly sheetName: string },
  columns: readonly FoundColumn[],
  options: JobOptions,
): Promise<Map<FoundColumn, ColumnNow>> {
  const cells = {
    top: Math.min(...columns.map(({ headerRow }) => headerRow)),
    bottom: Math.max(...columns.map(({ lastRow }) => lastRow)),
    left: Math.min(...columns.map(({ at }) => at)),
    right: Math.max(...columns.map(({ at }) => at)),
  };
  const checks = columns.map((column) => new EditCheck(column));
  const headers: CellContent[] = columns.map(() => null);
  await streamCells(sheet, cells, options, (part, { top, bottom }) => {
    columns.forEach(({ at, headerRow }, index) => {
      for (let row = top; row <= bottom; row += 1) {
        checks[index]?.add(row, part.content(row, at), part.isFormula(row, at));
      }
      if (headerRow >= top && headerRow <= bottom) headers[index] = part.content(headerRow, at);
    });
  });
  return new Map(
    columns.map((column, index) => {
      const isEdited = checks[index]?.isEdited ?? true;
      return [column, { isEdited, header: headers[index] ?? null }];
    }),
  );
}
