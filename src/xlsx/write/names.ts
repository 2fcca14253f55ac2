/** What Excel accepts as the name of a sheet, and of a range or table. */
import { parseRange } from '../cell-reference';
import { WorkbookError } from '../errors';

export function checkSheetName(name: string): void {
  const ok = name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:\0-\x1f]/.test(name) && !name.startsWith("'") && !name.endsWith("'");
  if (!ok) throw new WorkbookError('bad-sheet-name', { sheet: name });
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*$/u;
/** `R1C1`, `R`, `C2`: references in the other notation. */
const R1C1 = /^(r\d*)?(c\d*)?$/i;

export function checkDefinedName(name: string): void {
  if (!NAME.test(name) || name.length > 255 || parseRange(name) !== null || R1C1.test(name)) throw new WorkbookError('bad-name', { name });
}

/** A sheet's name as formulas have it; always quoted, which is always allowed. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
