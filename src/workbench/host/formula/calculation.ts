/**
 * Keeps the results of formulas up to date. It watches the workbook, finds the formulas that depend on
 * what changed and evaluates them, precedents first. A call of a function of the add-in is sent out and the
 * formula waits (`#BUSY!`) until the result arrives. A formula that the host cannot calculate keeps the
 * result it has from the file.
 */
import type { CellContent } from '../../../sheet';
import { area, cellsOf } from '../book/area';
import type { Change } from '../book/change';
import type { FormulaCell } from '../book/formula-cell';
import type { Sheet } from '../book/sheet';
import type { Workbook } from '../book/workbook';
import { ChangedCells } from './changed-cells';
import { evaluate, values, type Surroundings } from './evaluate';
import { parseFormula, type Node } from './parse';
import { cellError, isCells, Uncalculable, type Cells, type Result } from './result';
import { putResult } from './spill';

/** Sends calls of the add-in's functions to it. */
export interface FunctionCalls {
  isCustom(name: string): boolean;
  /** Starts a call and returns at once; a call that needs no add-in (an error in an argument) has its result at once, any other none yet. */
  start(
    name: string,
    args: readonly (Result | undefined)[],
    around: Surroundings,
    call: CallSite,
  ): Result | undefined;
  cancel(cell: FormulaCell): void;
  /** What was started since the last time goes out, as one message. */
  send(): void;
}

export interface CallSite {
  readonly cell: FormulaCell;
  /** Which call of the formula, counted from its start. */
  readonly site: number;
}

class Waiting extends Error {}

interface Known {
  text: string;
  node: Node | null;
  /** The result is still that of the file. It stands until the add-in gives one. */
  isFiled: boolean;
  uses: Cells[];
  /** Results of the add-in's functions that have arrived; kept until something the formula uses changes. */
  readonly results: Map<number, Result>;
}

/** A chain of formulas longer than this is taken for a circle. */
const MOST_ROUNDS = 1_000;

export class Calculation {
  private readonly formulas = new Map<FormulaCell, Known>();
  private readonly stale = new Set<FormulaCell>();
  /** Formulas just entered: Excel calculates them even when told not to calculate by itself. */
  private readonly entered = new Set<FormulaCell>();
  private readonly evaluating = new Set<FormulaCell>();
  private readonly changed = new ChangedCells();
  private readonly filed = new Map<string, CellContent>();

  constructor(
    private readonly workbook: Workbook,
    private readonly calls: FunctionCalls,
  ) {
    workbook.watch((change) => {
      this.notice(change);
    });
  }

  /** Whether a formula is one that the host calculates. */
  canCalculate(cell: FormulaCell): boolean {
    return this.formulas.get(cell)?.node !== null;
  }

  /** Brings what is stale up to date, as far as the calculation mode asks for it. */
  settle(): void {
    if (this.workbook.calculationMode !== 'Manual') this.calculate();
    else if (this.entered.size > 0) this.calculateOnly([...this.entered]);
  }

  /** All that is stale, whatever the mode; with `everything`, all formulas. */
  calculate(everything = false): void {
    if (everything) for (const cell of this.formulas.keys()) this.markStale(cell);
    this.entered.clear();
    const results = new ChangedCells();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      this.markDependents();
      if (this.stale.size === 0) break;
      for (const cell of Array.from(this.stale)) this.bringUpToDate(cell, results);
    }
    this.publish(results);
  }

  /** Results of calls that were waited for. */
  deliver(results: readonly { readonly call: CallSite; readonly result: Result }[]): void {
    for (const { call, result } of results) {
      const known = this.formulas.get(call.cell);
      if (known === undefined) continue;
      known.results.set(call.site, result);
    }
    this.calculateOnly(results.map(({ call }) => call.cell));
    this.settle();
  }

  private calculateOnly(cells: readonly FormulaCell[]): void {
    this.entered.clear();
    const results = new ChangedCells();
    for (const cell of cells) this.bringUpToDate(cell, results);
    this.publish(results);
  }

  private publish(results: ChangedCells): void {
    this.calls.send();
    for (const [sheet, range] of results.bySheet()) {
      this.workbook.tell({ kind: 'calculated', sheet, area: range });
    }
  }

  private notice(change: Change): void {
    switch (change.kind) {
      case 'cellsEdited':
        this.lookForFormulas(change.sheet, change.area);
        this.changed.add(change.sheet, change.area);
        break;
      case 'cellsShifted':
      case 'rowsSorted':
      case 'sheetAdded':
      case 'sheetRenamed':
      case 'sheetDeleted':
      case 'tableAdded':
      case 'tableDeleted':
      case 'namesEdited':
        this.lookEverywhere();
        break;
      default:
    }
  }

  /** After cells moved no record of who uses what holds any more. */
  private lookEverywhere(): void {
    const present = new Set(this.workbook.sheets.flatMap((sheet) => [...sheet.formulaCells()]));
    for (const cell of this.formulas.keys()) if (!present.has(cell)) this.forget(cell);
    for (const cell of present) this.learn(cell, this.formulas.get(cell)?.text !== cell.text);
  }

  private lookForFormulas(sheet: Sheet, range: Cells['area']): void {
    for (const cell of this.formulas.keys()) {
      if (cell.sheet === sheet && sheet.formula(cell.row, cell.column) !== cell) this.forget(cell);
    }
    for (const cell of this.formulas.keys())
      if (cell.sheet === sheet && isBlocked(cell)) this.markStale(cell);
    for (const [, column] of sheet.storedColumns(range)) {
      for (const cell of column.formulaCells()) {
        if (cell.row >= range.top && cell.row <= range.bottom) this.learn(cell, !this.formulas.has(cell));
      }
    }
  }

  private learn(cell: FormulaCell, isNew: boolean): void {
    if (isNew) {
      const node = parseFormula(cell.text);
      const isFiled = cell.sheet.content(cell.row, cell.column) !== null;
      this.formulas.set(cell, { text: cell.text, node, isFiled, uses: [], results: new Map() });
      this.entered.add(cell);
    }
    this.markStale(cell);
  }

  private forget(cell: FormulaCell): void {
    this.formulas.delete(cell);
    this.stale.delete(cell);
    this.entered.delete(cell);
    this.calls.cancel(cell);
  }

  private markStale(cell: FormulaCell): void {
    this.formulas.get(cell)?.results.clear();
    this.calls.cancel(cell);
    this.stale.add(cell);
  }

  private markDependents(): void {
    if (this.changed.isEmpty) return;
    for (const [cell, { uses }] of this.formulas) {
      if (uses.some((used) => this.changed.touch(used))) this.markStale(cell);
    }
    this.changed.clear();
  }

  private bringUpToDate(cell: FormulaCell, results: ChangedCells): void {
    const known = this.formulas.get(cell);
    this.stale.delete(cell);
    if (known === undefined || this.evaluating.has(cell)) return;
    this.evaluating.add(cell);
    try {
      const changed = this.resultOf(cell, known, results);
      if (changed === null) return;
      this.changed.add(cell.sheet, changed);
      results.add(cell.sheet, changed);
    } finally {
      this.evaluating.delete(cell);
    }
  }

  /** Evaluates and stores; what changed on the sheet comes back. */
  private resultOf(cell: FormulaCell, known: Known, results: ChangedCells): Cells['area'] | null {
    if (known.node === null) return this.keepFiled(cell);
    known.uses = [];
    try {
      const around = this.surroundings(cell, known, results);
      const changed = putResult(cell, values(evaluate(known.node, cell, around), around));
      known.isFiled = false;
      return changed;
    } catch (error) {
      if (error instanceof Waiting) return known.isFiled ? null : putResult(cell, cellError('#BUSY!'));
      if (!(error instanceof Uncalculable)) throw error;
      known.node = null;
      return this.keepFiled(cell);
    }
  }

  private surroundings(cell: FormulaCell, known: Known, results: ChangedCells): Surroundings {
    const around: Surroundings = {
      workbook: this.workbook,
      isCustom: (name) => this.calls.isCustom(name),
      callCustom: (name, site, args) => {
        const arrived = known.results.get(site);
        if (arrived !== undefined) {
          for (const arg of args) if (arg !== undefined && isCells(arg)) around.use(arg.sheet, arg.area);
          return arrived;
        }
        const result = this.calls.start(name, args, around, { cell, site });
        if (result === undefined) throw new Waiting();
        return result;
      },
      use: (sheet, range) => {
        known.uses.push({ kind: 'cells', sheet, area: range });
        for (const precedent of this.staleIn(sheet, range)) this.bringUpToDate(precedent, results);
      },
    };
    return around;
  }

  private staleIn(sheet: Sheet, range: Cells['area']): FormulaCell[] {
    if (this.stale.size === 0) return [];
    if (cellsOf(range) > this.stale.size) {
      return [...this.stale].filter(
        (cell) =>
          cell.sheet === sheet &&
          cell.row >= range.top &&
          cell.row <= range.bottom &&
          cell.column >= range.left &&
          cell.column <= range.right,
      );
    }
    const found: FormulaCell[] = [];
    for (const [, column] of sheet.storedColumns(range)) {
      for (let row = range.top; row <= range.bottom; row += 1) {
        const cell = column.formula(row);
        if (cell !== undefined && this.stale.has(cell)) found.push(cell);
      }
    }
    return found;
  }

  /**
   * The result from the file. It is remembered under the formula's text and place, so that an add-in that
   * takes a formula away and puts it back finds the result again.
   */
  private keepFiled(cell: FormulaCell): Cells['area'] | null {
    const { sheet, row, column } = cell;
    const key = `${sheet.id} ${row} ${column} ${cell.text}`;
    const content = sheet.content(row, column);
    if (content !== null) {
      this.filed.set(key, content);
      return null;
    }
    const filed = this.filed.get(key);
    if (filed === undefined) return null;
    sheet.setContent(row, column, filed);
    return area(row, column);
  }
}

/** A formula whose array had no room looks again when cells change. */
function isBlocked({ sheet, row, column }: FormulaCell): boolean {
  const content = sheet.content(row, column);
  return typeof content === 'object' && content?.error === '#SPILL!';
}
