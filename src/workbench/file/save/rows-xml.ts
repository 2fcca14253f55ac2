/** The cells of a sheet as XML, row by row. */
import { isCellError, type CellContent } from '../../../sheet';
import { escapeString, reference } from '../../../xlsx';
import {
  areaText,
  type Column,
  FORMULA_FROM_FILE,
  spillArea,
  type CellStyle,
  type FormulaCell,
  type Sheet,
} from '../../host';
import { filedFormula } from '../read/function-names';

export interface RowsContext {
  /** With its colon, or empty. */
  readonly prefix: string;
  readonly style: (style: CellStyle) => number;
  /** The number of a text among the file's shared strings. */
  readonly sharedString: (text: string) => number | undefined;
  /** The namespace of the add-in's functions. */
  readonly namespace: string;
}

/** Errors that files have a name for; newer ones are written as the one that older programs know. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** `sheetData` with everything in it, handed on in pieces. */
export function writeRows(sheet: Sheet, context: RowsContext, write: (text: string) => void): void {
  const p = context.prefix;
  const columns = [...sheet.columns].toSorted(([a], [b]) => a - b);
  const last = Math.max(
    sheet.usedArea(false)?.bottom ?? 0,
    ...[sheet.rowHeights, sheet.rowStyles].map((lines) => largest(lines.keys())),
    largest(sheet.hiddenRows),
    ...sheet.filters.map(({ hiddenRows }) => largest(hiddenRows)),
  );
  write(`<${p}sheetData>`);
  for (let row = 1; row <= last; row += 1) {
    const cells = columns.map(([number, column]) => cellXml(sheet, column, row, number, context)).join('');
    const attributes = rowAttributes(sheet, row, context);
    if (cells !== '' || attributes !== '') write(`<${p}row r="${row}"${attributes}>${cells}</${p}row>`);
  }
  write(`</${p}sheetData>`);
}

function rowAttributes(sheet: Sheet, row: number, { style }: RowsContext): string {
  const height = sheet.rowHeights.get(row);
  const look = sheet.rowStyles.get(row);
  return (
    (look === undefined ? '' : ` s="${style(look)}" customFormat="1"`) +
    (height === undefined ? '' : ` ht="${height}" customHeight="1"`) +
    (sheet.isRowHidden(row) ? ' hidden="1"' : '')
  );
}

function cellXml(sheet: Sheet, column: Column, row: number, number: number, context: RowsContext): string {
  const content = column.content(row);
  const formula = column.formula(row);
  const own = column.style(row);
  if (content === null && formula === undefined && own === undefined) return '';
  const p = context.prefix;
  const style = context.style(own ?? sheet.lineStyle(row, number));
  const start = `<${p}c r="${reference(row, number)}"${style === 0 ? '' : ` s="${style}"`}`;
  const f = formula === undefined ? '' : formulaXml(formula, context);
  const [type, value] = valueXml(
    content,
    formula === undefined ? context.sharedString : () => undefined,
    f !== '',
    p,
  );
  return f === '' && value === '' ? `${start}/>` : `${start}${type}>${f}${value}</${p}c>`;
}

function formulaXml(formula: FormulaCell, { prefix: p, namespace }: RowsContext): string {
  if (formula.text === FORMULA_FROM_FILE) return '';
  const text = escapeString(filedFormula(formula.text.slice(1), namespace));
  const spread = spillArea(formula);
  return spread === null
    ? `<${p}f>${text}</${p}f>`
    : `<${p}f t="array" ref="${areaText(spread)}">${text}</${p}f>`;
}

/** The attribute for the type, and the value. */
function valueXml(
  content: CellContent,
  sharedString: RowsContext['sharedString'],
  isResult: boolean,
  p: string,
): [string, string] {
  if (content === null) return ['', ''];
  if (typeof content === 'number') return ['', `<${p}v>${content}</${p}v>`];
  if (typeof content === 'boolean') return [' t="b"', `<${p}v>${content ? 1 : 0}</${p}v>`];
  if (isCellError(content)) {
    // A call that has no result yet has none in the file either.
    if (content.error === '#BUSY!') return ['', ''];
    return [' t="e"', `<${p}v>${ERRORS.has(content.error) ? content.error : '#VALUE!'}</${p}v>`];
  }
  if (isResult) return [' t="str"', `<${p}v>${escapeString(content)}</${p}v>`];
  const shared = sharedString(content);
  if (shared !== undefined) return [' t="s"', `<${p}v>${shared}</${p}v>`];
  return [' t="inlineStr"', `<${p}is><${p}t xml:space="preserve">${escapeString(content)}</${p}t></${p}is>`];
}

function largest(lines: Iterable<number>): number {
  let found = 0;
  for (const line of lines) if (line > found) found = line;
  return found;
}
