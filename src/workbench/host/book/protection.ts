/** What a protected sheet or workbook refuses. */
import type { CellRange } from '../../../sheet';
import { LAST_COLUMN, LAST_ROW } from './area';
import { Problem } from './problem';
import type { Protection, Sheet } from './sheet';
import type { Workbook } from './workbook';

/** The permissions of Excel.WorksheetProtectionOptions. */
export type Permission =
  | 'allowAutoFilter'
  | 'allowDeleteColumns'
  | 'allowDeleteRows'
  | 'allowEditObjects'
  | 'allowFormatCells'
  | 'allowFormatColumns'
  | 'allowFormatRows'
  | 'allowInsertColumns'
  | 'allowInsertRows'
  | 'allowSort';

/** Contents can be changed where all cells are unlocked. */
export function requireEditable(sheet: Sheet, range: CellRange): void {
  if (sheet.protection !== null && hasLocked(sheet, range)) throw new Problem('AccessDenied');
}

export function requirePermission(sheet: Sheet, permission: Permission): void {
  if (sheet.protection !== null && sheet.protection.options[permission] !== true)
    throw new Problem('AccessDenied');
}

/** Sheets cannot be added, removed, moved, renamed or hidden while the workbook's structure is protected. */
export function requireOpenStructure(workbook: Workbook): void {
  if (workbook.protection !== null) throw new Problem('AccessDenied');
}

export function protect(workbook: Workbook, sheet: Sheet, protection: Protection): void {
  if (sheet.protection !== null) throw new Problem('AccessDenied');
  sheet.protection = protection;
  workbook.tell({ kind: 'sheetProtected', sheet, isProtected: true });
}

export function unprotect(workbook: Workbook, sheet: Sheet, password: string | null): void {
  if (sheet.protection === null) return;
  requirePassword(sheet.protection, password);
  sheet.protection = null;
  workbook.tell({ kind: 'sheetProtected', sheet, isProtected: false });
}

export function requirePassword(protection: Pick<Protection, 'password'>, given: string | null): void {
  if (protection.password !== null && protection.password !== given) throw new Problem('AccessDenied');
}

/** Cells are locked unless their style says otherwise; for whole rows or columns only the styles given there are looked at. */
function hasLocked(sheet: Sheet, range: CellRange): boolean {
  const bottom =
    range.bottom === LAST_ROW ? Math.max(range.top, sheet.usedArea(false)?.bottom ?? 0) : range.bottom;
  const right =
    range.right === LAST_COLUMN ? Math.max(range.left, sheet.usedArea(false)?.right ?? 0) : range.right;
  for (let row = range.top; row <= bottom; row += 1) {
    for (let column = range.left; column <= right; column += 1) {
      if (sheet.style(row, column).locked) return true;
    }
  }
  return false;
}
