/**
 * A worksheet: cells that know their type, and what belongs to them. Nothing here asks whether a change
 * is allowed, tells anybody of it or calculates; that is done by the mechanisms around it.
 */
import type { CellContent, CellRange } from '../../../sheet';
import { area, boundsOf, LAST_COLUMN } from './area';
import { Column } from './column';
import type { Filter } from './filter';
import { FormulaCell } from './formula-cell';
import { PLAIN, type CellStyle } from './style';
import type { Table } from './table';

/** In points: those of a workbook whose font is 宋体 11. */
const STANDARD_WIDTH = 54;
const STANDARD_HEIGHT = 14.25;

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface Protection {
  readonly password: string | null;
  /** The options of Excel.WorksheetProtectionOptions that are given; absent means not allowed. */
  readonly options: Readonly<Record<string, boolean | string>>;
}

/** A range that follows insertions and deletions for as long as somebody holds it; null when its cells are gone. */
export interface Tracked {
  area: CellRange | null;
}

export class Sheet {
  visibility: SheetVisibility = 'Visible';
  tabColor = '';
  protection: Protection | null = null;
  filter: Filter | null = null;
  merges: CellRange[] = [];
  selection: CellRange = area(1, 1);
  /** The cell at the top left of what scrolls; null when nothing is frozen. */
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  readonly tables: Table[] = [];
  /** Hidden by hand; rows hidden by a filter are found through the filters. */
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** How cells look that nobody gave a look. */
  plain: CellStyle = PLAIN;
  /** In points, for columns and rows without a size of their own. */
  standardWidth = STANDARD_WIDTH;
  standardHeight = STANDARD_HEIGHT;
  /** In points; absent for the standard. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly columnStyles = new Map<number, CellStyle>();
  readonly rowStyles = new Map<number, CellStyle>();
  readonly tracked = new Set<Tracked>();
  /** Formulas whose result is an array over several cells. */
  readonly spilling = new Set<FormulaCell>();
  columns = new Map<number, Column>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  content(row: number, column: number): CellContent {
    return this.columns.get(column)?.content(row) ?? null;
  }

  formula(row: number, column: number): FormulaCell | undefined {
    return this.columns.get(column)?.formula(row);
  }

  style(row: number, column: number): CellStyle {
    return this.columns.get(column)?.style(row) ?? this.lineStyle(row, column);
  }

  /** How a cell looks that has no look of its own. */
  lineStyle(row: number, column: number): CellStyle {
    return this.rowStyles.get(row) ?? this.columnStyles.get(column) ?? this.plain;
  }

  /** The result of the formula that is there, or, where there is none, the content. */
  setContent(row: number, column: number, content: CellContent): void {
    if (content === null) this.columns.get(column)?.setContent(row, null);
    else this.columnAt(column).setContent(row, content);
  }

  setFormula(row: number, column: number, text: string | null): FormulaCell | undefined {
    if (text === null) {
      this.columns.get(column)?.setFormula(row, undefined);
      return undefined;
    }
    const formula = new FormulaCell(this, row, column, text);
    this.columnAt(column).setFormula(row, formula);
    return formula;
  }

  setStyle(row: number, column: number, style: CellStyle): void {
    const own = this.columns.get(column)?.style(row);
    if (own === undefined && style === this.style(row, column)) return;
    this.columnAt(column).setStyle(row, style);
  }

  /** Back to the look of the row or column. */
  dropStyle(row: number, column: number): void {
    this.columns.get(column)?.setStyle(row, undefined);
  }

  columnAt(number: number): Column {
    const known = this.columns.get(number);
    if (known !== undefined) return known;
    const made = new Column();
    this.columns.set(number, made);
    return made;
  }

  /** The smallest range around all cells with a value or, unless `valuesOnly`, a look of their own; null when empty. */
  usedArea(valuesOnly: boolean): CellRange | null {
    let used: CellRange | null = null;
    for (const [number, column] of this.columns) {
      const rows = column.usedRows(valuesOnly);
      if (rows === null) continue;
      const range = area(rows.first, number, rows.last);
      used = used === null ? range : boundsOf(used, range);
    }
    return used;
  }

  /** The columns of a range that hold anything, by number; for ranges of whole rows that spares 16,384 look-ups. */
  *storedColumns(range: CellRange): Iterable<readonly [number, Column]> {
    if (range.left === 1 && range.right === LAST_COLUMN) {
      yield* this.columns;
      return;
    }
    for (let number = range.left; number <= range.right; number += 1) {
      const column = this.columns.get(number);
      if (column !== undefined) yield [number, column];
    }
  }

  *formulaCells(): Iterable<FormulaCell> {
    for (const column of this.columns.values()) yield* column.formulaCells();
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.isRowFilteredOut(row);
  }

  isRowFilteredOut(row: number): boolean {
    if (this.filter?.hides(row) === true) return true;
    return this.tables.some((table) => table.filter?.hides(row) === true);
  }

  get filters(): readonly Filter[] {
    return [this.filter, ...this.tables.map((table) => table.filter)].filter((filter) => filter !== null);
  }
}
