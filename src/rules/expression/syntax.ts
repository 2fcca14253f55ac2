import type { Span } from '../diagnostics';

/** An expression as it is written: names not yet resolved, no types. */
export type Syntax = At &
  /** A figure: `100万元`, `20%`, `2020-02-14`; also a bare number, which only some places allow. */
  (
    | { readonly kind: 'literal'; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    /** A category value in quotes. */
    | { readonly kind: 'quoted'; readonly text: string }
    | { readonly kind: 'not'; readonly term: Syntax }
    | { readonly kind: 'negative'; readonly term: Syntax }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
    | { readonly kind: 'list'; readonly items: readonly Syntax[] }
    | { readonly kind: 'range'; readonly from: Syntax; readonly to: Syntax }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly positional: readonly Syntax[];
        readonly named: readonly NamedArgument[];
      }
    | {
        readonly kind: 'if';
        readonly condition: Syntax;
        readonly consequence: Syntax;
        readonly alternative: Syntax;
      }
  );

interface At {
  readonly span: Span;
}

export interface NamedArgument {
  readonly name: string;
  readonly value: Syntax;
  readonly span: Span;
}

export type BinaryOperator =
  'or' | 'and' | '>=' | '>' | '<=' | '<' | '=' | '!=' | 'in' | 'orElse' | '+' | '-' | '*' | '/';

export type SyntaxOf<Kind extends Syntax['kind']> = Syntax & { readonly kind: Kind };

/** How tightly an operator binds; a higher number binds tighter. Comparisons do not chain. */
export const BINDING: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '>=': 4,
  '>': 4,
  '<=': 4,
  '<': 4,
  '=': 4,
  '!=': 4,
  in: 4,
  orElse: 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
};
/** `not` takes everything up to the next `and` or `or`. */
export const NOT_BINDING = 3;
export const COMPARISON_BINDING = 4;
export const NEGATIVE_BINDING = 8;

export const isBinaryOperator = (text: string): text is BinaryOperator => Object.hasOwn(BINDING, text);

/** The first name in an expression, which names the figures on the other side of a comparison. */
export function firstName(syntax: Syntax): string | undefined {
  switch (syntax.kind) {
    case 'name':
      return syntax.name;
    case 'literal':
    case 'quoted':
      return undefined;
    case 'not':
    case 'negative':
      return firstName(syntax.term);
    case 'binary':
      return firstName(syntax.left) ?? firstName(syntax.right);
    case 'list':
      return firstOf(syntax.items);
    case 'range':
      return firstOf([syntax.from, syntax.to]);
    case 'call':
      return firstOf([...syntax.positional, ...syntax.named.map(({ value }) => value)]);
    case 'if':
      return firstOf([syntax.condition, syntax.consequence, syntax.alternative]);
  }
}

function firstOf(all: readonly Syntax[]): string | undefined {
  for (const each of all) {
    const name = firstName(each);
    if (name !== undefined) return name;
  }
  return undefined;
}
