import type { CellContent, CellRange } from '../../../sheet';
import { area } from '../book/area';
import type { FormulaCell } from '../book/formula-cell';

/**
 * The results, from files, of formulas that the host does not calculate. They are remembered under the
 * formula's text and place, so that an add-in that takes a formula away and puts it back finds the result again.
 */
export class FiledResults {
  private readonly results = new Map<string, CellContent>();

  /** Remembers the result that is there, or puts back the one that was. @returns the cell when it changed */
  keep({ sheet, row, column, text }: FormulaCell): CellRange | null {
    const key = `${sheet.id} ${row} ${column} ${text}`;
    const content = sheet.content(row, column);
    if (content !== null) {
      this.results.set(key, content);
      return null;
    }
    const filed = this.results.get(key);
    if (filed === undefined) return null;
    sheet.setContent(row, column, filed);
    return area(row, column);
  }
}
