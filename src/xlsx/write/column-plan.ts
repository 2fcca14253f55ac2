/** What is to be done with the cells of one column, asked for row by row downwards. */
import { MAX_COLUMN, MAX_ROW, reference } from '../cell-reference';
import { WorkbookError } from '../errors';
import type { CellRun, CellValue, ColumnEdit, SheetEdit, StyleName } from '../types';

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
  private readonly edit: ColumnEdit;
  private run = 0;

  constructor(sheet: string, edit: ColumnEdit) {
    this.edit = edit;
    this.column = edit.column;
    this.runs = [...(edit.runs ?? [])]
      .filter((run) => run.values.length > 0)
      .toSorted((a, b) => a.firstRow - b.firstRow);
    const fail = (row: number, problem: 'outside-sheet' | 'twice'): never => {
      throw new WorkbookError('bad-cell', {
        sheet,
        cell: reference(row, Math.max(1, Math.min(edit.column, MAX_COLUMN + 1))),
        problem,
      });
    };
    if (!Number.isInteger(edit.column) || edit.column < 1 || edit.column > MAX_COLUMN)
      fail(1, 'outside-sheet');
    let free = 1;
    for (const run of this.runs) {
      if (!Number.isInteger(run.firstRow) || run.firstRow < 1 || lastRow(run) > MAX_ROW)
        fail(run.firstRow, 'outside-sheet');
      if (run.firstRow < free) fail(run.firstRow, 'twice');
      free = lastRow(run) + 1;
    }
  }

  /** null to leave the cell alone. Rows must be asked for in ascending order. */
  at(row: number): CellAction | null {
    const run = this.runFrom(row);
    if (run !== undefined && run.firstRow <= row)
      return {
        column: this.column,
        write: { value: run.values[row - run.firstRow] ?? null, style: run.style },
      };
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
    const { clear } = this.edit;
    if (clear === undefined || clear === 'all') return clear === 'all';
    return clear.some((span) => row >= span.firstRow && row <= span.lastRow);
  }
}

function lastRow(run: CellRun): number {
  return run.firstRow + run.values.length - 1;
}

/** One plan a column, from left to right. */
export function columnPlans(edit: SheetEdit): ColumnPlan[] {
  const plans = edit.columns
    .map((column) => new ColumnPlan(edit.sheet, column))
    .toSorted((a, b) => a.column - b.column);
  plans.forEach((plan, i) => {
    if (plan.column === plans[i + 1]?.column)
      throw new WorkbookError('bad-cell', {
        sheet: edit.sheet,
        cell: reference(1, plan.column),
        problem: 'twice',
      });
  });
  return plans;
}
