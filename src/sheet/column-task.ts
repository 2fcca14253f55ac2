import type { CellContent, Grid } from './grid';

/** One column over the data rows, about to be read. */
export interface ColumnTask {
  readonly grid: Grid;
  readonly column: number;
  /** Worksheet rows of the enterprises. */
  readonly rows: readonly number[];
  /** Content of the cell in a worksheet row; inside a merge over several rows, that of its first cell. */
  readonly at: (row: number) => CellContent;
}

/** Rows (of the worksheet) whose cells could not be used, with what stood there. */
export interface CellProblems {
  readonly unusable: CellProblem[];
  readonly errors: CellProblem[];
  readonly uncached: CellProblem[];
}
export interface CellProblem {
  readonly row: number;
  readonly text: string;
}

export function noProblems(): CellProblems {
  return { unusable: [], errors: [], uncached: [] };
}

/** The problem lists, longest text 40 characters: examples for people, not the data. */
export function problem(row: number, text: string): CellProblem {
  return { row, text: text.length > 40 ? `${text.slice(0, 39)}…` : text };
}
