/** What happens in a workbook, for whoever watches: the add-in's events, the calculation, a grid on screen. */
import type { CellContent, CellRange } from '../../../sheet';
import type { Comment } from './comment';
import type { Sheet, SheetVisibility } from './sheet';
import type { Shift } from './shift';
import type { Table } from './table';

/** Who did it: the add-in itself, the user at this screen, or another author of a shared workbook. */
export type Origin = 'addin' | 'user' | 'coauthor';

export type Change =
  | {
      readonly kind: 'cellsEdited';
      readonly sheet: Sheet;
      readonly area: CellRange;
      readonly before?: CellContent;
      readonly after?: CellContent;
    }
  | { readonly kind: 'cellsShifted'; readonly sheet: Sheet; readonly area: CellRange; readonly shift: Shift }
  | { readonly kind: 'cellsFormatted'; readonly sheet: Sheet; readonly area: CellRange }
  | { readonly kind: 'rowsSorted'; readonly sheet: Sheet; readonly area: CellRange }
  | { readonly kind: 'rowsHidden'; readonly sheet: Sheet; readonly area: CellRange; readonly hidden: boolean }
  | { readonly kind: 'rowsFiltered'; readonly sheet: Sheet }
  | { readonly kind: 'calculated'; readonly sheet: Sheet; readonly area: CellRange }
  | { readonly kind: 'selected'; readonly sheet: Sheet; readonly area: CellRange }
  | {
      readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated' | 'sheetDeactivated';
      readonly sheet: Sheet;
    }
  | { readonly kind: 'sheetRenamed'; readonly sheet: Sheet; readonly before: string }
  | { readonly kind: 'sheetMoved'; readonly sheet: Sheet; readonly before: number }
  | { readonly kind: 'sheetShown'; readonly sheet: Sheet; readonly before: SheetVisibility }
  | { readonly kind: 'sheetProtected'; readonly sheet: Sheet; readonly isProtected: boolean }
  | { readonly kind: 'tableAdded' | 'tableDeleted'; readonly table: Table }
  | { readonly kind: 'commentAdded' | 'commentDeleted' | 'commentEdited'; readonly comment: Comment }
  | { readonly kind: 'namesEdited' }
  /** Cells moved, or a table got another name: formulas anywhere refer to them in other words. */
  | { readonly kind: 'formulasRewritten' }
  | { readonly kind: 'settingsSaved' };

export type ChangeListener = (change: Change, origin: Origin) => void;
