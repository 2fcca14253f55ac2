/**
 * Reads a formula into a tree: operators, references, names, calls. What Excel knows beyond that
 * (array constants, unions, ranges between results, references to other workbooks) is refused, and the
 * formula keeps its cached result.
 */
import { referenceIn, tokensOf, type Reference, type Token } from './tokens';

export type Node =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'structured'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'spilled'; readonly anchor: Reference }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly site: number;
      readonly args: readonly (Node | null)[];
    }
  | { readonly kind: 'prefix'; readonly operator: '-' | '+' | '@'; readonly operand: Node }
  | { readonly kind: 'percent'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node };

/** Binds tighter the higher; `^` and all others from left to right, as in Excel. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** The formula has something the host cannot read. */
class Unreadable extends Error {}

/** null when the formula has something that the host does not calculate. */
export function parseFormula(formula: string): Node | null {
  try {
    const parser = new Parser(tokensOf(formula).filter(({ kind }) => kind !== 'space'));
    return parser.whole();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Parser {
  private at = 0;
  private calls = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node {
    const node = this.expression(0);
    if (this.at < this.tokens.length) throw new Unreadable();
    return node;
  }

  private expression(weakest: number): Node {
    let left = this.operand();
    for (;;) {
      const operator = this.peek('operator');
      const precedence = operator === undefined ? undefined : PRECEDENCE[operator];
      if (operator === undefined || precedence === undefined || precedence <= weakest) return left;
      this.at += 1;
      left = { kind: 'binary', operator, left, right: this.expression(precedence) };
    }
  }

  private operand(): Node {
    let node = this.plainOperand();
    for (;;) {
      if (this.take('%')) node = { kind: 'percent', operand: node };
      else if (node.kind === 'reference' && this.take('#'))
        node = { kind: 'spilled', anchor: node.reference };
      else return node;
    }
  }

  private plainOperand(): Node {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Unreadable();
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', error: token.text.slice(token.text.indexOf('#')) };
      case 'reference':
        return this.reference(token);
      case 'structured':
        return { kind: 'structured', text: token.text };
      case 'name':
        return named(token.text);
      case 'function':
        return this.call(token.text);
      case 'operator':
        return this.prefixed(token.text);
      case 'other':
      case 'space':
        throw new Unreadable();
    }
  }

  private reference(token: Token): Node {
    const reference = referenceIn(token);
    if (reference === null) throw new Unreadable();
    return { kind: 'reference', reference };
  }

  private prefixed(operator: string): Node {
    if (operator === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return inner;
    }
    if (operator === '-' || operator === '+' || operator === '@') {
      // A sign binds tighter than any operator between two operands, `^` included: -2^2 is 4.
      return { kind: 'prefix', operator, operand: this.operand() };
    }
    throw new Unreadable();
  }

  private call(name: string): Node {
    this.calls += 1;
    const site = this.calls;
    this.expect('(');
    const args: (Node | null)[] = [];
    if (this.take(')')) return { kind: 'call', name: name.toUpperCase(), site, args };
    do {
      const next = this.peek('operator');
      args.push(next === ',' || next === ')' ? null : this.expression(0));
    } while (this.take(','));
    this.expect(')');
    return { kind: 'call', name: name.toUpperCase(), site, args };
  }

  private peek(kind: Token['kind']): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === kind ? token.text : undefined;
  }

  private take(operator: string): boolean {
    if (this.peek('operator') !== operator) return false;
    this.at += 1;
    return true;
  }

  private expect(operator: string): void {
    if (!this.take(operator)) throw new Unreadable();
  }
}

function named(text: string): Node {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' };
  return { kind: 'name', name: text };
}
