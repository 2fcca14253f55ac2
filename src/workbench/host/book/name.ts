import type { Sheet } from './sheet';

/** A defined name. What it stands for is a formula, so that it follows the cells as any formula does. */
export class DefinedName {
  comment = '';

  constructor(
    readonly id: string,
    readonly name: string,
    /** The sheet it belongs to; null for a name of the whole workbook. */
    readonly scope: Sheet | null,
    /** With the leading `=`. */
    public formula: string,
    public visible: boolean,
  ) {}
}
