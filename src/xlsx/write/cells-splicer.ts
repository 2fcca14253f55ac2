/**
 * Cells of ours put into the rows of a sheet: into gaps, into rows that are `<row/>` or not there at
 * all, in place of cells that are there. Cells that are not ours are passed on as bytes.
 */
import { MAX_COLUMN, packReference, packedColumn, reference } from '../cell-reference';
import { WorkbookError } from '../errors';
import type { StyleName } from '../types';
import { MAIN } from '../xml-names';
import type { XmlReader } from '../xml-reader';
import { CellXml } from './cell-xml';
import type { CellAction, ColumnPlan } from './column-plan';
import type { Copier } from './copier';
import { withAttribute } from './splices';

export class CellsSplicer {
  /** Cells that were formulas and are no more. */
  readonly removedFormulas = new Set<string>();
  private readonly cells: CellXml;
  private readonly spanRight: number;
  /** Shared formulas whose defining cell was taken away, by their number, with that cell. */
  private readonly lostMasters = new Map<string, string>();
  private row = 0;

  constructor(
    private readonly sheet: string,
    private readonly plans: readonly ColumnPlan[],
    private readonly style: (name: StyleName) => number,
    private readonly reader: XmlReader,
    private readonly copier: Copier,
    private readonly prefix: string,
  ) {
    this.cells = new CellXml(sheet, prefix);
    this.spanRight = Math.max(0, ...plans.filter((plan) => plan.lastRow > 0).map((plan) => plan.column));
  }

  /** `sheetData` was just opened. */
  spliceRows(): void {
    const { reader, copier } = this;
    let next = this.nextWrittenRow(1);
    if (reader.isEmptyTag) {
      const tag = reader.source(reader.tokenStart, reader.tokenEnd);
      const { tokenStart, tokenEnd } = reader;
      reader.next();
      if (next === Infinity) return;
      copier.replace(tokenStart, tokenEnd, tag.replace(/\s*\/>$/, '>'));
      this.newRows(next, Infinity);
      copier.text(`</${this.prefix}sheetData>`);
      return;
    }
    while (reader.nextChild()) {
      if (reader.local !== 'row' || reader.namespace !== MAIN) {
        reader.skip();
        continue;
      }
      const row = this.rowNumber();
      if (next < row) {
        copier.copyTo(reader.tokenStart);
        next = this.newRows(next, row);
      }
      this.spliceRow(row);
      if (next === row) next = this.nextWrittenRow(row + 1);
    }
    copier.copyTo(reader.tokenStart);
    this.newRows(next, Infinity);
  }

  private rowNumber(): number {
    const given = this.reader.wholeAttribute('r');
    const row = given === -1 ? this.row + 1 : given;
    if (!(row > this.row)) throw this.reader.error('out-of-order');
    this.row = row;
    return row;
  }

  private nextWrittenRow(row: number): number {
    return Math.min(Infinity, ...this.plans.map((plan) => plan.nextRow(row)));
  }

  private newRows(from: number, before: number): number {
    let row = from;
    for (; row < before; row = this.nextWrittenRow(row + 1)) {
      this.copier.text(
        `<${this.prefix}row r="${row}">${this.written(row, this.actions(row))}</${this.prefix}row>`,
      );
    }
    return row;
  }

  private actions(row: number): CellAction[] {
    const actions: CellAction[] = [];
    for (const plan of this.plans) {
      const action = plan.at(row);
      if (action !== null) actions.push(action);
    }
    return actions;
  }

  private written(row: number, actions: readonly CellAction[]): string {
    return actions.map((action) => this.cell(row, action)).join('');
  }

  private cell(row: number, { column, write }: CellAction): string {
    return write === null ? '' : this.cells.cell(row, column, this.style(write.style), write.value, null);
  }

  private spliceRow(row: number): void {
    const { reader, copier } = this;
    const actions = this.actions(row);
    if (actions.length === 0 && this.lostMasters.size === 0) {
      reader.skip();
      return;
    }
    const hasWrites = actions.some(({ write }) => write !== null);
    if (hasWrites || reader.isEmptyTag) {
      const { tokenStart, tokenEnd, isEmptyTag } = reader;
      if (isEmptyTag) {
        if (hasWrites)
          copier.replace(
            tokenStart,
            tokenEnd,
            `${this.rowTag().replace(/\s*\/>$/, '>')}${this.written(row, actions)}</${this.prefix}row>`,
          );
        reader.next();
        return;
      }
      if (reader.attributeSpan('spans') >= 0) copier.replace(tokenStart, tokenEnd, this.rowTag());
    }
    this.spliceCells(row, actions);
  }

  /** The row's opening tag, `spans` widened to hold our columns. */
  private rowTag(): string {
    const { reader } = this;
    const tag = reader.source(reader.tokenStart, reader.tokenEnd);
    const spans = reader.attribute('spans');
    const match = spans === undefined ? null : /^(\d+):(\d+)$/.exec(spans.trim());
    if (match === null || Number(match[2]) >= this.spanRight) return tag;
    return withAttribute(tag, 'spans', `${match[1]}:${this.spanRight}`);
  }

  private spliceCells(row: number, actions: readonly CellAction[]): void {
    const { reader, copier } = this;
    let column = 0;
    let done = 0;
    let lostReference = false;
    while (reader.nextChild()) {
      if (reader.local !== 'c' || reader.namespace !== MAIN) {
        reader.skip();
        continue;
      }
      const start = reader.tokenStart;
      const hasReference = reader.attributeSpan('r') >= 0;
      column = this.columnAfter(column);
      let action = actions[done];
      for (; action !== undefined && action.column < column; action = actions[++done])
        copier.insert(start, this.cell(row, action));
      if (action?.column === column) {
        this.dropCell(row, column);
        copier.replace(start, reader.tokenEnd, this.cell(row, action));
        lostReference = action.write === null;
        done++;
        continue;
      }
      // A cell that says nothing counts from the one before it, which may just have been removed.
      if (lostReference && !hasReference)
        copier.insert(start + 2 + this.prefix.length, ` r="${reference(row, column)}"`);
      lostReference = false;
      this.keepCell();
    }
    copier.copyTo(reader.tokenStart);
    copier.text(this.written(row, actions.slice(done)));
  }

  private columnAfter(previous: number): number {
    const { reader } = this;
    const end = reader.attributeSpan('r');
    const column =
      end < 0 ? previous + 1 : packedColumn(packReference(reader.window.bytes, reader.attributeStart, end));
    if (column <= previous || column > MAX_COLUMN) throw reader.error('out-of-order');
    return column;
  }

  private dropCell(row: number, column: number): void {
    const { reader } = this;
    while (reader.nextChild()) {
      if (reader.local === 'f' && reader.namespace === MAIN) {
        this.removedFormulas.add(reference(row, column));
        if (reader.attribute('t') === 'shared' && reader.attribute('ref') !== undefined) {
          this.lostMasters.set(reader.attribute('si') ?? '', reference(row, column));
        }
      }
      reader.skip();
    }
  }

  private keepCell(): void {
    const { reader, lostMasters } = this;
    if (lostMasters.size === 0) {
      reader.skip();
      return;
    }
    while (reader.nextChild()) {
      const isShared =
        reader.local === 'f' &&
        reader.namespace === MAIN &&
        reader.attribute('t') === 'shared' &&
        reader.attribute('ref') === undefined;
      const master = isShared ? lostMasters.get(reader.attribute('si') ?? '') : undefined;
      if (master !== undefined)
        throw new WorkbookError('bad-cell', { sheet: this.sheet, cell: master, problem: 'shared-formula' });
      reader.skip();
    }
  }
}
