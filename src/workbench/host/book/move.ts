/** Moving cells, as by cutting and pasting: what refers to them follows. */
import type { CellRange } from '../../../sheet';
import { rewriteReferences } from '../formula/rewrite';
import { area, columnsOf, contains, moved, overlap, rowsOf } from './area';
import { clearContents, clearFormats } from './edit';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

export interface Spot {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

export function moveCells(workbook: Workbook, from: Sheet, range: CellRange, to: Spot): void {
  const down = to.row - range.top;
  const right = to.column - range.left;
  const target = area(to.row, to.column, to.row + rowsOf(range) - 1, to.column + columnsOf(range) - 1);
  const tears = (sheet: Sheet, place: CellRange): boolean =>
    sheet.tables.some((table) => overlap(table.range, place) !== null && !contains(place, table.range));
  if (tears(from, range) || tears(to.sheet, target)) throw new Problem('InvalidOperation');
  const cells = taken(from, range);
  const move = { from, range, to: to.sheet, down, right };
  clearContents(workbook, from, range);
  clearFormats(workbook, from, range);
  clearContents(workbook, to.sheet, target);
  follow(workbook, move);
  for (const { row, column, content, style, formula } of cells) {
    const [newRow, newColumn] = [row + down, column + right];
    if (style !== undefined) to.sheet.setStyle(newRow, newColumn, style);
    to.sheet.setContent(newRow, newColumn, content);
    if (formula !== undefined) to.sheet.setFormula(newRow, newColumn, takenAlong(formula, move));
  }
  workbook.tell({ kind: 'formulasRewritten' });
  workbook.tell({ kind: 'cellsEdited', sheet: to.sheet, area: target });
}

function taken(sheet: Sheet, range: CellRange) {
  return [...sheet.storedColumns(range)].flatMap(([number, column]) =>
    Array.from({ length: rowsOf(range) }, (_, index) => {
      const row = range.top + index;
      const formula = column.formula(row)?.text;
      return { row, column: number, content: column.content(row), style: column.style(row), formula };
    }),
  );
}

interface Move {
  readonly from: Sheet;
  readonly range: CellRange;
  readonly to: Sheet;
  readonly down: number;
  readonly right: number;
}

function follow(workbook: Workbook, move: Move): void {
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.formulaCells()) cell.text = following(cell.text, sheet.name, move);
  }
  for (const name of workbook.names) name.formula = following(name.formula, name.scope?.name ?? '', move);
  for (const comment of workbook.comments) {
    if (comment.sheet === move.from && move.from === move.to && contains(move.range, comment.cell)) {
      comment.cell = moved(comment.cell, move.down, move.right);
    }
  }
  if (move.from !== move.to) return;
  for (const held of move.from.tracked) {
    if (held.area !== null && contains(move.range, held.area))
      held.area = moved(held.area, move.down, move.right);
  }
  move.from.merges = move.from.merges.map((merge) =>
    contains(move.range, merge) ? moved(merge, move.down, move.right) : merge,
  );
}

/** A formula that moves itself: what it refers to on the sheet it leaves is named from now on. */
function takenAlong(formula: string, move: Move): string {
  if (move.from === move.to) return following(formula, move.from.name, move);
  return rewriteReferences(formula, (reference) => {
    if (reference.sheet !== null && reference.sheet.toLowerCase() !== move.from.name.toLowerCase())
      return reference;
    if (!contains(move.range, reference.area)) return { ...reference, sheet: move.from.name };
    return { ...reference, sheet: null, area: moved(reference.area, move.down, move.right) };
  });
}

/** Only references that lie wholly in the moved cells move with them. */
function following(formula: string, home: string, { from, range, to, down, right }: Move): string {
  return rewriteReferences(formula, (reference) => {
    const sheet = reference.sheet ?? home;
    if (sheet.toLowerCase() !== from.name.toLowerCase() || !contains(range, reference.area)) return reference;
    const isSameSheet = to.name.toLowerCase() === home.toLowerCase();
    return {
      ...reference,
      sheet: reference.sheet === null && isSameSheet ? null : to.name,
      area: moved(reference.area, down, right),
    };
  });
}
