import type { Bilingual } from '../rules';
import type { CellRange } from '../sheet';
import type { AnnotationColumn } from './annotation';
import type { OurNameEdit } from './our-names';
import type { OurCell, OurSheet } from './our-sheets';
import type { PlacedColumn, SheetPlacement } from './placement';
import type { WorkbookReport } from './workbook-report';

/** A value of an annotation column; null where nothing is written. */
export type ColumnValue = AnnotationColumn['values'][number];

/**
 * A report that is asked for block by block: whoever writes it never holds all of it, and it may stand in a
 * worker. Positions count from 0, `to` is not included.
 */
export interface ReportSource {
  readonly outline: ReportOutline;
  /**
   * Values of the column `column` of the placement `placement`, one for each worksheet row below the header:
   * position 0 is the row below it, and a row that is no enterprise's has null.
   */
  columnValues(placement: number, column: number, from: number, to: number): Promise<readonly ColumnValue[]>;
  /** Rows of the sheet `sheet`, its header among them. */
  sheetRows(sheet: number, from: number, to: number): Promise<readonly (readonly OurCell[])[]>;
}

/** A report without its cells: plain data, small however many rows there are. */
export interface ReportOutline {
  readonly placements: readonly PlacementOutline[];
  readonly sheets: readonly SheetOutline[];
  readonly names: readonly OurNameEdit[];
  readonly notices: readonly Bilingual[];
}

export interface PlacementOutline extends Omit<SheetPlacement, 'columns' | 'rowNumbers'> {
  readonly columns: readonly ColumnOutline[];
}

export interface ColumnOutline extends Omit<PlacedColumn, 'column'> {
  readonly column: Omit<AnnotationColumn, 'values'>;
}

export interface SheetOutline extends Omit<OurSheet, 'rows' | 'table'> {
  readonly rowCount: number;
  /** Columns of the widest row. */
  readonly width: number;
  readonly table?: TableOutline;
}

export interface TableOutline {
  readonly name: string;
  readonly range: CellRange;
  readonly headers: readonly string[];
}

/** A report at hand, to be asked for in blocks. */
export function reportSource(report: WorkbookReport): ReportSource {
  const positions = report.placements.map(positionsOf);
  return {
    outline: reportOutline(report),
    columnValues: (placement, column, from, to) => {
      const values = report.placements[placement]?.columns[column]?.column.values;
      const rows = positions[placement]?.subarray(from, to) ?? [];
      return Promise.resolve(Array.from(rows, (position) => values?.[position] ?? null));
    },
    sheetRows: (sheet, from, to) => Promise.resolve(report.sheets[sheet]?.rows.slice(from, to) ?? []),
  };
}

export function reportOutline({ placements, sheets, names, notices }: WorkbookReport): ReportOutline {
  return {
    placements: placements.map(placementOutline),
    sheets: sheets.map(sheetOutline),
    names,
    notices,
  };
}

/** For each row below the header where its value stands; -1 for a row without one. */
function positionsOf({ headerRow, lastRow, rowNumbers }: SheetPlacement): Int32Array {
  const positions = new Int32Array(lastRow - headerRow).fill(-1);
  rowNumbers.forEach((row, position) => {
    positions[row - headerRow - 1] = position;
  });
  return positions;
}

function placementOutline(placement: SheetPlacement): PlacementOutline {
  const { sheetName, headerRow, lastRow, columns, notes, names, kept, identity } = placement;
  return {
    sheetName,
    headerRow,
    lastRow,
    notes,
    names,
    kept,
    identity,
    columns: columns.map(({ column: { id, header, money }, ...placed }) => ({
      ...placed,
      column: { id, header, money },
    })),
  };
}

function sheetOutline({ rows, table, ...rest }: OurSheet): SheetOutline {
  return {
    ...rest,
    rowCount: rows.length,
    width: rows.reduce((width, row) => Math.max(width, row.length), rest.columns.length),
    ...(table === undefined ? {} : { table: { ...table, headers: (rows[0] ?? []).map(headerText) } }),
  };
}

function headerText(cell: OurCell): string {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  return String(value ?? '');
}
