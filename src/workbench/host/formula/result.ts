/** What an expression gives: a single value, an array of them, or cells. */
import { isCellError, type CellContent, type CellError, type CellRange } from '../../../sheet';
import type { Sheet } from '../book/sheet';

export interface Matrix {
  readonly kind: 'matrix';
  readonly rows: readonly (readonly CellContent[])[];
}

export interface Cells {
  readonly kind: 'cells';
  readonly sheet: Sheet;
  readonly area: CellRange;
}

export type Result = CellContent | Matrix | Cells;

/** The formula has something that the host does not calculate: its cached result is kept. */
export class Uncalculable extends Error {}

export function cellError(error: string): CellError {
  return { error };
}

export function matrix(rows: readonly (readonly CellContent[])[]): Matrix {
  return { kind: 'matrix', rows };
}

export function isMatrix(result: Result): result is Matrix {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'matrix';
}

export function isCells(result: Result): result is Cells {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'cells';
}

export function isScalar(result: Result): result is CellContent {
  return !isMatrix(result) && !isCells(result);
}

/** As a number, the way operators see it: blank is 0, text that reads as a number is one. */
export function asNumber(content: CellContent): number | CellError {
  if (isCellError(content)) return content;
  if (content === null) return 0;
  if (typeof content === 'boolean') return content ? 1 : 0;
  if (typeof content === 'number') return content;
  const number = content.trim() === '' ? NaN : Number(content);
  return Number.isNaN(number) ? cellError('#VALUE!') : number;
}

/** As a text, the way `&` sees it. */
export function asText(content: CellContent): string | CellError {
  if (isCellError(content)) return content;
  if (content === null) return '';
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  return String(content);
}
