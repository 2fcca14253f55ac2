/** The results of the add-in's functions, as Office.js sends them back. */
import type { CellContent, CellError } from '../../../sheet';
import { cellError, matrix, type Result } from '../formula/result';
import { NotCovered } from '../wire/office-errors';
import { isRecord } from '../wire/request';

/** An error with the message that the function gave; Excel shows messages only with #VALUE! and #N/A. */
export interface ErrorWithMessage extends CellError {
  readonly message?: string;
}

export interface CallResult {
  /** The number of the call. */
  readonly id: number;
  readonly result: Result;
}

/** What a failed call shows, by the number that Office.js has for the kind of failure; the rest are #VALUE!. */
const FAILURES: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/** @param entry `[id, succeeded, value, code when it did not succeed, …]` */
export function readResult(entry: unknown): CallResult {
  if (!Array.isArray(entry)) throw new NotCovered('a result of a function that is no list');
  const parts: readonly unknown[] = entry;
  const [id, succeeded, value, code] = parts;
  if (typeof id !== 'number') throw new NotCovered('a result of a function without a number');
  if (succeeded === true) return { id, result: result(value) };
  const error = FAILURES[typeof code === 'number' ? code : 0] ?? '#VALUE!';
  return { id, result: failed(error, value) };
}

function result(value: unknown): Result {
  if (!Array.isArray(value)) return content(value);
  const rows: readonly unknown[] = value;
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row) && row.length > 0))
    return cellError('#VALUE!');
  const width = Math.max(...rows.map((row) => (Array.isArray(row) ? row.length : 0)));
  return matrix(
    rows.map((row) =>
      Array.from({ length: width }, (_, column) => {
        const line: readonly unknown[] = Array.isArray(row) ? row : [];
        return column < line.length ? content(line[column]) : cellError('#N/A');
      }),
    ),
  );
}

function content(value: unknown): CellContent {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  // A null shows as 0 (office-js issue 1503).
  if (value === null || value === undefined) return 0;
  if (isRecord(value) && value['valueType'] === 'CustomFunctionError' && typeof value['code'] === 'string') {
    return failed(value['code'], value['message']);
  }
  throw new NotCovered('a result of a function that is neither a value nor an error');
}

function failed(error: string, message: unknown): ErrorWithMessage {
  const shows = error === '#VALUE!' || error === '#N/A';
  return shows && typeof message === 'string' && message !== '' ? { error, message } : { error };
}
