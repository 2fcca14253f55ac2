import type { Bilingual } from '../../rules';
import type { CellContent } from '../../sheet';

/** What a function shows instead of a value: Excel's error, and the sentence that goes with it. */
export interface Failure {
  /** `notAvailable`: #N/A, something is not known; `invalidValue`: #VALUE!, something cannot be used. */
  readonly failure: 'notAvailable' | 'invalidValue';
  readonly text: Bilingual;
}

/** A cell of a result. Blanks are `''`: Excel shows a null within an array as 0. */
export type CellResult = number | string | boolean | Failure;
/** What a function spills: rows of cells, all of one length. */
export type CellMatrix = readonly (readonly CellResult[])[];

export const notAvailable = (zh: string, en: string): Failure => ({
  failure: 'notAvailable',
  text: { zh, en },
});
export const invalidValue = (zh: string, en: string): Failure => ({
  failure: 'invalidValue',
  text: { zh, en },
});

export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'failure' in value;
}

/**
 * A cell as Excel hands it to a function. Blanks come as null or as an empty text, errors as objects
 * with a `code` (`#DIV/0!`), data types as objects with the `basicValue` that the cell shows.
 */
export function contentOf(cell: unknown): CellContent {
  switch (typeof cell) {
    case 'number':
      return Number.isFinite(cell) ? cell : { error: '#NUM!' };
    case 'string':
      return cell === '' ? null : cell;
    case 'boolean':
      return cell;
    case 'object':
      return cell === null ? null : contentOfObject(cell);
    default:
      return null;
  }
}

function contentOfObject(cell: object): CellContent {
  if ('code' in cell && typeof cell.code === 'string') return { error: cell.code };
  const basic = 'basicValue' in cell ? cell.basicValue : undefined;
  if (typeof basic === 'string' && 'type' in cell && cell.type === 'Error') return { error: basic };
  return typeof basic === 'object' || basic === undefined ? { error: '#VALUE!' } : contentOf(basic);
}
