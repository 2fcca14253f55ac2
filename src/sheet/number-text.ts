import { Decimal } from '../rules';
import { fold } from './fold';
import { readUnit, type WrittenUnit } from './written-unit';

/**
 * Numbers as people type them into text cells: `77,629`, `１２．５`, `(5.2)`, `－9.7`, `1.2亿`, `15%`,
 * `3，500.00 元`; a footnote's mark behind them (`1234*`) is none of the number. Whatever is not exactly one number (`约300`, `10-20`, `1,23`) is not read.
 */
export interface NumberText {
  /** The number as written, without its unit: `1.2` of `1.2亿`. */
  readonly value: Decimal;
  /** The unit or magnitude behind it; null for a bare number. */
  readonly unit: WrittenUnit | null;
  /** Only a magnitude (`1.2亿`), no measure: its base is the column's. */
  readonly magnitudeOnly: boolean;
}

/** Marks that stand for "no figure": they are blanks. */
const MISSING = new Set([
  '',
  '-',
  '--',
  '---',
  '~',
  '/',
  '//',
  '\\',
  '.',
  '..',
  '...',
  '....',
  '……',
  '…',
  '。。。',
  '·',
  '*',
  '**',
  '?',
  '??',
  '无',
  '暂无',
  '没有',
  '无数据',
  '暂无数据',
  '未填',
  '未填报',
  '未报',
  '未上报',
  '未提供',
  '不详',
  '未知',
  '缺',
  '缺失',
  '缺报',
  '空',
  '空白',
  '待补',
  '待核',
  '待定',
  '待填',
  '待核实',
  '待补充',
  '不适用',
  '无此项',
  '不涉及',
  'na',
  'n/a',
  'n.a.',
  'n.a',
  '#n/a',
  'nan',
  'null',
  'nil',
  'none',
  'tbd',
  'missing',
]);

/** Whether a text stands for a blank: `—`, `…`, `/`, `无`, `n.a.` … */
export function isMissingMark(text: string): boolean {
  if (text.length > 8) return false;
  const mark = fold(text).replaceAll(' ', '').toLowerCase();
  return MISSING.has(mark.replace(/^\((.+)\)$/, '$1'));
}

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const GROUPED_BY_FOUR = /^[+-]?\d{1,4}(?:,\d{4})+(?:\.\d+)?$/;
const PARTS = /^([+-]?[\d.,]*\d\.?(?:e[+-]?\d{1,2})?)([^\d].*)?$/i;

const QUICK = /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?$/;
/** A double carries every decimal of this many digits. */
const SAFE_LENGTH = 15;

/** The commonest forms (`77,629`, `-9.7`, `１２．５`), as the double they name; undefined for all others. */
export function readPlainNumber(text: string): number | undefined {
  if (text.length > 24) return undefined;
  let plain = text;
  if (!QUICK.test(plain)) {
    plain = fold(text).trim();
    if (!QUICK.test(plain)) return undefined;
  }
  const bare = plain.replaceAll(',', '');
  return bare.length <= SAFE_LENGTH ? Number(bare) : undefined;
}

const ORDINAL = /^第(\d+|[一二三四五六七八九十])(?:名|位|年|次)?$/;

/** 第3名, 第二年: ranks and years of a subsidy are written as ordinals. */
function ordinalDigits(_: string, ordinal: string): string {
  const at = '一二三四五六七八九十'.indexOf(ordinal);
  return at < 0 ? ordinal : String(at + 1);
}

const GROWN = /^(?:同比)?(增长|上升|提高|增加|下降|减少|降低|负增长|回落)(?=[\d.]+[%‰]?$)/;

/** 增长5.2%, 下降3%, 持平: growth in words, as signed numbers; any other text as it is. */
export function growthInDigits(text: string): string {
  const squashed = fold(text).replaceAll(' ', '');
  if (/^(?:同比)?持平$/.test(squashed)) return '0';
  const word = GROWN.exec(squashed);
  if (word === null) return text;
  return (/^(?:增长|上升|提高|增加)$/.test(word[1] ?? '') ? '' : '-') + squashed.slice(word[0].length);
}

/** Marks of footnotes behind a number: `1234*`, `56①`, `7.8※`. */
const FOOTNOTE = /(?<=[\d%百千万亿元])[*※#▲△★☆†‡¹²³⁴⁵\u2460-\u2473]+$/;

/** Whether a number carries a footnote's mark: it is read without. */
export function hasFootnote(text: string): boolean {
  return FOOTNOTE.test(fold(text).trim());
}

export function readNumberText(text: string): NumberText | null {
  const squashed = fold(text)
    .replaceAll(' ', '')
    .replace(FOOTNOTE, '')
    .replace(/^'/, '')
    .replace(/(\d)。(\d)/, '$1.$2')
    .replace(ORDINAL, ordinalDigits);
  const bracketed = /^\(([^()]+)\)(%|‰)?$/.exec(squashed);
  if (bracketed?.[1] === undefined) return readSigned(squashed);
  const inner = readSigned(bracketed[1] + (bracketed[2] ?? ''));
  // (5.2) is the bookkeepers' minus; (-5.2) is nothing anybody means.
  return inner === null || inner.value.isNegative() ? null : { ...inner, value: inner.value.negated() };
}

function readSigned(squashed: string): NumberText | null {
  const currency = /^([+-]?)(rmb|cny|¥|￥|usd|us\$|\$)(.+)$/i.exec(squashed);
  const parts = PARTS.exec(currency === null ? squashed : `${currency[1] ?? ''}${currency[3] ?? ''}`);
  if (parts?.[1] === undefined) return null;
  const value = plainNumber(parts[1]);
  if (value === null) return null;
  const suffix = parts[2] ?? '';
  const leading = currency?.[2];
  if (suffix === '')
    return { value, unit: leading === undefined ? null : readUnit(leading), magnitudeOnly: false };
  const magnitude = /^[百千万亿]{1,2}$/.test(suffix);
  const unit = readUnit(magnitude ? `${suffix}元` : suffix);
  if (unit === null || (leading !== undefined && readUnit(leading)?.base !== unit.base)) return null;
  return { value, unit: { ...unit, text: suffix }, magnitudeOnly: magnitude };
}

function plainNumber(text: string): Decimal | null {
  if (PLAIN.test(text)) return new Decimal(text);
  if (GROUPED.test(text) || GROUPED_BY_FOUR.test(text)) return new Decimal(text.replaceAll(',', ''));
  return null;
}
