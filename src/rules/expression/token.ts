import type { Report } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import { UNIT_NAMES } from '../units';
import { spanWithin, type TextNode } from '../yaml';

/** The words of an expression. `start` and `end` are offsets in the expression's text. */
export interface Token {
  readonly kind: 'literal' | 'name' | 'quoted' | 'symbol' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Signs as an input method may write them. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '==': '=',
  '−': '-',
  '－': '-',
  '＋': '+',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '：': ':',
  '［': '[',
  '］': ']',
};

const SPACE = /^\s+/u;
const DATE = /^\d{4}-\d{2}(-\d{2})?(?![\d-])/u;
const NUMBER = /^\d+(\.\d+)?/u;
const NAME = /^[\p{L}_][\p{L}\p{N}_·]*/u;
const WORD = /^[\p{L}\p{N}_·㎡‰%]+/u;
const QUOTED = /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’)/u;
const SYMBOL = /^(?:\.\.|>=|<=|!=|==|[-+*/×÷≥≤≠−－＋＞＜＝（），、：［］()[\],:<>=])/u;

/** Splits an expression; what cannot be read has been reported, and the result is then undefined. */
export function tokenize(text: TextNode, report: Report): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.value.length) {
    const token = nextToken(text, at, report);
    if (token === undefined) return undefined;
    if (token !== 'space') tokens.push(token);
    at = token === 'space' ? at + (SPACE.exec(text.value.slice(at))?.[0].length ?? 1) : token.end;
  }
  return [...tokens, { kind: 'end', text: '', start: at, end: at }];
}

function nextToken(text: TextNode, start: number, report: Report): Token | 'space' | undefined {
  const rest = text.value.slice(start);
  if (SPACE.test(rest)) return 'space';
  const token = (kind: Token['kind'], written: string, value = written): Token => ({
    kind,
    text: value,
    start,
    end: start + written.length,
  });
  const date = DATE.exec(rest)?.[0];
  if (date !== undefined) return token('literal', date);
  const number = NUMBER.exec(rest)?.[0];
  if (number !== undefined) return literalToken(text, start, number, report);
  const name = NAME.exec(rest)?.[0];
  if (name !== undefined) return token('name', name);
  const quoted = QUOTED.exec(rest);
  if (quoted !== null)
    return token('quoted', quoted[0], quoted.slice(1).find((part) => part !== undefined) ?? '');
  const symbol = SYMBOL.exec(rest)?.[0];
  if (symbol !== undefined) return token('symbol', symbol, SAME_SIGN[symbol] ?? symbol);
  const found = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  report('expression-syntax', spanWithin(text, start, start + found.length), {
    found,
    expected: { zh: '名字、数或运算符', en: 'a name, a figure or an operator' },
  });
  return undefined;
}

/** A number with its unit, and with `/unit` where a unit follows the stroke. */
function literalToken(text: TextNode, start: number, number: string, report: Report): Token | undefined {
  let end = start + number.length;
  const unit = unitAt(text.value, end);
  if (unit !== undefined) {
    end += unit.length;
    const per = text.value[end] === '/' ? unitAt(text.value, end + 1) : undefined;
    if (per !== undefined) end += 1 + per.length;
  }
  const tail = WORD.exec(text.value.slice(end))?.[0];
  if (tail === undefined) return { kind: 'literal', text: text.value.slice(start, end), start, end };
  const written = WORD.exec(text.value.slice(start + number.length))?.[0] ?? tail;
  report('unknown-unit', spanWithin(text, start + number.length, end + tail.length), {
    unit: written,
    written: text.value.slice(start, end + tail.length),
    suggestion: suggest(written, UNIT_NAMES),
  });
  return undefined;
}

function unitAt(text: string, at: number): string | undefined {
  return UNIT_NAMES.find((name) => text.startsWith(name, at));
}
