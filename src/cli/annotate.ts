import type { PlacedColumn, SheetPlacement } from '../report';
import type { CellRun, ColumnEdit, SheetEdit, StyleName } from '../xlsx';

/** The columns beside the data of one sheet, as an edit of the file. */
export function annotationEdit(placement: SheetPlacement): SheetEdit {
  const { sheetName, notes } = placement;
  return {
    sheet: sheetName,
    columns: placement.columns.map((column) => columnEdit(column, placement)),
    notes,
  };
}

function columnEdit(
  { column, at, width, earlier }: PlacedColumn,
  { headerRow, rowNumbers }: SheetPlacement,
): ColumnEdit {
  const header: CellRun = { firstRow: headerRow, values: [column.header], style: 'header' };
  return {
    column: at,
    ...(width === null ? {} : { width }),
    ...(earlier === null ? {} : { clear: [earlier] }),
    runs: [header, ...runsOf(column.values, rowNumbers, column.money ? 'money' : 'text')],
  };
}

/** Values of consecutive worksheet rows become one run. */
function runsOf(
  values: readonly (number | string | null)[],
  rowNumbers: readonly number[],
  style: StyleName,
): CellRun[] {
  const runs: { firstRow: number; values: (number | string | null)[]; style: StyleName }[] = [];
  rowNumbers.forEach((rowNumber, index) => {
    const value = values[index] ?? null;
    const last = runs.at(-1);
    if (last !== undefined && last.firstRow + last.values.length === rowNumber) last.values.push(value);
    else runs.push({ firstRow: rowNumber, values: [value], style });
  });
  return runs;
}
