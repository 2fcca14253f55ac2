import { cellAddress, type Grid } from './grid';
import type { HeaderBlock } from './header-block';
import { shownText } from './shown-text';
import { readUnit, type WrittenUnit } from './written-unit';

/** The headers of one column, from the uppermost level to its own. */
export interface ColumnHeader {
  readonly column: number;
  /** Texts as shown, the column's own last; empty for a column without header. */
  readonly levels: readonly string[];
  /** The cells in which the levels stand. */
  readonly cells: readonly string[];
  /** The cell of the column's own header (or of the lowest header row, where it has none). */
  readonly cell: string;
  /** The unit that a unit row gives, and where. */
  readonly unitBelow: { readonly unit: WrittenUnit; readonly cell: string } | null;
}

export function headerOfColumn(grid: Grid, block: HeaderBlock, column: number): ColumnHeader {
  const levels: string[] = [];
  const cells: string[] = [];
  let cell = cellAddress(block.bottom, column);
  let unitBelow: ColumnHeader['unitBelow'] = null;
  for (const { row, kind } of block.rows) {
    if (kind === 'ordinals') continue;
    const level = levelText(grid, block, row, column);
    if (level === undefined) continue;
    if (kind === 'units') {
      const unit = readUnit(level.text);
      if (unit !== null) unitBelow = { unit, cell: cellAddress(row, level.column) };
      continue;
    }
    levels.push(level.text);
    cell = cellAddress(level.row, level.column);
    cells.push(cell);
  }
  return { column, levels, cells, cell, unitBelow };
}

interface LevelText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What stands over a column at one level: its own cell, the merge over it, or a group to its left. */
function levelText(grid: Grid, block: HeaderBlock, row: number, column: number): LevelText | undefined {
  const merge = block.merges.at(row, column);
  if (merge !== undefined) {
    // A merge that began higher up, or that is the title over the whole table, was or is no level.
    if (merge.top < row && merge.top >= block.top) return undefined;
    return textAt(grid, merge.top, merge.left);
  }
  const own = textAt(grid, row, column);
  if (own !== undefined || row === block.bottom) return own;
  return inheritedText(grid, block, row, column);
}

function textAt(grid: Grid, row: number, column: number): LevelText | undefined {
  const text = shownText(grid, row, column).trim();
  return text === '' ? undefined : { text, row, column };
}

/** A group that was centred or typed over its first column only; never where the row has merges. */
function inheritedText(grid: Grid, block: HeaderBlock, row: number, column: number): LevelText | undefined {
  if (!hasLowerText(grid, block, row, column) || rowHasMerges(block, row)) return undefined;
  for (let left = column - 1; left >= block.left; left--) {
    if (!hasLowerText(grid, block, row, left)) return undefined;
    const text = textAt(grid, row, left);
    if (text !== undefined) return text;
  }
  return undefined;
}

function hasLowerText(grid: Grid, block: HeaderBlock, row: number, column: number): boolean {
  return block.rows.some(
    (lower) => lower.kind === 'names' && lower.row > row && textAt(grid, lower.row, column) !== undefined,
  );
}

function rowHasMerges(block: HeaderBlock, row: number): boolean {
  for (let column = block.left; column <= block.right; column++) {
    const merge = block.merges.at(row, column);
    if (merge !== undefined && merge.right > merge.left) return true;
  }
  return false;
}
