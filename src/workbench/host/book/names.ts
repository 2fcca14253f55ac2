/** Defined names: adding them, and what they stand for. */
import { isCellError, type CellContent, type CellRange } from '../../../sheet';
import { referenceIn, tokensOf } from '../formula/tokens';
import { addressText, looksLikeReference } from './address';
import { DefinedName } from './name';
import { Problem } from './problem';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

export function addName(workbook: Workbook, scope: Sheet | null, name: string, formula: string): DefinedName {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255 || looksLikeReference(name)) {
    throw new Problem('InvalidArgument');
  }
  const taken = workbook.names.some(
    (item) => item.scope === scope && item.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken || workbook.tableNamed(name) !== undefined) throw new Problem('InvalidArgument');
  const item = new DefinedName(workbook.nextGuid(), name, scope, nameFormula(formula), true);
  workbook.names.push(item);
  workbook.tell({ kind: 'namesEdited' });
  return item;
}

export function formulaFor(sheet: Sheet, range: CellRange): string {
  return `=${addressText(sheet.name, range, true)}`;
}

/** A formula begins with `=`; anything else is a constant, a text in quotes. */
export function nameFormula(text: string): string {
  if (text.startsWith('=')) return text;
  return text !== '' && Number.isFinite(Number(text)) ? `=${text}` : `="${text.replaceAll('"', '""')}"`;
}

/** The cells a name stands for; null when it stands for something else, or its cells are gone. */
export function rangeOfName(workbook: Workbook, name: DefinedName): { sheet: Sheet; area: CellRange } | null {
  const [token, ...rest] = tokensOf(name.formula);
  if (token?.kind !== 'reference' || rest.length > 0) return null;
  const reference = referenceIn(token);
  if (reference === null) return null;
  const sheet = reference.sheet === null ? name.scope : workbook.sheetNamed(reference.sheet);
  return sheet === null || sheet === undefined ? null : { sheet, area: reference.area };
}

export type NameType = 'Range' | 'String' | 'Integer' | 'Double' | 'Boolean' | 'Error';

/** What Office.js says of a name; `unknown` where the host would have to calculate. */
export function describeName(
  workbook: Workbook,
  name: DefinedName,
): { type: NameType; value: string | number | boolean } | null {
  const range = rangeOfName(workbook, name);
  if (range !== null) return { type: 'Range', value: addressText(range.sheet.name, range.area, true) };
  const constant = constantIn(name.formula);
  if (constant === undefined || constant === null) return null;
  if (isCellError(constant)) return { type: 'Error', value: constant.error };
  if (typeof constant === 'string') return { type: 'String', value: constant };
  if (typeof constant === 'boolean') return { type: 'Boolean', value: constant };
  return { type: Number.isInteger(constant) ? 'Integer' : 'Double', value: constant };
}

function constantIn(formula: string): CellContent | undefined {
  const tokens = tokensOf(formula);
  if (formula.includes('#REF!')) return { error: '#REF!' };
  const [token, ...rest] = tokens;
  if (token === undefined || rest.length > 0) return undefined;
  if (token.kind === 'text') return token.text.slice(1, -1).replaceAll('""', '"');
  if (token.kind === 'number') return Number(token.text);
  if (token.kind === 'error') return { error: token.text };
  if (/^true$/i.test(token.text)) return true;
  return /^false$/i.test(token.text) ? false : undefined;
}
