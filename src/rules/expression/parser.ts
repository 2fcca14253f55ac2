import type { Report, Span } from '../diagnostics';
import { spanning } from '../diagnostics';
import { spanWithin, type TextNode } from '../yaml';
import {
  BINDING,
  type BinaryOperator,
  COMPARISON_BINDING,
  isBinaryOperator,
  type NamedArgument,
  NEGATIVE_BINDING,
  NOT_BINDING,
  type Syntax,
} from './syntax';
import { type Token, tokenize } from './token';

/** Reads an expression by operator precedence. What cannot be read has been reported, with its column. */
export function parseExpression(text: TextNode, report: Report): Syntax | undefined {
  if (text.isCut === true) return undefined;
  const tokens = tokenize(text, report);
  if (tokens === undefined) return undefined;
  const parser = new Parser(text, tokens);
  try {
    return parser.whole();
  } catch (problem) {
    if (!(problem instanceof Unexpected)) throw problem;
    const { token, expected } = problem;
    const found = token.kind === 'end' ? undefined : token.text;
    report('expression-syntax', parser.spanOf(token), { found, expected });
    return undefined;
  }
}

interface Expected {
  readonly zh: string;
  readonly en: string;
}

/** Leaves the parser at the first token that does not fit; an expression has at most one such report. */
class Unexpected extends Error {
  readonly token: Token;
  readonly expected: Expected;

  constructor(token: Token, expected: Expected) {
    super('unexpected token');
    this.token = token;
    this.expected = expected;
  }
}

const A_VALUE: Expected = { zh: '名字、数、函数或括号', en: 'a name, a figure, a function or a parenthesis' };
const AN_OPERATOR: Expected = { zh: '运算符或表达式的结尾', en: 'an operator or the end of the expression' };
const ONE_COMPARISON: Expected = {
  zh: 'and、or 或结尾（比较不能连写，请写成 a >= b and a < c）',
  en: 'and, or, or the end (comparisons do not chain; write a >= b and a < c)',
};
const LESS_DEEP: Expected = { zh: '嵌套较浅的写法', en: 'something nested less deeply' };
/** Deeper nesting than anyone can read. */
const DEEPEST = 100;
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'if', 'then', 'else', 'orElse']);

class Parser {
  readonly #text: TextNode;
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

  constructor(text: TextNode, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  spanOf({ start, end }: Token): Span {
    return spanWithin(this.#text, start, end);
  }

  whole(): Syntax {
    const syntax = this.#expression(0);
    if (this.#peek().kind !== 'end') throw new Unexpected(this.#peek(), AN_OPERATOR);
    return syntax;
  }

  /** Everything that binds tighter than `floor`. */
  #expression(floor: number): Syntax {
    if (this.#depth > DEEPEST) throw new Unexpected(this.#peek(), LESS_DEEP);
    this.#depth += 1;
    const syntax = this.#operators(floor);
    this.#depth -= 1;
    return syntax;
  }

  #operators(floor: number): Syntax {
    let left = this.#prefix();
    for (;;) {
      const operator = this.#operator();
      if (operator === undefined || BINDING[operator] <= floor) return left;
      const binding = BINDING[operator];
      this.#take();
      const right = operator === 'in' ? this.#choice() : this.#expression(rightFloor(operator));
      left = { kind: 'binary', operator, left, right, span: spanning(left.span, right.span) };
      const next = this.#operator();
      if (binding === COMPARISON_BINDING && next !== undefined && BINDING[next] === COMPARISON_BINDING) {
        throw new Unexpected(this.#peek(), ONE_COMPARISON);
      }
    }
  }

  #operator(): BinaryOperator | undefined {
    const { kind, text } = this.#peek();
    return (kind === 'symbol' || kind === 'name') && isBinaryOperator(text) ? text : undefined;
  }

  #prefix(): Syntax {
    const token = this.#peek();
    if (this.#skip('not')) {
      const term = this.#expression(NOT_BINDING);
      return { kind: 'not', term, span: spanning(this.spanOf(token), term.span) };
    }
    if (this.#skip('-')) {
      const term = this.#expression(NEGATIVE_BINDING);
      const span = spanning(this.spanOf(token), term.span);
      const isFigure = term.kind === 'literal' && !term.text.startsWith('-');
      return isFigure ? { kind: 'literal', text: `-${term.text}`, span } : { kind: 'negative', term, span };
    }
    if (this.#skip('if')) return this.#conditional(token);
    return this.#primary();
  }

  #conditional(start: Token): Syntax {
    const condition = this.#expression(0);
    this.#expect('then');
    const consequence = this.#expression(0);
    this.#expect('else');
    const alternative = this.#expression(0);
    const span = spanning(this.spanOf(start), alternative.span);
    return { kind: 'if', condition, consequence, alternative, span };
  }

  #primary(): Syntax {
    const token = this.#peek();
    if (token.kind === 'literal' || token.kind === 'quoted') {
      this.#take();
      return { kind: token.kind, text: token.text, span: this.spanOf(token) };
    }
    if (token.kind === 'name' && !KEYWORDS.has(token.text)) return this.#nameOrCall();
    if (this.#skip('(')) {
      const inner = this.#expression(0);
      this.#expect(')');
      return inner;
    }
    throw new Unexpected(token, A_VALUE);
  }

  #nameOrCall(): Syntax {
    const name = this.#take();
    if (!this.#skip('(')) return { kind: 'name', name: name.text, span: this.spanOf(name) };
    const positional: Syntax[] = [];
    const named: NamedArgument[] = [];
    while (!this.#is(')')) {
      const argument = this.#peek();
      if (argument.kind === 'name' && this.#tokens[this.#index + 1]?.text === ':') {
        this.#index += 2;
        const value = this.#argument();
        named.push({ name: argument.text, value, span: spanning(this.spanOf(argument), value.span) });
      } else {
        positional.push(this.#argument());
      }
      if (!this.#is(')')) this.#expect(',');
    }
    const end = this.#take();
    return {
      kind: 'call',
      name: name.text,
      positional,
      named,
      span: spanning(this.spanOf(name), this.spanOf(end)),
    };
  }

  #argument(): Syntax {
    return this.#is('[') ? this.#list() : this.#expression(0);
  }

  /** What may stand behind `in`: a list, a range of dates, or the name of a period. */
  #choice(): Syntax {
    if (this.#is('[')) return this.#list();
    const from = this.#expression(COMPARISON_BINDING);
    if (!this.#skip('..')) return from;
    const to = this.#expression(COMPARISON_BINDING);
    return { kind: 'range', from, to, span: spanning(from.span, to.span) };
  }

  #list(): Syntax {
    const start = this.#expect('[');
    const items: Syntax[] = [];
    while (!this.#is(']')) {
      items.push(this.#expression(COMPARISON_BINDING));
      if (!this.#is(']')) this.#expect(',');
    }
    return { kind: 'list', items, span: spanning(this.spanOf(start), this.spanOf(this.#take())) };
  }

  #peek(): Token {
    const token = this.#tokens[this.#index] ?? this.#tokens.at(-1);
    if (token === undefined) throw new RangeError('a token list ends with an end token');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    this.#index += 1;
    return token;
  }

  #is(text: string): boolean {
    const token = this.#peek();
    return (token.kind === 'symbol' || token.kind === 'name') && token.text === text;
  }

  #skip(text: string): boolean {
    const found = this.#is(text);
    if (found) this.#index += 1;
    return found;
  }

  #expect(text: string): Token {
    if (!this.#is(text)) throw new Unexpected(this.#peek(), { zh: `“${text}”`, en: `"${text}"` });
    return this.#take();
  }
}

/** `a orElse b orElse c` reads from the right, everything else from the left. */
const rightFloor = (operator: BinaryOperator): number =>
  operator === 'orElse' ? BINDING.orElse - 1 : BINDING[operator];
