/** A sheet that was read, seen as the grid the sheet room asks for. */
import type { CellContent, CellError, CellRange, Grid, GridTable } from '../sheet';
import { FORMULA, KIND } from './cell-store';
import type { SheetData } from './sheet-reader';

export interface GridContext {
  readonly sheetName: string;
  readonly tables: readonly GridTable[];
  readonly sharedStrings: readonly string[];
  /** Number format codes by the number cells have for them; dates in ISO notation have one beyond the last. */
  readonly formatCodes: readonly (string | undefined)[];
  readonly date1904: boolean;
}

export class SheetGrid implements Grid {
  readonly sheetName: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly CellRange[];
  readonly tables: readonly GridTable[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly date1904: boolean;
  private readonly errors = new Map<number, CellError>();

  constructor(
    private readonly data: SheetData,
    private readonly context: GridContext,
  ) {
    this.sheetName = context.sheetName;
    this.rowCount = data.cells.rowCount;
    this.columnCount = data.cells.columnCount;
    this.merges = data.merges;
    this.tables = context.tables;
    this.hiddenRows = data.hiddenRows;
    this.hiddenColumns = data.hiddenColumns;
    this.date1904 = context.date1904;
  }

  content(row: number, column: number): CellContent {
    const { cells, texts } = this.data;
    const at = cells.find(row, column);
    if (at < 0) return null;
    const value = cells.valueAt(at);
    switch (cells.kindAt(at) & ~FORMULA) {
      case KIND.number:
        return value;
      case KIND.shared:
        return this.context.sharedStrings[value] ?? null;
      case KIND.text:
        return texts[value] ?? null;
      case KIND.boolean:
        return value === 1;
      case KIND.error:
        return this.error(value);
      default:
        return null;
    }
  }

  filledColumns(row: number): Iterable<number> {
    return this.data.cells.columnsOf(row);
  }

  isFormula(row: number, column: number): boolean {
    const at = this.data.cells.find(row, column);
    return at >= 0 && (this.data.cells.kindAt(at) & FORMULA) !== 0;
  }

  numberFormat(row: number, column: number): string | undefined {
    const at = this.data.cells.find(row, column);
    return at < 0 ? undefined : this.context.formatCodes[this.data.cells.formatAt(at)];
  }

  private error(text: number): CellError {
    let error = this.errors.get(text);
    if (error === undefined) {
      error = { error: this.data.texts[text] ?? '' };
      this.errors.set(text, error);
    }
    return error;
  }
}
