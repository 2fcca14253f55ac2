/** Where a reference of a formula begins; rows and columns count from 1. */
export interface ReferencePlace {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
}

const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'![\]]+))!\$?([a-z]*)\$?(\d*)(?::|$)/i;

/**
 * The upper left cell of a reference as Excel gives it to a function: `企业统计!B2:B5000`, `'1 月'!$B:$B`.
 *
 * @returns undefined for cells of another workbook and for anything else that is no place in this one
 */
export function referencePlace(address: string): ReferencePlace | undefined {
  const [, quoted, plain = '', letters = '', row = ''] = REFERENCE.exec(address) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  if (sheet === '' || sheet.includes('[') || letters + row === '') return undefined;
  return { sheet, top: row === '' ? 1 : Number(row), left: letters === '' ? 1 : columnNumber(letters) };
}

/** `B` → 2, `AA` → 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return number;
}
