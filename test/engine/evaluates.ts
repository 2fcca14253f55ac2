import { decimalOf, fraction } from '../../src/engine/values/decimals';
import {
  names,
  truth,
  unknown,
  NOTHING,
  UNDECIDED,
  type Condition,
  type Evaluate,
  type NumberValue,
  type Value,
} from '../../src/engine/values/value';
import { Decimal, ONE } from '../../src/rules';

/** Values of a row without a sheet, for tests of single mechanisms. */

export const num = (text: string | number, den?: string | number): NumberValue =>
  fraction(new Decimal(text), den === undefined ? ONE : new Decimal(den));
export const is =
  (text: string | number): Evaluate =>
  () =>
    num(text);
export const blank =
  (...keys: string[]): Evaluate =>
  () =>
    unknown(keys);
export const nothing: Evaluate = () => NOTHING;
export const notGiven: Evaluate = () => UNDECIDED;
export const holds =
  (value: boolean): Condition =>
  () =>
    truth(value);
export const open =
  (...keys: string[]): Condition =>
  () =>
    unknown(keys);
export const category =
  (...values: string[]): Evaluate =>
  () =>
    names(values);
/** One value a row. */
export const rows =
  (values: readonly Value[]): Evaluate =>
  (row) =>
    values[row] ?? NOTHING;

/** As a test would write it: `7.5`, `1/3`, `missing a, b`, `nothing`, `undecided`, `true`. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'number':
      return /^10*$/.test(String(value.den)) ? decimalOf(value).toFixed() : `${value.num}/${value.den}`;
    case 'truth':
      return String(value.holds);
    case 'names':
      return value.names.join('、');
    case 'date':
      return `${value.from}..${value.to}`;
    case 'unknown':
      return `missing ${value.missing.join(', ')}`;
    default:
      return value.kind;
  }
}
