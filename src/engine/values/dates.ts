import { EngineError } from '../errors';
import type { PartialDate } from '../columns';
import type { Comparator, IndicatorKey } from '../../rules';
import { not } from './logic';
import { FALSE, TRUE, union, unknown, type DateValue, type Trilean } from './value';

/** Dates as spans of days, compared at the precision in which they are written. */

const DAY = 86_400_000;
const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY;
const daysIn = (year: number, month: number): number =>
  dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The days a date as written stands for: one, a month's or a year's. */
export function span(date: PartialDate): Span {
  const id = date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0);
  const known = spans.get(id);
  if (known !== undefined) return known;
  const days = daysOf(date);
  spans.set(id, days);
  return days;
}

/** Sheets repeat few dates many times; what a date stands for never changes. */
const spans = new Map<number, Span>();

function daysOf({ year, month, day }: PartialDate): Span {
  if (month === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
  if (day === undefined)
    return { from: dayNumber(year, month, 1), to: dayNumber(year, month, daysIn(year, month)) };
  const only = dayNumber(year, month, day);
  return { from: only, to: only };
}

export function literalDate(date: PartialDate): DateValue {
  return { kind: 'date', ...span(date), literal: true, keys: [] };
}

export function writtenDate(date: PartialDate, key: IndicatorKey): DateValue {
  return { kind: 'date', ...span(date), literal: false, keys: [key] };
}

/** From the first day of one literal to the last day of another. */
export function literalSpan(from: DateValue, to: DateValue): DateValue {
  return { kind: 'date', from: from.from, to: to.to, literal: true, keys: union(from.keys, to.keys) };
}

/** `2020`, `2020-02` or `2020-02-14`. */
export function parseDate(text: string): PartialDate {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  const year = Number(match?.[1]);
  const month = match?.[2] === undefined ? undefined : Number(match[2]);
  const day = match?.[3] === undefined ? undefined : Number(match[3]);
  const valid =
    match !== null &&
    (month === undefined || (month >= 1 && month <= 12)) &&
    (month === undefined || day === undefined || (day >= 1 && day <= daysIn(year, month)));
  if (!valid) {
    throw new EngineError('badDate', {
      zh: `“${text}”不是日期；请写成 2020、2020-02 或 2020-02-14。`,
      en: `“${text}” is not a date; write 2020, 2020-02 or 2020-02-14.`,
    });
  }
  if (month === undefined) return { year };
  return day === undefined ? { year, month } : { year, month, day };
}

export type ShiftUnit = '年' | '月' | '日';

/** Moves both ends; a day that the month has not becomes its last (2020-02-29 + 1年 = 2021-02-28). */
export function shift(date: DateValue, amount: number, unit: ShiftUnit): DateValue {
  const move = (day: number): number =>
    unit === '日' ? day + amount : moveMonths(day, unit === '年' ? 12 * amount : amount);
  return { ...date, from: move(date.from), to: date.literal ? move(date.to + 1) - 1 : move(date.to) };
}

function moveMonths(dayNo: number, months: number): number {
  const date = new Date(dayNo * DAY);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  return dayNumber(year, month, Math.min(date.getUTCDate(), daysIn(year, month)));
}

/**
 * A literal covers its span: `d <= 2024-02` holds on 2024-02-29. Two dates of the data are days
 * within their spans: where the spans leave the answer open, the imprecise inputs are missing.
 */
export function compareDates(left: DateValue, comparator: Comparator, right: DateValue): Trilean {
  if (left.literal && !right.literal) return compareDates(right, MIRRORED[comparator], left);
  switch (comparator) {
    case '<=':
      return notAfter(left, right);
    case '<':
      return before(left, right);
    case '>=':
      return not(before(left, right));
    case '>':
      return not(notAfter(left, right));
    case '=':
      return sameDay(left, right);
    case '!=':
      return not(sameDay(left, right));
  }
}

const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  '<=': '>=',
  '<': '>',
  '>=': '<=',
  '>': '<',
  '=': '=',
  '!=': '!=',
};

const notAfter = (day: DateValue, other: DateValue): Trilean =>
  decide(day.to <= (other.literal ? other.to : other.from), day.from > other.to, day, other);

const before = (day: DateValue, other: DateValue): Trilean =>
  decide(day.to < other.from, day.from >= (other.literal ? other.from : other.to), day, other);

function sameDay(day: DateValue, other: DateValue): Trilean {
  const within = day.from >= other.from && day.to <= other.to;
  const equal = within && (other.literal || other.from === other.to);
  return decide(equal, day.to < other.from || day.from > other.to, day, other);
}

function decide(holds: boolean, fails: boolean, ...dates: readonly DateValue[]): Trilean {
  if (holds) return TRUE;
  if (fails) return FALSE;
  const imprecise = dates.filter(({ from, to, literal }) => from !== to && !literal);
  return unknown(imprecise.reduce<readonly IndicatorKey[]>((keys, date) => union(keys, date.keys), []));
}
