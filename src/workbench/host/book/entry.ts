/**
 * What Excel makes of what is entered into a cell. Office.js writes `values` as if they were typed: texts
 * that look like numbers, dates or formulas become such, unless the cell has the number format `@` or the
 * text starts with an apostrophe. An add-in that forgets this turns credit codes into numbers.
 */
import type { CellContent } from '../../../sheet';
import { Problem } from './problem';

export type Input = string | number | boolean;

export interface Entry {
  readonly content: CellContent;
  /** With the leading `=`. */
  readonly formula?: string;
  /** The number format that goes with the entry, taken over by cells with the format General. */
  readonly numberFormat?: string;
}

export const LONGEST_TEXT = 32_767;
export const LONGEST_FORMULA = 8_192;

const ERRORS = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!'];

export function entryOf(input: Input, numberFormat: string): Entry {
  if (numberFormat === '@')
    return asText(typeof input === 'boolean' ? String(input).toUpperCase() : String(input));
  if (typeof input !== 'string') return { content: input };
  if (input === '') return { content: null };
  if (input.startsWith("'")) return asText(input);
  if (input.startsWith('=') && input.length > 1) return asFormula(input);
  const text = input.trim();
  return special(text) ?? number(text) ?? date(text) ?? time(text) ?? signed(input) ?? asText(input);
}

function asText(input: string): Entry {
  const text = input.replace(/^'/, '');
  if (text.length > LONGEST_TEXT) {
    throw new Problem('InvalidArgument', `A cell holds at most ${LONGEST_TEXT} characters.`);
  }
  return { content: text === '' ? null : text };
}

function asFormula(formula: string): Entry {
  if (formula.length > LONGEST_FORMULA) throw new Problem('FormulaLengthExceedsLimit');
  return { content: null, formula };
}

function special(text: string): Entry | null {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { content: upper === 'TRUE' };
  return ERRORS.includes(upper) ? { content: { error: upper } } : null;
}

function number(text: string): Entry | null {
  const [, open = '', sign = '', currency = '', digits, percent = '', close = ''] =
    /^(\()?([+-])?([¥￥$€£])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)(%)?(\))?$/.exec(
      text,
    ) ?? [];
  if (digits === undefined || (open === '') !== (close === '')) return null;
  const read = fifteenDigits(Number(digits.replaceAll(',', '')));
  if (!Number.isFinite(read)) return null;
  const negative = sign === '-' || open !== '';
  const content = (negative ? -read : read) / (percent === '' ? 1 : 100);
  const decimals = digits.includes('.') ? '.00' : '';
  if (percent !== '') return { content, numberFormat: `0${decimals}%` };
  if (currency !== '') return { content, numberFormat: `${currency}#,##0.00` };
  if (digits.includes(',')) return { content, numberFormat: `#,##0${decimals}` };
  return /e/i.test(digits) ? { content, numberFormat: '0.00E+00' } : { content };
}

/** Excel keeps 15 digits of a number: further ones become 0. */
function fifteenDigits(value: number): number {
  return Number(value.toPrecision(15));
}

function date(text: string): Entry | null {
  const [, year, month, day] =
    /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text) ??
    [];
  if (year !== undefined) {
    const chinese = text.includes('年');
    const full = chinese ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d';
    return dated(Number(year), month, day ?? '1', day === undefined ? 'yyyy"年"m"月"' : full);
  }
  const [, monthAlone, dayAlone] =
    /^(\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text) ?? [];
  return monthAlone === undefined
    ? null
    : dated(new Date().getFullYear(), monthAlone, dayAlone, 'm"月"d"日"');
}

function dated(year: number, month = '', day = '', numberFormat: string): Entry | null {
  const moment = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const exists = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day);
  return exists && year >= 1900 ? { content: serialOf(moment), numberFormat } : null;
}

/** Days since 1899-12-30, as Excel counts from March 1900 on. */
function serialOf(moment: Date): number {
  return moment.getTime() / 86_400_000 + 25_569;
}

function time(text: string): Entry | null {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return { content: total / 86_400, numberFormat: text.split(':').length > 2 ? 'h:mm:ss' : 'h:mm' };
}

/** `+` and `-` begin a formula; `@` begins one that Excel does not accept. */
function signed(input: string): Entry | null {
  if (/^@./.test(input)) throw new Problem('InvalidArgument', 'This is not a valid formula.');
  return /^[+-]./.test(input) ? asFormula(`=${input}`) : null;
}
