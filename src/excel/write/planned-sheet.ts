import type { OurCell, SheetOutline } from '../../report';
import type { SheetTarget } from './sheet-target';

/** A sheet of ours whose rows are asked for block by block. */
export interface SheetContent {
  readonly sheet: SheetOutline;
  /** Rows from `from` on, counted from 0 with the header; `to` is not included. */
  readonly rows: (from: number, to: number) => Promise<readonly (readonly OurCell[])[]>;
}

/** A sheet of ours and where it goes. */
export interface PlannedSheet extends SheetContent {
  readonly target: SheetTarget;
  /** Where copies of what it replaces are kept while work is under way. */
  readonly copySheet: string;
}
