/**
 * The cells of a sheet without an object for each: one after the other in typed arrays, row by row,
 * 13 bytes a cell, so that memory follows what is there and not how far apart it stands.
 */
import { atMost } from './errors';

export const KIND = { blank: 0, number: 1, shared: 2, text: 3, boolean: 4, error: 5 } as const;
export const FORMULA = 16;

/** About 1.3 GB; the limit on a part's size is usually met before. */
const MAX_CELLS = 100_000_000;
/** Sorting takes ten times the memory; Excel writes no sheet that needs it. */
const MAX_CELLS_OUT_OF_ORDER = 5_000_000;

export class CellStore {
  private size = 0;
  private columns = new Uint16Array(1024);
  private kinds = new Uint8Array(1024);
  private formats = new Uint16Array(1024);
  private values = new Float64Array(1024);
  /** First cell of each row, by row number; the last entry is the number of cells. */
  private rowStarts = new Uint32Array(1024);
  private row = 0;
  private column = 0;
  /** Row of each cell, only for sheets whose rows or cells do not come in order. */
  private rowOfCell: number[] | null = null;
  columnCount = 0;

  constructor(private readonly part: string) {}

  get rowCount(): number {
    return this.row;
  }

  get count(): number {
    return this.size;
  }

  /** `kind` is one of KIND, with FORMULA added for a formula; `value` a number or an index. */
  add(row: number, column: number, kind: number, value: number, format: number): void {
    const at = this.size;
    if (at === this.columns.length) this.grow();
    if (row > this.row && this.rowOfCell === null) this.beginRow(row);
    else if (row !== this.row || column <= this.column) this.rowOfCell ??= this.rowsSoFar();
    if (this.rowOfCell !== null) this.keepRow(this.rowOfCell, row);
    this.column = column;
    this.columns[at] = column;
    this.kinds[at] = kind;
    this.values[at] = value;
    this.formats[at] = format;
    this.size = at + 1;
    if (column > this.columnCount) this.columnCount = column;
  }

  private keepRow(rows: number[], row: number): void {
    atMost(MAX_CELLS_OUT_OF_ORDER, rows.push(row), 'cells', this.part);
  }

  private beginRow(row: number): void {
    if (row + 1 >= this.rowStarts.length) {
      const wider = new Uint32Array(Math.max(row + 2, this.rowStarts.length * 2));
      wider.set(this.rowStarts);
      this.rowStarts = wider;
    }
    this.rowStarts.fill(this.size, this.row + 1, row + 1);
    this.row = row;
    this.column = 0;
  }

  private grow(): void {
    atMost(MAX_CELLS, this.size, 'cells', this.part);
    this.resize(this.columns.length * 2);
  }

  private resize(length: number): void {
    const { columns, kinds, formats, values } = this;
    this.columns = new Uint16Array(length);
    this.kinds = new Uint8Array(length);
    this.formats = new Uint16Array(length);
    this.values = new Float64Array(length);
    this.columns.set(columns.subarray(0, this.size));
    this.kinds.set(kinds.subarray(0, this.size));
    this.formats.set(formats.subarray(0, this.size));
    this.values.set(values.subarray(0, this.size));
  }

  private rowsSoFar(): number[] {
    const rows: number[] = [];
    for (let row = 1; row <= this.row; row++) {
      const end = row === this.row ? this.size : (this.rowStarts[row + 1] ?? 0);
      for (let at = this.rowStarts[row] ?? 0; at < end; at++) rows.push(row);
    }
    return rows;
  }

  /** To be called once, after the last cell. */
  finish(): void {
    if (this.rowOfCell !== null) this.sort(this.rowOfCell);
    this.beginRow(this.row + 1);
    this.row--;
    this.rowStarts = this.rowStarts.slice(0, this.row + 2);
    this.resize(this.size);
  }

  /** Puts cells in order; of two for the same place the later stays. */
  private sort(rows: readonly number[]): void {
    const { columns, kinds, formats, values } = this;
    const rowAt = (i: number): number => rows[i] ?? 0;
    const columnAt = (i: number): number => columns[i] ?? 0;
    const order = Array.from(rows, (_, i) => i).toSorted(
      (a, b) => rowAt(a) - rowAt(b) || columnAt(a) - columnAt(b) || a - b,
    );
    this.rowOfCell = null;
    this.size = 0;
    this.row = 0;
    this.rowStarts.fill(0);
    this.columns = new Uint16Array(order.length);
    this.kinds = new Uint8Array(order.length);
    this.formats = new Uint16Array(order.length);
    this.values = new Float64Array(order.length);
    order.forEach((i, position) => {
      const next = order[position + 1];
      if (next !== undefined && rowAt(next) === rowAt(i) && columnAt(next) === columnAt(i)) return;
      this.add(rowAt(i), columnAt(i), kinds[i] ?? 0, values[i] ?? 0, formats[i] ?? 0);
    });
  }

  // ------------------------------------------------------------ reading, after `finish`

  /** Position of a cell; -1 where there is none. */
  find(row: number, column: number): number {
    if (row < 1 || row > this.row) return -1;
    const first = this.rowStarts[row] ?? 0;
    const end = this.rowStarts[row + 1] ?? 0;
    // Rows are mostly filled from their first column on.
    const guess = first + column - (this.columns[first] ?? 0);
    if (guess >= first && guess < end && this.columns[guess] === column) return guess;
    const at = this.firstFrom(row, column);
    return at < end && this.columns[at] === column ? at : -1;
  }

  /** Columns of the cells of a row, in order. */
  columnsOf(row: number): Uint16Array {
    if (row < 1 || row > this.row) return this.columns.subarray(0, 0);
    return this.columns.subarray(this.rowStarts[row] ?? 0, this.rowStarts[row + 1] ?? 0);
  }

  kindAt(position: number): number {
    return this.kinds[position] ?? 0;
  }

  valueAt(position: number): number {
    return this.values[position] ?? 0;
  }

  formatAt(position: number): number {
    return this.formats[position] ?? 0;
  }

  /** Marks the cells of a rectangle as formulas (an array formula names only its first); how much work it was. */
  markFormulas(top: number, left: number, bottom: number, right: number): number {
    let work = 0;
    for (let row = top; row <= Math.min(bottom, this.row); row++) {
      const end = this.rowStarts[row + 1] ?? 0;
      let at = this.firstFrom(row, left);
      for (; at < end && (this.columns[at] ?? 0) <= right; at++) {
        this.kinds[at] = (this.kinds[at] ?? 0) | FORMULA;
        work++;
      }
      work++;
    }
    return work;
  }

  /** Position of the first cell of a row from a column on; that of the next row's first if there is none. */
  private firstFrom(row: number, column: number): number {
    let low = this.rowStarts[row] ?? 0;
    let high = this.rowStarts[row + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.columns[middle] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
