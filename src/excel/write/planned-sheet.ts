import type { OurSheet } from '../../report';
import type { SheetTarget } from './sheet-target';

/** A sheet of ours and where it goes. */
export interface PlannedSheet {
  readonly sheet: OurSheet;
  readonly target: SheetTarget;
  /** Where copies of what it replaces are kept while work is under way. */
  readonly copySheet: string;
}
