/**
 * The text a cell shows, by its number format: numbers, percent, thousands, dates and times, literals and
 * sections. A format beyond that (fractions, conditions in brackets) is refused, not guessed.
 */
import { isCellError, type CellContent } from '../../../sheet';

/** null when the host cannot render the format. */
export function textOf(content: CellContent, numberFormat: string, date1904 = false): string | null {
  if (content === null) return '';
  if (isCellError(content)) return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (typeof content === 'string') return content;
  if (numberFormat === 'General' || numberFormat === '@') return general(content);
  const sections = sectionsOf(numberFormat);
  const section =
    content < 0 ? (sections[1] ?? sections[0]) : content === 0 ? (sections[2] ?? sections[0]) : sections[0];
  if (section === undefined) return null;
  const magnitude = content < 0 && sections[1] !== undefined ? -content : content;
  return render(magnitude, section, date1904 ? 1462 : 0);
}

function general(value: number): string {
  if (Math.abs(value) >= 1e11) return scientific(value, 5, 2).replace(/\.?0+E/, 'E');
  const text = String(Number(value.toPrecision(11)));
  return text.includes('e')
    ? value
        .toExponential(5)
        .replace(/\.?0*e([+-])(\d)$/, 'E$10$2')
        .replace('e', 'E')
    : text;
}

/** Pieces of a format: `;` between sections, texts in quotes or after `\`, padding `_x` and fill `*x`. */
const PIECES =
  /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(;)|(AM\/PM|A\/P|上午\/下午)|(General|[yYmMdDhHsS]+|[#0?][#0?,]*(?:\.[#0?]*)?(?:[eE][+-]0+)?|\.[#0?]+|%|.)/gs;

interface Piece {
  readonly kind: 'literal' | 'code' | 'half-day';
  readonly text: string;
}

function sectionsOf(numberFormat: string): Piece[][] {
  const sections: Piece[][] = [[]];
  for (const [, quoted, escaped, padding, , bracket, end, halfDay, code] of numberFormat.matchAll(PIECES)) {
    const section = sections.at(-1) ?? [];
    if (end !== undefined) sections.push([]);
    else if (halfDay !== undefined) section.push({ kind: 'half-day', text: halfDay });
    else if (code !== undefined) section.push({ kind: 'code', text: code });
    else if (bracket !== undefined) section.push(...bracketed(bracket));
    else if (padding !== undefined) section.push({ kind: 'literal', text: ' ' });
    else section.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
  }
  return sections;
}

/** `[$¥-804]` is a currency sign with a locale, `[h]` elapsed time, `[红色]` a colour that the text does not show. */
function bracketed(inside: string): Piece[] {
  const [, currency] = /^\$([^-]*)/.exec(inside) ?? [];
  if (currency !== undefined) return currency === '' ? [] : [{ kind: 'literal', text: currency }];
  if (/^(?:[hH]+|[mM]+|[sS]+|[<>=].*)$/.test(inside)) return [{ kind: 'code', text: '[' }];
  return [];
}

function render(value: number, section: readonly Piece[], epoch: number): string | null {
  const codes = section.filter(({ kind }) => kind === 'code').map(({ text }) => text);
  if (codes.some((code) => /^[yYdDhHsS]|^[mM]+$/.test(code))) return dateText(value + epoch, section);
  const digits = codes.filter((code) => /^[#0?.]/.test(code));
  const others = codes.filter((code) => !/^[#0?.]/.test(code) && code !== 'General');
  if (digits.length > 1 || others.some((code) => !/^[%\s+\-()¥￥$€£:!^&'~{}=<>,，、。/元万]$/u.test(code)))
    return null;
  const scaled = codes.includes('%') ? value * 100 : value;
  const pieces = section.map(({ kind, text }) => {
    if (kind === 'half-day') return null;
    if (kind === 'literal') return text;
    if (text === 'General') return general(scaled);
    return /^[#0?.]/.test(text) ? digitsText(scaled, text) : text;
  });
  return pieces.includes(null) ? null : pieces.join('');
}

function digitsText(value: number, pattern: string): string {
  const [, mantissa = pattern, exponent] = /^(.*?)(?:[eE]([+-]0+))?$/.exec(pattern) ?? [];
  const [whole = '', decimals = ''] = mantissa.split('.');
  const thousandsCut = /,+$/.exec(whole)?.[0].length ?? 0;
  const scaled = value / 1000 ** thousandsCut;
  if (exponent !== undefined) return scientific(scaled, decimals.length, exponent.length - 1);
  const [integer = '0', fraction = ''] = fixed(Math.abs(scaled), decimals.length).split('.');
  const leastDigits = whole.replaceAll(/[^0]/g, '').length;
  const padded = integer === '0' && leastDigits === 0 ? '' : integer.padStart(leastDigits, '0');
  const grouped = /[#0?],[#0?]/.test(whole) ? padded.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  const leastDecimals = decimals.replace(/[#?]+$/, '').length;
  const kept = fraction.slice(0, leastDecimals) + fraction.slice(leastDecimals).replace(/0+$/, '');
  const sign = scaled < 0 && /[1-9]/.test(integer + fraction) ? '-' : '';
  return sign + grouped + (kept === '' ? (pattern.includes('.') && decimals === '' ? '.' : '') : `.${kept}`);
}

/** Rounds half away from zero on the decimal digits, as Excel does; `toFixed` would round the binary fraction. */
function fixed(value: number, decimals: number): string {
  const shifted = Number(`${Number(value.toPrecision(15))}e${decimals}`);
  return Number.isFinite(shifted)
    ? Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals)
    : value.toFixed(decimals);
}

function scientific(value: number, decimals: number, width: number): string {
  const [mantissa = '', exponent = '+0'] = value.toExponential(decimals).split('e');
  return `${mantissa}E${exponent.charAt(0)}${exponent.slice(1).padStart(width, '0')}`;
}

function dateText(serial: number, section: readonly Piece[]): string | null {
  if (serial < 0 || section.some(({ kind, text }) => kind === 'code' && text === '[')) return null;
  const seconds = Math.round(serial * 86_400);
  // Excel counts a 29 February 1900 that never was.
  const day = Math.floor(seconds / 86_400) + (seconds / 86_400 < 60 ? 1 : 0);
  const moment = new Date((day - 25_569) * 86_400_000 + (seconds % 86_400) * 1000);
  const halfDays = section.some(({ kind }) => kind === 'half-day');
  const texts = section.map((piece, index) => {
    if (piece.kind === 'literal') return piece.text;
    if (piece.kind === 'half-day') return halfDayText(moment, piece.text);
    return datePart(moment, piece.text, isMinutes(section, index), halfDays);
  });
  return texts.includes(null) ? null : texts.join('');
}

function halfDayText(moment: Date, names: string): string {
  const [morning = '', afternoon = ''] = names.split('/');
  return moment.getUTCHours() < 12 ? morning : afternoon;
}

/** `m` means minutes after hours and before seconds. */
function isMinutes(section: readonly Piece[], index: number): boolean {
  const letters = section
    .map(({ kind, text }, at) => ({
      at,
      letter: kind === 'code' && /^[yYmMdDhHsS]/.test(text) ? text.charAt(0).toLowerCase() : '',
    }))
    .filter(({ letter }) => letter !== '');
  const position = letters.findIndex(({ at }) => at === index);
  return letters[position - 1]?.letter === 'h' || letters[position + 1]?.letter === 's';
}

function datePart(moment: Date, code: string, minutes: boolean, halfDays: boolean): string | null {
  const number = (value: number): string => String(value).padStart(Math.min(2, code.length), '0');
  const hours = moment.getUTCHours();
  switch (code.charAt(0).toLowerCase()) {
    case 'y':
      return code.length > 2 ? String(moment.getUTCFullYear()) : String(moment.getUTCFullYear()).slice(-2);
    case 'm':
      if (minutes) return number(moment.getUTCMinutes());
      return code.length > 2 ? null : number(moment.getUTCMonth() + 1);
    case 'd':
      return code.length > 2 ? null : number(moment.getUTCDate());
    case 'h':
      return number(halfDays ? hours % 12 || 12 : hours);
    case 's':
      return number(moment.getUTCSeconds());
    default:
      return code.length === 1 && /[-/.:,\s年月日时分秒]/u.test(code) ? code : null;
  }
}
