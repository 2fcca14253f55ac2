/** Rewrites the references in a formula, when cells move, the formula is copied, or a sheet or table gets another name. */
import { columnLetter, type CellRange } from '../../../sheet';
import { isOnSheet, isWholeColumns, isWholeRows, moved } from '../book/area';
import { quoted } from '../book/address';
import { referenceIn, tokensOf, type Reference, type Token } from './tokens';

/** What a reference becomes; null when its cells are gone (`#REF!`). */
type Rewriting = (reference: Reference) => Reference | null;

export function rewriteReferences(formula: string, rewriting: Rewriting): string {
  let changed = false;
  const texts = tokensOf(formula).map((token) => {
    const reference = token.kind === 'reference' ? referenceIn(token) : null;
    if (reference === null) return token.text;
    const after = rewriting(reference);
    if (after === reference) return token.text;
    changed = true;
    return after === null ? `${prefix(reference)}#REF!` : referenceText(after);
  });
  return changed ? `=${texts.join('')}` : formula;
}

/** The formula as it reads when copied `rows` down and `columns` to the right: parts without `$` move along. */
export function copiedBy(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteReferences(formula, (reference) => {
    const { area, fixed } = reference;
    const down = isWholeColumns(area) ? 0 : rows;
    const right = isWholeRows(area) ? 0 : columns;
    const far = moved(area, down, right);
    const after: CellRange = {
      top: fixed.top ? area.top : far.top,
      left: fixed.left ? area.left : far.left,
      bottom: fixed.bottom ? area.bottom : far.bottom,
      right: fixed.right ? area.right : far.right,
    };
    return isOnSheet(after) ? { ...reference, area: after } : null;
  });
}

/** Gives a sheet its new name in references, names of the sheet and errors that name it. */
export function withSheetRenamed(formula: string, before: string, after: string): string {
  return mapTokens(formula, (token) => {
    const bang = token.text.lastIndexOf('!', token.text.length - 2);
    if (bang < 0 || !['reference', 'name', 'error'].includes(token.kind)) return token.text;
    const sheet = token.text
      .slice(0, bang)
      .replace(/^'(.*)'$/s, '$1')
      .replaceAll("''", "'");
    return sheet.toLowerCase() === before.toLowerCase() ? quoted(after) + token.text.slice(bang) : token.text;
  });
}

/** References to a sheet that is deleted become `#REF!`. */
export function withSheetDeleted(formula: string, sheet: string): string {
  const gone = sheet.toLowerCase();
  return rewriteReferences(formula, (reference) =>
    reference.sheet?.toLowerCase() === gone ? null : reference,
  ).replaceAll(`${quoted(sheet)}!#REF!`, '#REF!');
}

export function withTableRenamed(formula: string, before: string, after: string): string {
  return mapTokens(formula, (token) => {
    if (token.kind !== 'structured') return token.text;
    const bracket = token.text.indexOf('[');
    const table = token.text.slice(0, bracket);
    return table.toLowerCase() === before.toLowerCase() ? after + token.text.slice(bracket) : token.text;
  });
}

function mapTokens(formula: string, text: (token: Token) => string): string {
  return `=${tokensOf(formula).map(text).join('')}`;
}

function prefix({ sheet }: Reference): string {
  return sheet === null ? '' : `${quoted(sheet)}!`;
}

function referenceText(reference: Reference): string {
  const { area, fixed } = reference;
  const column = (number: number, isFixed: boolean): string => (isFixed ? '$' : '') + columnLetter(number);
  const row = (number: number, isFixed: boolean): string => (isFixed ? '$' : '') + String(number);
  if (isWholeColumns(area)) {
    return `${prefix(reference)}${column(area.left, fixed.left)}:${column(area.right, fixed.right)}`;
  }
  if (isWholeRows(area)) {
    return `${prefix(reference)}${row(area.top, fixed.top)}:${row(area.bottom, fixed.bottom)}`;
  }
  const first = column(area.left, fixed.left) + row(area.top, fixed.top);
  const last = column(area.right, fixed.right) + row(area.bottom, fixed.bottom);
  const isCell = area.top === area.bottom && area.left === area.right;
  return prefix(reference) + (isCell ? first : `${first}:${last}`);
}
