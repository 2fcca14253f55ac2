/** What has changed in a workbook since it was opened: only that is written when it is saved. */
import { areaText, type Change, type Sheet, type Shift, type Workbook } from '../host';

export class Changes {
  private readonly sheets = new Set<Sheet>();
  private readonly moves = new Map<Sheet, Shift[]>();
  private readonly frames: ReadonlyMap<Sheet, string>;
  private readonly notes: ReadonlyMap<Sheet, string>;

  constructor(private readonly workbook: Workbook) {
    this.frames = new Map(workbook.sheets.map((sheet) => [sheet, frameOf(sheet)]));
    this.notes = new Map(workbook.sheets.map((sheet) => [sheet, this.notesOf(sheet)]));
    workbook.watch((change) => {
      this.notice(change);
    });
  }

  /** Whether the sheet's part has to be written anew. */
  isChanged(sheet: Sheet): boolean {
    return this.sheets.has(sheet) || frameOf(sheet) !== this.frames.get(sheet) || this.areNotesChanged(sheet);
  }

  areNotesChanged(sheet: Sheet): boolean {
    return this.notesOf(sheet) !== (this.notes.get(sheet) ?? '');
  }

  /** How cells moved, one after another: what the model does not hold has to follow. */
  shiftsOf(sheet: Sheet): readonly Shift[] {
    return this.moves.get(sheet) ?? [];
  }

  private notice(change: Change): void {
    switch (change.kind) {
      case 'cellsShifted':
        this.sheets.add(change.sheet);
        this.moves.set(change.sheet, [...this.shiftsOf(change.sheet), change.shift]);
        // Formulas of other sheets may refer to what has moved.
        for (const sheet of this.workbook.sheets) if (hasFormulas(sheet)) this.sheets.add(sheet);
        break;
      case 'cellsEdited':
      case 'cellsFormatted':
      case 'rowsSorted':
      case 'rowsHidden':
      case 'rowsFiltered':
      case 'calculated':
      case 'sheetProtected':
        this.sheets.add(change.sheet);
        break;
      case 'tableAdded':
      case 'tableDeleted':
        this.sheets.add(change.table.sheet);
        break;
      case 'sheetRenamed':
      case 'sheetDeleted':
      case 'formulasRewritten':
        for (const sheet of this.workbook.sheets) {
          if (hasFormulas(sheet) || sheet.tables.length > 0) this.sheets.add(sheet);
        }
        break;
      default:
    }
  }

  private notesOf(sheet: Sheet): string {
    const notes = this.workbook.comments.filter((comment) => comment.sheet === sheet);
    return notes.map(({ cell, content }) => `${areaText(cell)} ${content}`).join('\n');
  }
}

function hasFormulas(sheet: Sheet): boolean {
  for (const formula of sheet.formulaCells()) return formula.text !== '';
  return false;
}

/** What nobody tells when it changes. */
function frameOf({ frozen, tabColor }: Sheet): string {
  return JSON.stringify([frozen, tabColor]);
}
