import type { CellLook } from '../../report';
import { numberFormatOf } from './looks';

/** Excel takes no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/** Excel reads what is written like what is typed: these begin something that is no text. */
const READ_OTHERWISE = /^['=+\-@]/;

/**
 * A value as it has to be written so that Excel keeps it as it is: a text stays one, also where it looks like
 * a number, a date or a formula. null leaves the cell alone.
 * @param look of the cell, which has its number format already
 */
export function cellInput(value: string | number | null, look: CellLook): string | number | null {
  if (typeof value !== 'string') return value;
  const text = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT - 1)}…` : value;
  return numberFormatOf(look) !== '@' || READ_OTHERWISE.test(text) ? `'${text}` : text;
}
