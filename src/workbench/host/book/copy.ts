/** Copying cells. */
import type { CellRange } from '../../../sheet';
import { copiedBy } from '../formula/rewrite';
import { area, columnsOf, rowsOf } from './area';
import { changeStyles, put } from './edit';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import type { CellStyle } from './style';
import type { Workbook } from './workbook';

export interface CopyOptions {
  readonly contents: 'All' | 'Formulas' | 'Values' | 'Formats';
  readonly skipBlanks: boolean;
}

interface Area {
  readonly sheet: Sheet;
  readonly area: CellRange;
}

/** A source smaller than the target is repeated; a larger one is copied whole, beyond the target's end. */
export function copyCells(workbook: Workbook, source: Area, target: Area, options: CopyOptions): void {
  const from = clipped(source);
  const [rows, columns] = [rowsOf(from), columnsOf(from)];
  const { top, left } = target.area;
  const height = rowsOf(target.area) % rows === 0 && source.area === from ? rowsOf(target.area) : rows;
  const width =
    columnsOf(target.area) % columns === 0 && source.area === from ? columnsOf(target.area) : columns;
  if (height * width > 5_000_000) throw new Problem('InvalidArgument');
  const range = area(top, left, top + height - 1, left + width - 1);
  const cells = copied(source.sheet, from);
  const at = (row: number, column: number): CopiedCell | undefined => cells[row % rows]?.[column % columns];
  if (options.contents !== 'Formats') {
    const before = options.skipBlanks ? copied(target.sheet, range) : [];
    put(
      workbook,
      target.sheet,
      range,
      (row, column) => at(row, column)?.content ?? before[row]?.[column]?.content ?? null,
    );
    if (options.contents !== 'Values') putFormulas(workbook, target.sheet, range, from, at);
  }
  if (options.contents === 'All' || options.contents === 'Formats') {
    changeStyles(workbook, target.sheet, range, (row, column) => at(row, column)?.style ?? null);
  }
}

interface CopiedCell {
  readonly content: ReturnType<Sheet['content']>;
  readonly formula: string | undefined;
  readonly style: CellStyle;
}

/** Of whole rows or columns what is in use. */
function clipped({ sheet, area: range }: Area): CellRange {
  const used = sheet.usedArea(false);
  if (rowsOf(range) * columnsOf(range) <= 5_000_000) return range;
  return {
    ...range,
    bottom: Math.min(range.bottom, Math.max(range.top, used?.bottom ?? 0)),
    right: Math.min(range.right, Math.max(range.left, used?.right ?? 0)),
  };
}

function copied(sheet: Sheet, range: CellRange): CopiedCell[][] {
  return Array.from({ length: rowsOf(range) }, (_, row) =>
    Array.from({ length: columnsOf(range) }, (__, column) => {
      const [y, x] = [range.top + row, range.left + column];
      return { content: sheet.content(y, x), formula: sheet.formula(y, x)?.text, style: sheet.style(y, x) };
    }),
  );
}

function putFormulas(
  workbook: Workbook,
  sheet: Sheet,
  range: CellRange,
  from: CellRange,
  at: (row: number, column: number) => CopiedCell | undefined,
): void {
  const [rows, columns] = [rowsOf(from), columnsOf(from)];
  let any = false;
  for (let row = 0; row < rowsOf(range); row += 1) {
    for (let column = 0; column < columnsOf(range); column += 1) {
      const formula = at(row, column)?.formula;
      if (formula === undefined) continue;
      const [y, x] = [range.top + row, range.left + column];
      const [sourceRow, sourceColumn] = [from.top + (row % rows), from.left + (column % columns)];
      sheet.setContent(y, x, null);
      sheet.setFormula(y, x, copiedBy(formula, y - sourceRow, x - sourceColumn));
      any = true;
    }
  }
  if (any) workbook.tell({ kind: 'cellsEdited', sheet, area: range });
}
