import { Decimal } from './decimal';
import { type Dimension, dimensionOf, divideDimensions, RATIO, sameDimension } from './dimension';
import type { FigureValue } from './model';
import { type Unit, unitNamed } from './units';

/**
 * Figures as the text writes them: `100万元`, `20%`, `500元/㎡`, `2020-02-14`. Reading and printing are exact:
 * what is printed reads back as the same value.
 */

export type ParsedLiteral =
  | { readonly ok: true; readonly value: FigureValue }
  | { readonly ok: false; readonly problem: 'literal' | 'date' | 'unitless' }
  | { readonly ok: false; readonly problem: 'unit'; readonly unit: string };

const NUMBER = /^([-−]?)(\d+(?:\.\d+)?)(.*)$/su;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Reads a figure. A bare number is `unitless` unless it is 0; four digits alone are a year. */
export function parseLiteral(text: string): ParsedLiteral {
  const trimmed = text.trim();
  if (DATE.test(trimmed)) return parseDate(trimmed);
  const [, sign, digits, unit] = NUMBER.exec(trimmed) ?? [];
  if (digits === undefined || unit === undefined) return { ok: false, problem: 'literal' };
  const number = new Decimal(digits).times(sign === '' ? 1 : -1);
  if (unit === '') return number.isZero() ? quantity(number, RATIO) : { ok: false, problem: 'unitless' };
  return parseUnit(number, unit.trim());
}

function parseUnit(number: Decimal, text: string): ParsedLiteral {
  const [above, below, ...rest] = text.split('/');
  const unit = unitNamed(above ?? '');
  if (unit === undefined || rest.length > 0) return { ok: false, problem: 'unit', unit: text };
  if (below === undefined) return quantity(number.times(unit.factor), dimensionOf(unit.base));
  const per = unitNamed(below);
  if (per === undefined) return { ok: false, problem: 'unit', unit: below };
  return perUnit(number, unit, per);
}

/** `元/万㎡` is kept per ㎡; every factor is a power of ten, so the quotient is exact. */
function perUnit(number: Decimal, unit: Unit, per: Unit): ParsedLiteral {
  const dimension = divideDimensions(dimensionOf(unit.base), dimensionOf(per.base));
  return quantity(number.times(unit.factor).div(per.factor), dimension);
}

function quantity(value: Decimal, dimension: Dimension): ParsedLiteral {
  return { ok: true, value: { kind: 'quantity', value, dimension } };
}

/** Reads a date as precise as it is written. */
export function parseDate(text: string): ParsedLiteral {
  const [, yearText, monthText, dayText] = DATE.exec(text.trim()) ?? [];
  if (yearText === undefined) return { ok: false, problem: 'literal' };
  const year = Number(yearText);
  if (monthText === undefined) return { ok: true, value: { kind: 'date', year } };
  const month = Number(monthText);
  if (month < 1 || month > 12) return { ok: false, problem: 'date' };
  if (dayText === undefined) return { ok: true, value: { kind: 'date', year, month } };
  const day = Number(dayText);
  if (day < 1 || day > daysIn(year, month)) return { ok: false, problem: 'date' };
  return { ok: true, value: { kind: 'date', year, month, day } };
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Prints a figure so that it reads back as the same value: in the unit of `like` where that text has the
 * same dimension, otherwise in the unit that needs the fewest digits.
 */
export function printLiteral(value: FigureValue, like?: string): string {
  if (value.kind === 'date') return printDate(value);
  const asBefore = like === undefined ? undefined : printLike(value.value, value.dimension, like);
  return asBefore ?? printShortest(value.value, value.dimension);
}

function printDate({ year, month, day }: FigureValue & { kind: 'date' }): string {
  const parts = [String(year).padStart(4, '0')];
  for (const part of [month, day]) if (part !== undefined) parts.push(String(part).padStart(2, '0'));
  return parts.join('-');
}

function printLike(value: Decimal, dimension: Dimension, like: string): string | undefined {
  const parsed = parseLiteral(like);
  if (!parsed.ok || parsed.value.kind !== 'quantity' || !sameDimension(parsed.value.dimension, dimension))
    return undefined;
  const suffix = NUMBER.exec(like.trim())?.[3]?.trim() ?? '';
  const [above = '', below] = suffix.split('/');
  return printIn(value, above, below);
}

function printIn(value: Decimal, above: string, below: string | undefined): string | undefined {
  const unit = unitNamed(above);
  const per = below === undefined ? undefined : unitNamed(below);
  if (unit === undefined || (below !== undefined && per === undefined)) return undefined;
  const number = value.times(per?.factor ?? 1).div(unit.factor);
  return `${number.toFixed()}${above}${below === undefined ? '' : `/${below}`}`;
}

/** Only dimensions that a literal can have: one unit, one unit per another, or a plain ratio. */
function printShortest(value: Decimal, dimension: Dimension): string {
  const above = unitsWith(dimension, 1);
  const below = unitsWith(dimension, -1)[0];
  const printed = (above.length === 0 ? ['%', '‰', '倍'] : above)
    .map((unit) => printIn(value, unit, below))
    .filter((text) => text !== undefined);
  return printed.toSorted((a, b) => effort(a) - effort(b))[0] ?? value.toFixed();
}

const PREFERRED = [
  '元',
  '万元',
  '亿元',
  'USD',
  '万美元',
  '㎡',
  '亩',
  '吨',
  '万吨',
  '户',
  '人',
  '个',
  '单',
  '万单',
  '辆',
  '名',
  '年',
  '个月',
  '日',
];

function unitsWith(dimension: Dimension, exponent: 1 | -1): string[] {
  return PREFERRED.filter((name) => {
    const unit = unitNamed(name);
    return unit !== undefined && dimension[unit.base] === exponent && (exponent === 1 || unit.factor.eq(1));
  });
}

/** Digits, and many for a point: 1000元 rather than 0.1万元. */
const effort = (text: string): number =>
  text.replaceAll(/[^\d]/gu, '').length + (text.includes('.') ? 10 : 0);
