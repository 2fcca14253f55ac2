import type { Sheet } from './sheet';

/**
 * A formula and where it stands. The cell's content is the formula's last result; `null` there means
 * that it has none yet.
 */
export class FormulaCell {
  /** The area the result fills when it is an array; null when it is a single value. */
  spill: { readonly rows: number; readonly columns: number } | null = null;

  constructor(
    readonly sheet: Sheet,
    public row: number,
    public column: number,
    /** With the leading `=`. */
    public text: string,
  ) {}
}
