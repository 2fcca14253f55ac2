import type { CellContent, CellRange, Grid, GridTable } from '../../src/sheet';

/** Cells as a test writes them: content, or content with a number format or a formula. */
export type TestCell =
  | CellContent
  | undefined
  | { readonly value: CellContent; readonly format?: string; readonly formula?: true };

export interface TestGridOptions {
  readonly sheetName?: string;
  /** A1-style: `A1:S1`. */
  readonly merges?: readonly string[];
  readonly tables?: readonly {
    readonly range: string;
    readonly totalsRows?: number;
    readonly headerRows?: number;
  }[];
  readonly hiddenRows?: readonly number[];
  readonly date1904?: boolean;
}

/** A worksheet in memory, row by row. */
export function gridOf(rows: readonly (readonly TestCell[])[], options: TestGridOptions = {}): Grid {
  const cellAt = (row: number, column: number): TestCell => rows[row - 1]?.[column - 1];
  return {
    sheetName: options.sheetName ?? 'Sheet1',
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    content: (row, column) => contentOf(cellAt(row, column)),
    isFormula: (row, column) =>
      isSpecial(cellAt(row, column)) && specialOf(cellAt(row, column)).formula === true,
    numberFormat: (row, column) =>
      isSpecial(cellAt(row, column)) ? specialOf(cellAt(row, column)).format : undefined,
    merges: (options.merges ?? []).map(rangeOf),
    tables: (options.tables ?? []).map(({ range, totalsRows = 0, headerRows = 1 }, at): GridTable => ({
      name: `表${at + 1}`,
      range: rangeOf(range),
      headerRows,
      totalsRows,
    })),
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenColumns: new Set(),
    date1904: options.date1904 ?? false,
  };
}

type Special = Extract<TestCell, { value: CellContent }>;

function isSpecial(cell: TestCell): boolean {
  return typeof cell === 'object' && cell !== null && 'value' in cell;
}

function specialOf(cell: TestCell): Special {
  return cell as Special;
}

function contentOf(cell: TestCell): CellContent {
  if (cell === undefined) return null;
  return isSpecial(cell) ? specialOf(cell).value : (cell as CellContent);
}

export function rangeOf(a1: string): CellRange {
  const [from = '', to = from] = a1.split(':');
  return { ...corner(from, 'top', 'left'), ...corner(to, 'bottom', 'right') } as unknown as CellRange;
}

function corner(cell: string, row: string, column: string): Record<string, number> {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const number = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { [row]: Number(digits), [column]: number };
}

const CHECK = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A valid credit code, a different one for each number. */
export function creditCode(number: number): string {
  const body = `91530112MA${String(number).padStart(7, '0')}`;
  const sum = Array.from(body).reduce(
    (total, character, at) => total + CHECK.indexOf(character) * (WEIGHTS[at] ?? 0),
    0,
  );
  return body + CHECK.charAt((31 - (sum % 31)) % 31);
}
