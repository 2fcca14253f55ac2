/**
 * What people do to an annotated sheet in Excel, done to the file: cells move, and the names that lead to them
 * move along. Only contents are kept, no formats.
 */
import { cellAddress } from '../../../src/sheet';
import type { CellValue, NameEdit } from '../../../src/xlsx';
import { openWorkbook, spliceWorkbook } from '../../../src/xlsx';
import { cellsOf } from '../../cli/workbook';
import { ourColumns } from '../annotated';
import { creditCode, SHEET } from './tables';

type Cells = readonly (readonly CellValue[])[];

/** A step of a user; the numbers say where, and are taken modulo what there is. */
export type Step =
  | { readonly does: 'sorts'; readonly by: number }
  | {
      readonly does: 'inserts a blank row' | 'appends an enterprise' | 'inserts a column';
      readonly at: number;
    };

export function done(file: Uint8Array, step: Step): Uint8Array {
  switch (step.does) {
    case 'sorts':
      return sorted(file, step.by);
    case 'inserts a blank row':
      return withRow(file, headerRowOf(file) + 1 + step.at, () => []);
    case 'appends an enterprise':
      return withRow(file, Infinity, (last) => newEnterprise(file, last, step.at));
    case 'inserts a column':
      return withColumn(file, step.at);
  }
}

function headerRowOf(file: Uint8Array): number {
  return ourColumns(openWorkbook(file))[0]?.headerRow ?? 1;
}

/** All rows below the headers, ours with them, in another order: blank rows go last, as when Excel sorts. */
function sorted(file: Uint8Array, by: number): Uint8Array {
  const cells = cellsOf(openWorkbook(file).readGrid(SHEET));
  const [above, below] = [cells.slice(0, headerRowOf(file)), cells.slice(headerRowOf(file))];
  const key = (row: readonly CellValue[]): number => {
    const text = JSON.stringify(row);
    const mixed = Array.from(text).reduce(
      (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0) + by) % 9973,
      7,
    );
    return row.every((cell) => cell === null) ? Infinity : mixed;
  };
  return rewritten(
    file,
    [...above, ...below.toSorted((a, b) => Math.sign(key(a) - key(b)) || 0)],
    (at) => at,
  );
}

function withRow(
  file: Uint8Array,
  wanted: number,
  made: (last: readonly CellValue[]) => readonly CellValue[],
): Uint8Array {
  const cells = cellsOf(openWorkbook(file).readGrid(SHEET));
  const row = Math.min(wanted, cells.length + 1);
  const withIt = [...cells.slice(0, row - 1), made(cells.at(-1) ?? []), ...cells.slice(row - 1)];
  return rewritten(
    file,
    withIt,
    (at) => at,
    (at) => (at >= row ? at + 1 : at),
  );
}

/** Like the last row, of a name and code of its own; beside it nothing of ours. */
function newEnterprise(file: Uint8Array, last: readonly CellValue[], number: number): CellValue[] {
  const ours = new Set(ourColumns(openWorkbook(file)).map(({ column }) => column));
  return last.map((cell, i) => {
    if (ours.has(i + 1)) return null;
    if (typeof cell === 'string' && cell.startsWith('91530112')) return creditCode(5000 + number);
    return typeof cell === 'string' && cell.endsWith('有限公司') ? `新增${number}有限公司` : cell;
  });
}

function withColumn(file: Uint8Array, wanted: number): Uint8Array {
  const cells = cellsOf(openWorkbook(file).readGrid(SHEET));
  const column = 1 + (wanted % ((cells[headerRowOf(file) - 1]?.length ?? 0) + 1));
  const header = headerRowOf(file);
  const withIt = cells.map((row, i) => {
    const own = i + 1 < header ? null : i + 1 === header ? `自填${wanted}` : `记${i}`;
    return [...row.slice(0, column - 1), own, ...row.slice(column - 1)];
  });
  return rewritten(file, withIt, (at) => (at >= column ? at + 1 : at));
}

function rewritten(
  file: Uint8Array,
  cells: Cells,
  column: (at: number) => number,
  row: (at: number) => number = (at) => at,
): Uint8Array {
  const workbook = openWorkbook(file);
  const moved = workbook.definedNames.flatMap((defined): NameEdit[] => {
    const [found] = ourColumns({ definedNames: [defined] });
    if (found?.sheet !== SHEET) return [];
    const range = [found.headerRow, found.lastRow]
      .map((at) => cellAddress(row(at), column(found.column)).replace(/^[A-Z]+/, '$$$&$$'))
      .join(':');
    return [{ name: defined.name, sheet: null, formula: `'${SHEET}'!${range}`, hidden: true }];
  });
  return spliceWorkbook(workbook, {
    put: [{ name: SHEET, replace: true, columns: [], rows: cells }],
    names: moved,
  });
}
