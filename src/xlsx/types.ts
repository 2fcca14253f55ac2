/**
 * The shapes this room takes and gives. Rows and columns are 1-based, widths are in characters (as
 * Excel shows them), ranges include both ends. Everything here is plain data except `Workbook`.
 */
import type { CellRange, Grid } from '../sheet';

export type Language = 'zh' | 'en';

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

export interface SheetInfo {
  /** As on the tab. */
  readonly name: string;
  /** Only worksheets have cells; chart, dialog and macro sheets are listed because they hold tabs. */
  readonly kind: 'worksheet' | 'other';
  readonly visibility: SheetVisibility;
  /**
   * Where it stands in the file, such as `xl/worksheets/sheet1.xml`; empty for a module sheet of Excel 95,
   * of which Excel keeps only the tab once the code is in the macro project.
   */
  readonly path: string;
}

export interface DefinedName {
  readonly name: string;
  /** The sheet it belongs to; null for a name of the whole workbook. */
  readonly sheet: string | null;
  readonly hidden: boolean;
  /** What it stands for, as the file has it and without `=`: `企业统计!$A$1:$B$9`, `"text"`, `42`. */
  readonly formula: string;
  readonly comment: string;
}

export interface Calculation {
  readonly mode: 'auto' | 'autoNoTable' | 'manual';
  /** Excel recalculates everything on opening: cached results in the file may be stale. */
  readonly fullCalcOnLoad: boolean;
}

/** A file that was opened. Immutable: `spliceWorkbook` gives new bytes and leaves this as it is. */
export interface Workbook {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetInfo[];
  /** All of them, hidden and built-in ones (`_xlnm.Print_Area`) too. */
  readonly definedNames: readonly DefinedName[];
  readonly date1904: boolean;
  /** Carries a digital signature, which any change makes invalid: warn before writing. */
  readonly isSigned: boolean;
  readonly hasMacros: boolean;
  /** The kind of workbook that may have macros (.xlsm), whether it has any or not. */
  readonly isMacroEnabled: boolean;
  /** ISO 29500 Strict ("Strict Open XML Spreadsheet"). */
  readonly isStrict: boolean;
  readonly calculation: Calculation;
  /**
   * Reads one worksheet; each call reads it again. The name is compared as Excel does, without case.
   * @throws WorkbookError `no-such-sheet`, or what is wrong with its parts.
   */
  readGrid(sheetName: string): Grid;
}

// ---------------------------------------------------------------- edits

/**
 * How a cell of ours looks. The fonts are the workbook's own default font, bold or larger.
 *
 * - `plain` General · `text` @ · `wrapped` @, wrapped · `money` #,##0.00 · `count` #,##0 · `percent` 0.00%
 * - `title` bold, larger · `header` bold, filled, wrapped, centred · `note` grey, italic, wrapped
 * - `total` bold #,##0.00 with a line above · `totalLabel` bold @ with a line above
 * - `warning` @ on amber · `input` and `inputMoney` (#,##0.00) on pale yellow: for people to fill in
 */
export type StyleName =
  | 'plain'
  | 'text'
  | 'wrapped'
  | 'money'
  | 'count'
  | 'percent'
  | 'title'
  | 'header'
  | 'note'
  | 'total'
  | 'totalLabel'
  | 'warning'
  | 'input'
  | 'inputMoney';

/** Text is always written as text, also where it begins with `=`, `+`, `-` or `@`. */
export type CellValue = string | number | boolean | null;

/** Consecutive cells of one column, downwards; `null` is an empty cell that has the style. */
export interface CellRun {
  readonly firstRow: number;
  readonly values: readonly CellValue[];
  readonly style: StyleName;
}

export interface RowSpan {
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface ColumnEdit {
  readonly column: number;
  /** A width also shows a hidden column; `null` gives it the sheet's default width again; absent leaves both alone. */
  readonly width?: number | null;
  /** Cells to remove, with content, formula and style, before the runs are written. */
  readonly clear?: 'all' | readonly RowSpan[];
  readonly runs?: readonly CellRun[];
}

/** A note (the older kind of comment) on a cell; `null` removes ours. A cell with somebody's own note keeps that. */
export interface NoteEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string | null;
}

/** Changes to a sheet that is there; each column at most once, in any order. */
export interface SheetEdit {
  readonly sheet: string;
  readonly columns: readonly ColumnEdit[];
  readonly notes?: readonly NoteEdit[];
}

export interface StyledCell {
  readonly value: CellValue;
  readonly style: StyleName;
}

/** `formula` without `=`, in the file's grammar (English function names, `,` between arguments). */
export interface FormulaCell {
  readonly formula: string;
  /** The result, so that readers that do not calculate show it. */
  readonly value: CellValue;
  readonly style?: StyleName;
}

/** A bare value, or a cell without `style`, has the style of its column. */
export type SheetCell = CellValue | StyledCell | FormulaCell;

export interface NewColumn {
  readonly width?: number;
  /** For cells without a style of their own; `plain` if absent. */
  readonly style?: StyleName;
}

/** An Excel table (ListObject). The cells of the range's first row are its headers: text, all different. */
export interface NewTable {
  /** Unique in the workbook, a valid defined name; formulas refer to it. */
  readonly name: string;
  /** Header row and data; a range of the header row alone is widened by one empty row, as Excel asks. */
  readonly range: CellRange;
}

export interface NewSheet {
  readonly name: string;
  /**
   * `false`: the sheet is new (`sheet-exists` if it is not). `true`: it is ours and there; its cells, widths
   * and tables are replaced, whatever else users did to it (its place, charts, print settings) stays.
   */
  readonly replace: boolean;
  readonly columns: readonly NewColumn[];
  /** From row 1; read once, so a generator will do for a long sheet. */
  readonly rows: Iterable<readonly SheetCell[]>;
  readonly table?: NewTable;
  /** Rows at the top that stay in view (new sheets only). */
  readonly frozenRows?: number;
  /** Columns at the left that stay in view (new sheets only). */
  readonly frozenColumns?: number;
}

export interface NameEdit {
  readonly name: string;
  /** The sheet the name belongs to; null for the whole workbook. */
  readonly sheet: string | null;
  /** What it stands for, without `=`; `null` removes the name if it is there. */
  readonly formula: string | null;
  /** Shown in the name manager unless hidden. Ignored when removing; hidden if absent. */
  readonly hidden?: boolean;
}

/** All optional; nothing given gives the same bytes back. Sheets of `put` can be referred to in `names`. */
export interface WorkbookEdits {
  readonly edit?: readonly SheetEdit[];
  readonly put?: readonly NewSheet[];
  /** Sheets of ours to remove, with their tables and the names that belong to them. */
  readonly remove?: readonly string[];
  readonly names?: readonly NameEdit[];
}

/** How much a file may unfold to, in bytes; the defaults suit sheets of a million rows. */
export interface ReadLimits {
  /** Text of all shared strings together, and of all strings of one sheet, in UTF-16 units. */
  readonly characters: number;
  /** One part, inflated. */
  readonly partBytes: number;
  /** All parts that are read, inflated, as the file declares them. */
  readonly totalBytes: number;
}
