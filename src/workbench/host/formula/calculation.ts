/**
 * Keeps the results of formulas up to date. It watches the workbook, finds the formulas that depend on
 * what changed and evaluates them, precedents first. A call of a function of the add-in is sent out and the
 * formula waits (`#BUSY!`) until the result arrives. A formula that the host cannot calculate keeps the
 * result it has from the file.
 */
import type { CellRange } from '../../../sheet';
import { area, cellsOf, contains, LAST_COLUMN, LAST_ROW } from '../book/area';
import type { Change } from '../book/change';
import type { FormulaCell } from '../book/formula-cell';
import type { Sheet } from '../book/sheet';
import type { Workbook } from '../book/workbook';
import { ChangedCells } from './changed-cells';
import { evaluate, values, type Surroundings } from './evaluate';
import { FiledResults } from './filed-results';
import { readFormula, usesOf, Waiting, type KnownFormula } from './known-formula';
import { cellError, isCells, Uncalculable, type Result } from './result';
import { isBlocked, putResult } from './spill';

/** Sends calls of the add-in's functions to it. */
export interface FunctionCalls {
  isCustom(name: string): boolean;
  /** Starts a call. A call that needs no add-in (an error in an argument) has its result at once, any other none yet. */
  start(
    name: string,
    args: readonly (Result | undefined)[],
    around: Surroundings,
    site: CallSite,
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

/** A chain of formulas longer than this is taken for a circle. */
const MOST_ROUNDS = 1_000;

export class Calculation {
  private readonly formulas = new Map<FormulaCell, KnownFormula>();
  private readonly stale = new Set<FormulaCell>();
  /** Formulas just entered: Excel calculates them even when told not to calculate by itself. */
  private readonly entered = new Set<FormulaCell>();
  private readonly evaluating = new Set<FormulaCell>();
  private readonly changed = new ChangedCells();
  private readonly filed = new FiledResults();
  private readonly unwatch: () => void;

  constructor(
    private readonly workbook: Workbook,
    private readonly calls: FunctionCalls,
  ) {
    this.unwatch = workbook.watch((change) => {
      this.notice(change);
    });
    this.lookEverywhere();
  }

  /** Formulas keep the results they have: another host takes the workbook over. */
  stop(): void {
    this.unwatch();
  }

  /** How many formulas keep their results from a file because the host cannot calculate them. */
  get kept(): number {
    let count = 0;
    for (const { node } of this.formulas.values()) if (node === null) count += 1;
    return count;
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
  deliver(arrived: readonly { readonly call: CallSite; readonly result: Result }[]): void {
    for (const { call, result } of arrived) this.formulas.get(call.cell)?.results.set(call.site, result);
    this.calculateOnly(arrived.map(({ call }) => call.cell));
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
        this.lookEverywhere();
        this.changed.add(change.sheet, area(change.area.top, change.area.left, LAST_ROW, LAST_COLUMN));
        break;
      case 'rowsSorted':
        this.lookEverywhere();
        this.changed.add(change.sheet, change.area);
        break;
      case 'sheetAdded':
        // Formulas may have waited for a sheet of this name.
        for (const [cell, { node }] of this.formulas) if (node === null) this.learn(cell);
        break;
      case 'sheetRenamed':
      case 'sheetDeleted':
      case 'tableAdded':
      case 'tableDeleted':
      case 'namesEdited':
      case 'formulasRewritten':
        this.lookEverywhere();
        break;
      default:
    }
  }

  private lookEverywhere(): void {
    const present = new Set(this.workbook.sheets.flatMap((sheet) => [...sheet.formulaCells()]));
    for (const cell of this.formulas.keys()) if (!present.has(cell)) this.forget(cell);
    for (const cell of present) {
      const known = this.formulas.get(cell);
      if (known === undefined || known.hasNames || known.text !== cell.text) this.learn(cell);
    }
  }

  private lookForFormulas(sheet: Sheet, range: CellRange): void {
    for (const cell of this.formulas.keys()) {
      if (cell.sheet !== sheet) continue;
      if (sheet.formula(cell.row, cell.column) !== cell) this.forget(cell);
      else if (isBlocked(cell)) this.markStale(cell);
    }
    for (const [, column] of sheet.storedColumns(range)) {
      for (const cell of column.formulaCells()) {
        if (cell.row >= range.top && cell.row <= range.bottom) this.learn(cell);
      }
    }
  }

  /** A formula that comes with a result has it from a file, and keeps it until something that it uses changes. */
  private learn(cell: FormulaCell): void {
    const isNew = !this.formulas.has(cell);
    const isFiled = isNew && cell.sheet.content(cell.row, cell.column) !== null;
    const known = readFormula(cell, isFiled);
    this.formulas.set(cell, known);
    if (isFiled) this.lookThrough(cell, known);
    else this.markStale(cell);
    if (isNew && !isFiled) this.entered.add(cell);
  }

  private lookThrough(cell: FormulaCell, known: KnownFormula): void {
    const isCustom = (name: string): boolean => this.calls.isCustom(name);
    const uses = known.node === null ? null : usesOf(known.node, cell, { workbook: this.workbook, isCustom });
    if (uses === null) this.giveUp(cell, known);
    else known.uses = uses;
  }

  private giveUp(cell: FormulaCell, known: KnownFormula): CellRange | null {
    known.node = null;
    return this.filed.keep(cell);
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
  private resultOf(cell: FormulaCell, known: KnownFormula, results: ChangedCells): CellRange | null {
    if (known.node === null) return this.filed.keep(cell);
    known.uses = [];
    try {
      const around = this.surroundings(cell, known, results);
      const changed = putResult(cell, values(evaluate(known.node, cell, around), around));
      known.isFiled = false;
      return changed;
    } catch (error) {
      if (error instanceof Waiting) return known.isFiled ? null : putResult(cell, cellError('#BUSY!'));
      if (error instanceof Uncalculable) return this.giveUp(cell, known);
      throw error;
    }
  }

  private surroundings(cell: FormulaCell, known: KnownFormula, results: ChangedCells): Surroundings {
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

  private staleIn(sheet: Sheet, range: CellRange): FormulaCell[] {
    if (this.stale.size === 0) return [];
    if (cellsOf(range) > this.stale.size) {
      return [...this.stale].filter(
        (cell) => cell.sheet === sheet && contains(range, area(cell.row, cell.column)),
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
}
