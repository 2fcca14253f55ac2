import { type CellContent, type Grid, isCellError } from '../sheet';
import { ColumnDigest } from './digest';
import { nameSafe } from './names';
import type { FoundColumn } from './ours';
import { ANNOTATION_COLUMNS } from './words';

/**
 * Tells whether a user changed what we wrote in a column: a value, the header, or a formula instead of a
 * value. Sorted rows and inserted blank rows are no change. It is given the cells as they are read, in any
 * order and without keeping them.
 */
export class EditCheck {
  private readonly digest = new ColumnDigest();
  private hasOurHeader = false;
  private hasFormula = false;

  constructor(private readonly column: FoundColumn) {}

  /** A cell of the column, by its worksheet row; rows that are not the column's do not count. */
  add(row: number, content: CellContent, isFormula: boolean): void {
    const { headerRow, lastRow } = this.column;
    if (row < headerRow || row > lastRow) return;
    if (isFormula) this.hasFormula = true;
    if (row === headerRow) this.hasOurHeader = isHeaderOf(this.column, content);
    else this.digest.add(isCellError(content) ? content.error : content);
  }

  /** When all cells were given; a header that was not given is none of ours. */
  get isEdited(): boolean {
    const { digest } = this.column;
    if (!this.hasOurHeader || this.hasFormula) return true;
    return digest !== undefined && digest !== this.digest.text;
  }
}

/** As `EditCheck`, for a sheet at hand. */
export function wasEdited(column: FoundColumn, grid: Grid): boolean {
  const check = new EditCheck(column);
  if (!isHeaderOf(column, grid.content(column.headerRow, column.at))) return true;
  for (let row = column.headerRow; row <= Math.min(column.lastRow, grid.rowCount); row += 1) {
    check.add(row, grid.content(row, column.at), grid.isFormula(row, column.at));
  }
  return check.isEdited;
}

/** In either language, with or without the policy's id. */
function isHeaderOf({ column, policy }: FoundColumn, written: CellContent): boolean {
  const header = ANNOTATION_COLUMNS.find(({ id }) => id === column)?.header;
  if (typeof written !== 'string' || header === undefined) return false;
  return Object.values(header).some(
    (text) =>
      written === text ||
      (written.startsWith(`${text} `) && nameSafe(written.slice(text.length + 1)) === policy),
  );
}
