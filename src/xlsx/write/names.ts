/** What Excel accepts as the name of a sheet, and of a range or table. */
import { parseRange } from '../cell-reference';
import { WorkbookError } from '../errors';

// oxlint-disable-next-line no-control-regex
const NOT_IN_SHEET_NAME = /[\\/?*[\]:\0-\x1f]/;

export function checkSheetName(name: string): void {
  const isLongOrShort = name.length === 0 || name.length > 31;
  if (isLongOrShort || NOT_IN_SHEET_NAME.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw new WorkbookError('bad-sheet-name', { sheet: name });
  }
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*$/u;
/** `R1C1`, `R`, `C2`: references in the other notation. */
const R1C1 = /^(r\d*)?(c\d*)?$/i;

export function checkDefinedName(name: string): void {
  if (!NAME.test(name) || name.length > 255 || parseRange(name) !== null || R1C1.test(name))
    throw new WorkbookError('bad-name', { name });
}
