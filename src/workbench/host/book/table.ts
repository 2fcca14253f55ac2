import { isCellError, type CellRange } from '../../../sheet';
import type { Filter } from './filter';
import type { Sheet } from './sheet';

/** One key of a sort, the column counted from the left of what is sorted, from 0. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

/** A table (ListObject). Its columns are named by the cells of the header row. */
export class Table {
  style = 'TableStyleMedium2';
  filter: Filter | null = null;
  sorted: readonly SortKey[] = [];
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  /** Ids of the columns from left to right; they stay when columns are renamed or moved. */
  columnIds: number[] = [];

  constructor(
    readonly id: number,
    readonly sheet: Sheet,
    public name: string,
    /** Header row and totals row included. */
    public range: CellRange,
    public hasHeaders: boolean,
    public hasTotals: boolean,
  ) {}

  get headerRow(): CellRange | null {
    return this.hasHeaders ? { ...this.range, bottom: this.range.top } : null;
  }

  get totalsRow(): CellRange | null {
    return this.hasTotals ? { ...this.range, top: this.range.bottom } : null;
  }

  get body(): CellRange {
    return {
      ...this.range,
      top: this.range.top + (this.hasHeaders ? 1 : 0),
      bottom: this.range.bottom - (this.hasTotals ? 1 : 0),
    };
  }

  columnName(index: number): string {
    if (!this.hasHeaders) return `列${index + 1}`;
    const content = this.sheet.content(this.range.top, this.range.left + index);
    return isCellError(content) ? content.error : String(content ?? '');
  }

  /** From the left, from 0; -1 when no column has the name. Names are compared as Excel does, without case. */
  columnIndex(name: string): number {
    const wanted = name.toLowerCase();
    return this.columnIds.findIndex((_, index) => this.columnName(index).toLowerCase() === wanted);
  }
}
