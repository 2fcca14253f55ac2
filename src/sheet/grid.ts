/**
 * A worksheet as the sheet room sees it: a grid of cells, whoever read it
 * (the .xlsx reader, Excel through Office.js, a test). Rows and columns are
 * 1-based, as Excel shows them; columns are turned into letters only for people.
 */

/** An error cell (`#N/A`, `#DIV/0!` …) as the file stores it. */
export interface CellError {
  readonly error: string;
}

/** What a cell shows: a number, text, a logical value, an error, or nothing. */
export type CellContent = number | string | boolean | CellError | null;

/** A rectangle of cells, both ends included, 1-based. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An Excel table (ListObject) on the sheet. */
export interface GridTable {
  readonly name: string;
  readonly range: CellRange;
  readonly headerRows: number;
  readonly totalsRows: number;
}

export interface Grid {
  readonly sheetName: string;
  /** Last row and column that hold anything; 0 for an empty sheet. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** The stored content (for a formula, its cached result); `null` for a blank cell. */
  content(row: number, column: number): CellContent;
  /** Whether the cell is a formula. A formula whose `content` is `null` has no cached result. */
  isFormula(row: number, column: number): boolean;
  /** The number format code of the cell, such as `0.00%` or `yyyy-mm-dd`; undefined for General. */
  numberFormat(row: number, column: number): string | undefined;
  /**
   * Columns of a row that hold anything, from the left. With it a million rows are passed over although a
   * stray cell makes the sheet 16,384 columns wide; a grid that has it not is looked at cell by cell.
   */
  filledColumns?(row: number): Iterable<number>;
  readonly merges: readonly CellRange[];
  readonly tables: readonly GridTable[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Serial dates count from 1904-01-01 instead of 1899-12-30. */
  readonly date1904: boolean;
}

export function isCellError(content: CellContent): content is CellError {
  return typeof content === 'object' && content !== null;
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A1`-style address of a cell. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}
