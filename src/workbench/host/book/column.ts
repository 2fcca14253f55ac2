/**
 * The cells of one column, in parallel lists by row. A column is the unit of storage because an add-in
 * reads and writes columns, and because inserting or removing rows is then one splice for each list.
 */
import type { CellContent } from '../../../sheet';
import type { FormulaCell } from './formula-cell';
import type { CellStyle } from './style';

export class Column {
  private contents: (CellContent | undefined)[] = [];
  private formulas: (FormulaCell | undefined)[] = [];
  private styles: (CellStyle | undefined)[] = [];

  content(row: number): CellContent {
    return this.contents[row] ?? null;
  }

  formula(row: number): FormulaCell | undefined {
    return this.formulas[row];
  }

  /** The style given to the cell itself; undefined when it looks as its row or column. */
  style(row: number): CellStyle | undefined {
    return this.styles[row];
  }

  setContent(row: number, content: CellContent): void {
    if (content !== null) this.contents[row] = content;
    else if (row < this.contents.length) this.contents[row] = undefined;
  }

  setFormula(row: number, formula: FormulaCell | undefined): void {
    if (formula !== undefined) this.formulas[row] = formula;
    else if (row < this.formulas.length) this.formulas[row] = undefined;
  }

  setStyle(row: number, style: CellStyle | undefined): void {
    if (style !== undefined) this.styles[row] = style;
    else if (row < this.styles.length) this.styles[row] = undefined;
  }

  /** Removes `count` cells from `row` on; those below move up. */
  remove(row: number, count: number): void {
    for (const list of this.lists()) {
      if (row < list.length) list.splice(row, count);
    }
    this.renumber(row);
  }

  /** Makes room for `count` cells at `row`; those below move down. */
  insert(row: number, count: number): void {
    for (const list of this.lists()) {
      if (row < list.length) spread(list, row, count);
    }
    this.renumber(row + count);
  }

  /** The cells from `top` to `bottom` are put in another order: the first comes from row `order[0]`, and so on. */
  reorder(top: number, order: readonly number[]): void {
    for (const list of this.lists()) {
      if (list.length <= top) continue;
      const before = order.map((row) => list[row]);
      for (const [index, item] of before.entries()) list[top + index] = item;
    }
    this.renumber(top);
  }

  /** First and last row with a content or formula, or, unless `valuesOnly`, a style; null when there is none. */
  usedRows(valuesOnly: boolean): { first: number; last: number } | null {
    const lists = valuesOnly ? [this.contents, this.formulas] : this.lists();
    let used: { first: number; last: number } | null = null;
    for (const list of lists) {
      const first = list.findIndex((item) => item !== undefined);
      if (first < 0) continue;
      const last = list.findLastIndex((item) => item !== undefined);
      used =
        used === null
          ? { first, last }
          : { first: Math.min(first, used.first), last: Math.max(last, used.last) };
    }
    return used;
  }

  *formulaCells(): Iterable<FormulaCell> {
    for (const formula of this.formulas) if (formula !== undefined) yield formula;
  }

  private lists(): unknown[][] {
    return [this.contents, this.formulas, this.styles];
  }

  private renumber(from: number): void {
    for (let row = from; row < this.formulas.length; row += 1) {
      const formula = this.formulas[row];
      if (formula !== undefined) formula.row = row;
    }
  }
}

/** In portions, because `splice` takes its items as arguments and a call takes only so many. */
function spread(list: unknown[], row: number, count: number): void {
  const portion = 10_000;
  for (let made = 0; made < count; made += portion) {
    list.splice(row, 0, ...Array.from<undefined>({ length: Math.min(portion, count - made) }));
  }
}
