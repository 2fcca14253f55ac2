/**
 * What people do in Excel, as far as tests and the workbench need it. The same rules hold as for the
 * add-in (protection, conflicts, filters); an action that Excel refuses throws a Problem.
 */
import type { CellRange } from '../../sheet';
import { parseAddress } from './book/address';
import { area } from './book/area';
import type { Origin } from './book/change';
import { clearContents, enter } from './book/edit';
import type { Input } from './book/entry';
import { Filter, type Criterion } from './book/filter';
import { merge, unmerge } from './book/merges';
import { moveCells } from './book/move';
import { Problem } from './book/problem';
import { protect, requireEditable, requirePermission, unprotect } from './book/protection';
import type { Sheet } from './book/sheet';
import { addSheet, deleteSheet, moveSheet, renameSheet, showSheet } from './book/sheets';
import { sortRows } from './book/sort';
import { deleteCells, insertCells } from './book/structure';
import type { SortKey } from './book/table';
import { filterOf } from './book/tables';
import type { SimulatedHost } from './simulated-host';

export class User {
  constructor(
    private readonly host: SimulatedHost,
    private readonly origin: Origin,
  ) {}

  /** Types into the first cell of an address such as `企业统计!B2`. */
  type(address: string, input: Input): void {
    this.enter(address, [[input]]);
  }

  /** Types into cells row by row, from the first cell of the address on. */
  enter(address: string, rows: readonly (readonly (Input | null)[])[]): void {
    const { sheet, range } = this.place(address);
    const width = Math.max(1, ...rows.map((row) => row.length));
    const target = area(range.top, range.left, range.top + rows.length - 1, range.left + width - 1);
    this.act(() => {
      requireEditable(sheet, target);
      enter(this.host.workbook, sheet, target, (row, column) => rows[row]?.[column] ?? null);
    });
  }

  clear(address: string): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      requireEditable(sheet, range);
      clearContents(this.host.workbook, sheet, range);
    });
  }

  select(address: string): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      this.host.workbook.activate(sheet);
      sheet.selection = range;
      this.host.workbook.tell({ kind: 'selected', sheet, area: range });
    });
  }

  /** `3:5` inserts rows, `C:D` columns, `B2:B5` cells with those below moving down. */
  insert(address: string): void {
    const { sheet, range } = this.place(address);
    const isColumns = range.top === 1 && range.bottom === 1_048_576;
    this.act(() => {
      requirePermission(sheet, isColumns ? 'allowInsertColumns' : 'allowInsertRows');
      insertCells(this.host.workbook, sheet, range, isColumns ? 'Right' : 'Down');
    });
  }

  delete(address: string): void {
    const { sheet, range } = this.place(address);
    const isColumns = range.top === 1 && range.bottom === 1_048_576;
    this.act(() => {
      requirePermission(sheet, isColumns ? 'allowDeleteColumns' : 'allowDeleteRows');
      deleteCells(this.host.workbook, sheet, range, isColumns ? 'Left' : 'Up');
    });
  }

  /** Cuts cells out and puts them at the first cell of another address. */
  move(from: string, to: string): void {
    const source = this.place(from);
    const target = this.place(to);
    this.act(() => {
      requireEditable(source.sheet, source.range);
      const { top: row, left: column } = target.range;
      moveCells(this.host.workbook, source.sheet, source.range, { sheet: target.sheet, row, column });
    });
  }

  /** Sorts rows; the columns of the keys count from the left of the address, from 0. */
  sort(address: string, keys: readonly SortKey[], hasHeaders = true): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      requirePermission(sheet, 'allowSort');
      sortRows(this.host.workbook, sheet, range, { keys, hasHeaders, matchCase: false });
    });
  }

  /** Filters the rows of an address by its column, counted from 0; null takes the filter of the column away. */
  filter(address: string, column: number, criterion: Criterion | null): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      requirePermission(sheet, 'allowAutoFilter');
      sheet.filter ??= new Filter(sheet, range);
      sheet.filter.set(column, criterion);
      this.host.workbook.tell({ kind: 'rowsFiltered', sheet });
    });
  }

  /** Puts filter buttons on the first row of an address, or takes all filters of the sheet away. */
  setFilter(address: string, wanted: boolean): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      requirePermission(sheet, 'allowAutoFilter');
      sheet.filter = wanted ? new Filter(sheet, range) : null;
      this.host.workbook.tell({ kind: 'rowsFiltered', sheet });
    });
  }

  /** Filters a table by a column, counted from 0; null takes the filter of the column away. */
  filterTable(name: string, column: number, criterion: Criterion | null): void {
    const table = this.host.workbook.tableNamed(name);
    if (table === undefined) throw new Problem('ItemNotFound');
    this.act(() => {
      requirePermission(table.sheet, 'allowAutoFilter');
      filterOf(table).set(column, criterion);
      this.host.workbook.tell({ kind: 'rowsFiltered', sheet: table.sheet });
    });
  }

  /** @param points 0 hides the columns */
  setColumnWidth(address: string, points: number): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      requirePermission(sheet, 'allowFormatColumns');
      for (let column = range.left; column <= range.right; column += 1) {
        if (points === 0) sheet.hiddenColumns.add(column);
        else {
          sheet.hiddenColumns.delete(column);
          sheet.columnWidths.set(column, points);
        }
      }
      this.host.workbook.tell({ kind: 'cellsFormatted', sheet, area: range });
    });
  }

  merge(address: string): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      merge(this.host.workbook, sheet, range, false);
    });
  }

  unmerge(address: string): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      unmerge(this.host.workbook, sheet, range);
    });
  }

  hideRows(address: string, hidden = true): void {
    const { sheet, range } = this.place(address);
    this.act(() => {
      for (let row = range.top; row <= range.bottom; row += 1) {
        if (hidden) sheet.hiddenRows.add(row);
        else sheet.hiddenRows.delete(row);
      }
      this.host.workbook.tell({ kind: 'rowsHidden', sheet, area: range, hidden });
    });
  }

  protect(
    sheetName: string,
    password: string | null = null,
    options: Readonly<Record<string, boolean>> = {},
  ): void {
    this.act(() => {
      protect(this.host.workbook, this.sheet(sheetName), { password, options });
    });
  }

  unprotect(sheetName: string, password: string | null = null): void {
    this.act(() => {
      unprotect(this.host.workbook, this.sheet(sheetName), password);
    });
  }

  addSheet(name: string): void {
    this.act(() => {
      addSheet(this.host.workbook, name);
    });
  }

  renameSheet(name: string, to: string): void {
    this.act(() => {
      renameSheet(this.host.workbook, this.sheet(name), to);
    });
  }

  deleteSheet(name: string): void {
    this.act(() => {
      deleteSheet(this.host.workbook, this.sheet(name));
    });
  }

  moveSheet(name: string, position: number): void {
    this.act(() => {
      moveSheet(this.host.workbook, this.sheet(name), position);
    });
  }

  hideSheet(name: string, visibility: 'Hidden' | 'VeryHidden' | 'Visible' = 'Hidden'): void {
    this.act(() => {
      showSheet(this.host.workbook, this.sheet(name), visibility);
    });
  }

  /** Begins to edit a cell: until `leaveCell` Excel refuses the add-in's requests, or lets them wait. */
  enterCell(): void {
    this.host.isEditingCell = true;
  }

  leaveCell(): void {
    this.host.endCellEdit();
  }

  private act(action: () => void): void {
    this.host.workbook.as(this.origin, () => {
      action();
      this.host.calculation.settle();
    });
  }

  private sheet(name: string): Sheet {
    const sheet = this.host.workbook.sheetNamed(name);
    if (sheet === undefined) throw new Problem('ItemNotFound', `There is no sheet ${name}.`);
    return sheet;
  }

  private place(address: string): { sheet: Sheet; range: CellRange } {
    const parsed = parseAddress(address);
    if (parsed === null) throw new Problem('InvalidArgument', `${address} is no address.`);
    const sheet = parsed.sheet === null ? this.host.workbook.activeSheet : this.sheet(parsed.sheet);
    return { sheet, range: parsed.area };
  }
}
