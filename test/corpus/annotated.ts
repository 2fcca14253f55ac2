/** What stands in an annotated copy: which columns and sheets are ours, found by their hidden names alone. */
import type { CellContent, CellRange, Grid } from '../../src/sheet';
import type { Workbook } from '../../src/xlsx';

const NAME = /^_SUBSIDY\.[A-Za-z0-9_]+\.(?:(\d+)\.(\w+)|(detail|summary))$/;
const RANGE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/;

export interface OurColumn {
  readonly sheet: string;
  /** `award`, `ceiling` … */
  readonly id: string;
  readonly column: number;
  readonly headerRow: number;
  readonly lastRow: number;
}

export function ourColumns(workbook: Pick<Workbook, 'definedNames'>): OurColumn[] {
  return workbook.definedNames.flatMap(({ name, formula }) => {
    const [, block, id] = NAME.exec(name) ?? [];
    const range = RANGE.exec(formula);
    if (block === undefined || id === undefined || range === null) return [];
    const [, quoted, plain = '', letters = '', top = '', , bottom = top] = range;
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    return [{ sheet, id, column: columnNumber(letters), headerRow: Number(top), lastRow: Number(bottom) }];
  });
}

export function ourSheets(workbook: Workbook): string[] {
  return workbook.definedNames.flatMap(({ name, formula }) => {
    const kind = NAME.exec(name)?.[3];
    const range = RANGE.exec(formula);
    if (kind === undefined || range === null) return [];
    return [range[1]?.replaceAll("''", "'") ?? range[2] ?? ''];
  });
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The awards we wrote on a sheet beside these rows. */
export function awardsBeside(workbook: Workbook, sheet: string, rows: readonly number[]): CellContent[] {
  const column = ourColumns(workbook).find((one) => one.sheet === sheet && one.id === 'award')?.column;
  if (column === undefined) return [];
  const grid = workbook.readGrid(sheet);
  return rows.map((row) => grid.content(row, column));
}

/** Our columns by the path of the sheet they stand on. */
export function writtenColumns(workbook: Workbook): Map<string, Set<number>> {
  const written = new Map<string, Set<number>>();
  for (const { sheet, column } of ourColumns(workbook)) {
    const path = workbook.sheets.find(({ name }) => name === sheet)?.path ?? sheet;
    written.set(path, (written.get(path) ?? new Set()).add(column));
  }
  return written;
}

/** A sheet as its user sees it, without our columns: cells by address, and what belongs to the grid. */
export interface UserSheet {
  readonly name: string;
  readonly visibility: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly merges: readonly CellRange[];
  readonly tables: Grid['tables'];
  readonly hidden: readonly (readonly number[])[];
}

/** All sheets but ours. */
export function userSheets(workbook: Workbook): UserSheet[] {
  const columns = ourColumns(workbook);
  const sheets = new Set(ourSheets(workbook));
  return workbook.sheets
    .filter(({ name, kind }) => kind === 'worksheet' && !sheets.has(name))
    .map(({ name, visibility }) => {
      const grid = workbook.readGrid(name);
      const ours = new Set(columns.filter(({ sheet }) => sheet === name).map(({ column }) => column));
      return {
        name,
        visibility,
        cells: cellsOf(grid, ours),
        merges: grid.merges,
        tables: grid.tables,
        hidden: [[...grid.hiddenRows], [...grid.hiddenColumns]],
      };
    });
}

function cellsOf(grid: Grid, leftOut: ReadonlySet<number>): Record<string, string> {
  const cells: Record<string, string> = {};
  for (let row = 1; row <= grid.rowCount; row++) {
    for (let column = 1; column <= grid.columnCount; column++) {
      if (leftOut.has(column)) continue;
      const content = grid.content(row, column);
      const formula = grid.isFormula(row, column);
      if (content === null && !formula) continue;
      cells[`R${row}C${column}`] = JSON.stringify([
        content,
        formula,
        grid.numberFormat(row, column) ?? 'General',
      ]);
    }
  }
  return cells;
}
