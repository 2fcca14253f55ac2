/** What is to be done with the cells of one column, asked for row by row downwards. */
import { MAX_COLUMN, MAX_ROW } from '../cell-reference';
import { WorkbookError } from '../errors';
import type { CellProblem } from '../errors';
import type { CellRun, CellValue, ColumnEdit, RowSpan, SheetEdit, StyleName } from '../types';

export interface CellWrite {
  readonly value: CellValue;
  readonly style: StyleName;
}

/** A cell to write another in place of, or (`write` null) to remove. */
export interface CellAction {
  readonly column: number;
  readonly write: CellWrite | null;
}

const NO_ROW = Infinity;

export class ColumnPlan {
  readonly column: number;
  private readonly runs: readonly CellRun[];
  private run = 0;
  private readonly clearsAll: boolean;
  private readonly clear: readonly RowSpan[];
  private span = 0;

  constructor(sheet: string, edit: ColumnEdit) {
    this.column = edit.column;
    this.clearsAll = edit.clear === 'all';
    this.clear = edit.clear === undefined || edit.clear === 'all' ? [] : merged(edit.clear);
    this.runs = (edit.runs ?? [])
      .filter((run) => run.values.length > 0)
      .toSorted((a, b) => a.firstRow - b.firstRow);
    this.check(sheet);
  }

  private check(sheet: string): void {
    const fail = (row: number, problem: CellProblem): never => {
      throw new WorkbookError('bad-cell', { sheet, cell: `R${row}C${this.column}`, problem });
    };
    const isColumn = Number.isInteger(this.column) && this.column >= 1 && this.column <= MAX_COLUMN;
    if (!isColumn) fail(1, 'outside-sheet');
    let free = 1;
    for (const run of this.runs) {
      const isInside = Number.isInteger(run.firstRow) && run.firstRow >= 1 && lastRow(run) <= MAX_ROW;
      if (!isInside) fail(run.firstRow, 'outside-sheet');
      if (run.firstRow < free) fail(run.firstRow, 'twice');
      free = lastRow(run) + 1;
    }
  }

  /** null to leave the cell alone. Rows must be asked for in ascending order. */
  at(row: number): CellAction | null {
    const run = this.runFrom(row);
    if (run !== undefined && run.firstRow <= row) {
      return {
        column: this.column,
        write: { value: run.values[row - run.firstRow] ?? null, style: run.style },
      };
    }
    return this.clears(row) ? { column: this.column, write: null } : null;
  }

  /** The first row from this one on that gets a cell; Infinity if there is none. */
  nextRow(row: number): number {
    const run = this.runFrom(row);
    return run === undefined ? NO_ROW : Math.max(row, run.firstRow);
  }

  get firstRow(): number {
    return this.runs[0]?.firstRow ?? NO_ROW;
  }

  get lastRow(): number {
    const run = this.runs.at(-1);
    return run === undefined ? 0 : lastRow(run);
  }

  private runFrom(row: number): CellRun | undefined {
    let run = this.runs[this.run];
    while (run !== undefined && lastRow(run) < row) run = this.runs[++this.run];
    return run;
  }

  private clears(row: number): boolean {
    if (this.clearsAll) return true;
    let span = this.clear[this.span];
    while (span !== undefined && span.lastRow < row) span = this.clear[++this.span];
    return span !== undefined && span.firstRow <= row;
  }
}

function lastRow(run: CellRun): number {
  return run.firstRow + run.values.length - 1;
}

/** The same rows in ascending spans that do not touch each other. */
function merged(spans: readonly RowSpan[]): RowSpan[] {
  const ascending: RowSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.firstRow - b.firstRow)) {
    const last = ascending.at(-1);
    if (last === undefined || span.firstRow > last.lastRow + 1) ascending.push(span);
    else
      ascending[ascending.length - 1] = {
        firstRow: last.firstRow,
        lastRow: Math.max(last.lastRow, span.lastRow),
      };
  }
  return ascending;
}

/** One plan a column, from left to right. */
export function columnPlans(edit: SheetEdit): ColumnPlan[] {
  const plans = edit.columns
    .map((column) => new ColumnPlan(edit.sheet, column))
    .toSorted((a, b) => a.column - b.column);
  plans.forEach((plan, i) => {
    if (plan.column === plans[i + 1]?.column) {
      throw new WorkbookError('bad-cell', { sheet: edit.sheet, cell: `R1C${plan.column}`, problem: 'twice' });
    }
  });
  return plans;
}
