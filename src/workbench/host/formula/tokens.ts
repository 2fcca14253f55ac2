/** Cuts a formula into tokens. Every character ends up in a token, so that joining them gives the formula back. */
import type { CellRange } from '../../../sheet';
import { parseArea, unquoted } from '../book/address';

export type TokenKind =
  | 'space'
  | 'text'
  | 'error'
  | 'reference'
  | 'structured'
  | 'function'
  | 'name'
  | 'number'
  | 'operator'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** A reference to cells as it stands in a formula. */
export interface Reference {
  /** As written, without quotes; null for the sheet of the formula. */
  readonly sheet: string | null;
  readonly area: CellRange;
  /** Which parts have a `$`: they stay when the formula is copied. */
  readonly fixed: {
    readonly left: boolean;
    readonly top: boolean;
    readonly right: boolean;
    readonly bottom: boolean;
  };
}

const WORD = '[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*';
const SHEET = `(?:'(?:[^']|'')+'|${WORD})!`;
const CELL = '\\$?[A-Za-z]{1,3}\\$?\\d{1,7}';
const AREA = `(?:${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})`;
const ERROR = '#(?:REF!|N/A|DIV/0!|NAME\\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|BUSY!)';
/** Brackets up to two deep, as in `表[[#Headers],[金额]]`; `'` before a bracket that is part of a name. */
const BRACKETS = "\\[(?:[^\\[\\]']|'.|\\[(?:[^\\[\\]']|'.)*\\])*\\]";

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['reference', new RegExp(`(?:${SHEET})?${AREA}(?![\\p{L}\\p{N}_.(!\\[])`, 'uy')],
  ['error', new RegExp(`(?:${SHEET})?${ERROR}`, 'uy')],
  ['structured', new RegExp(`(?:${WORD})?${BRACKETS}(?![\\p{L}\\p{N}_'])`, 'uy')],
  ['function', new RegExp(`${WORD}(?=\\()`, 'uy')],
  ['name', new RegExp(`(?:${SHEET})?${WORD}`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['operator', /<>|<=|>=|[-+*/^&=<>%:,;(){}@#]/y],
];

/** @param formula with or without the leading `=`, which is no token */
export function tokensOf(formula: string): Token[] {
  const text = formula.replace(/^=/, '');
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { kind, text: found };
  }
  return { kind: 'other', text: text.charAt(at) };
}

/** What a token of kind `reference` refers to; null when it lies outside a sheet. */
export function referenceIn(token: Token): Reference | null {
  const bang = token.text.lastIndexOf('!');
  const body = token.text.slice(bang + 1);
  const range = parseArea(body);
  if (range === null) return null;
  const [first = '', last = first] = body.split(':');
  return {
    sheet: bang < 0 ? null : unquoted(token.text.slice(0, bang)),
    area: range,
    fixed: {
      left: /^\$[A-Za-z]/.test(first),
      top: /\$\d/.test(first),
      right: /^\$[A-Za-z]/.test(last),
      bottom: /\$\d/.test(last),
    },
  };
}
