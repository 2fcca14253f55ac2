import { SIMPLIFIED_OF } from './traditional';

/**
 * One way to write a text: full-width forms become half-width, traditional characters simplified, and
 * the many dashes, brackets, quotes and blanks become one each. For comparing and reading only; people are shown what was typed.
 */

const VARIANTS: readonly (readonly [string, string])[] = [
  ['-', '‐‑‒–—―−﹣─━'],
  ['~', '〜∼˜'],
  ['(', '【〔[{〖'],
  [')', '】〕]}〗'],
  ['"', '“”„‟「」『』《》〈〉'],
  ["'", '‘’‛`´'],
  [
    ' ',
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f',
  ],
  ['', '\u200b\u200c\u200d\u2060\ufeff\u00ad'],
  ['%', '٪﹪'],
  [',', '﹐'],
  [':', '︰﹕'],
];

const VARIANT_OF: ReadonlyMap<number, string> = new Map([
  ...SIMPLIFIED_OF.map(([from, to]): [number, string] => [from.charCodeAt(0), to]),
  ...VARIANTS.flatMap(([to, from]) =>
    Array.from(from, (character): [number, string] => [character.charCodeAt(0), to]),
  ),
]);

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

/** Full-width to half-width, variants to one form; case, blanks and letters stay. */
export function fold(text: string): string {
  if (isPlainAscii(text)) return text;
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) code -= FULL_WIDTH_SHIFT;
    folded += VARIANT_OF.get(code) ?? String.fromCharCode(code);
  }
  return folded;
}

/** Nothing that `fold` would change: most cells. */
function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || code < 32 || code === 91 || code === 93 || code === 96 || code === 123 || code === 125)
      return false;
  }
  return true;
}

/** Folded, lower case, without any blank: `合 计` → `合计`. */
export function squash(text: string): string {
  return fold(text).replaceAll(' ', '').toLowerCase();
}

/**
 * Folded, lower case, without blanks and without the marks that only separate or decorate:
 * `企业（单位）名称：` and `企业(单位)名称` have one key.
 */
export function nameKey(text: string): string {
  return squash(text).replace(/[()"'\-_~·•.,，、:;；/\\|*※#★▲△●○◆■□☆。<>＜＞!！?？]/g, '');
}
