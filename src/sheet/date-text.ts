import type { PartialDate } from '../engine';
import { fold } from './fold';

/** Dates as people type them and as Excel keeps them, at the precision written. */

const DAY_FORMS: readonly RegExp[] = [
  /^(\d{4}|\d{2}(?=年))[年./-](\d{1,2})[月./-](\d{1,2})[日号]?(?:[ t]?\d{1,2}[:时].*)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) (\d{1,2}) (\d{1,2})$/,
];
const MONTH_FORMS: readonly RegExp[] = [
  /^(\d{4}|\d{2}(?=年))[年./-](\d{1,2})月?(?:份|[上中下]旬|初|底|末)?$/,
  /^(\d{4})(\d{2})$/,
];
const YEAR_FORM = /^(?:fy)?(\d{4}|\d{2}(?=年))(?:年度?|年份)?$/;
const YEAR_RANGE = /^(\d{4})年?(?:1|01)月?[-~至](?:12)月$/;
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Null for a text that is no date, or no day of the calendar (2020-02-30), or has no year. */
export function readDateText(text: string): PartialDate | null {
  const squashed = arabic(fold(text).trim().toLowerCase()).replaceAll(/ *([年月日./-]) */g, '$1');
  for (const form of DAY_FORMS) {
    const parts = form.exec(squashed);
    if (parts !== null) return dateOf(parts[1], parts[2], parts[3]);
  }
  const year = YEAR_FORM.exec(squashed) ?? YEAR_RANGE.exec(squashed);
  if (year !== null) return dateOf(year[1]);
  for (const form of MONTH_FORMS) {
    const parts = form.exec(squashed);
    if (parts !== null) return dateOf(parts[1], parts[2]);
  }
  return readEnglishDate(squashed);
}

/** `5-Mar-2020`, `Mar 5, 2020`, `March 2020`. */
function readEnglishDate(text: string): PartialDate | null {
  const month = MONTH_NAMES.findIndex((name) => new RegExp(`(?:^|[^a-z])${name}`).test(text)) + 1;
  const year = /(?:19|20)\d{2}/.exec(text)?.[0];
  if (month === 0 || year === undefined) return null;
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(text.replace(year, ''))?.[1];
  return dateOf(year, String(month), day);
}

/** A number in a date column: a serial day where the format says so, else 2020, 202003 or 20200305. */
export function readDateNumber(
  value: number,
  format: string | undefined,
  date1904: boolean,
): PartialDate | null {
  const precision = datePrecision(format);
  if (precision !== null)
    return value >= 1 && value < 2_958_466 ? cut(serialDay(Math.floor(value), date1904), precision) : null;
  if (Number.isInteger(value)) {
    if (value >= 1900 && value <= 2100) return { year: value };
    if (value >= 190_001 && value <= 210_012) return readDateText(String(value));
    if (value >= 19_000_101 && value <= 21_001_231) return readDateText(String(value));
    // 43871 under a date header with its format lost: a serial day, 1950 to 2100.
    return value >= 18_264 && value <= 73_415 ? serialDay(value, date1904) : null;
  }
  return readDottedMonth(value);
}

/** 2020.3 typed as a number is March; 2020.1 may have been 2020.10, so it is not read. */
function readDottedMonth(value: number): PartialDate | null {
  const parts = /^((?:19|20)\d{2})\.(\d{1,2})$/.exec(String(value));
  return parts === null || parts[2] === '1' ? null : dateOf(parts[1], parts[2]);
}

/** What a number format shows of a date; null for a format that shows no date. */
export function datePrecision(format: string | undefined): 'year' | 'month' | 'day' | null {
  if (format === undefined) return null;
  const codes = (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  if (/[#?0]/.test(codes) || !/[ymd]/.test(codes)) return null;
  if (codes.includes('d')) return 'day';
  return codes.includes('m') && codes.includes('y') ? 'month' : codes.includes('y') ? 'year' : null;
}

const DAYS_TO_1970 = 25_569;
const DAYS_BETWEEN_SYSTEMS = 1462;

/** Excel's day number; its 1900 had a 29 February, so that days before March 1900 are one off. */
function serialDay(serial: number, date1904: boolean): PartialDate {
  const days = date1904 ? serial + DAYS_BETWEEN_SYSTEMS : serial < 60 ? serial + 1 : serial;
  const date = new Date((days - DAYS_TO_1970) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function cut(date: PartialDate, precision: 'year' | 'month' | 'day'): PartialDate {
  if (precision === 'day' || date.month === undefined) return date;
  return precision === 'year' ? { year: date.year } : { year: date.year, month: date.month };
}

function dateOf(year: string | undefined, month?: string, day?: string): PartialDate | null {
  const written = Number(year);
  const full = written < 100 ? 2000 + written : written;
  if (!Number.isInteger(full) || full < 1900 || full > 2100) return null;
  if (month === undefined) return { year: full };
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  if (day === undefined) return { year: full, month: m };
  const d = Number(day);
  return d >= 1 && d <= new Date(Date.UTC(full, m, 0)).getUTCDate() ? { year: full, month: m, day: d } : null;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 二〇二〇年三月十五日 → 2020年3月15日. */
function arabic(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text;
  const plain = text.replaceAll(/[○零]/g, '〇');
  return plain
    .replaceAll(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String(
        (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 +
          (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones)),
      ),
    )
    .replaceAll(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}
