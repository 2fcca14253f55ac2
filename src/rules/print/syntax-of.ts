import type { Span } from '../diagnostics';
import type { BinaryOperator, NamedArgument, Syntax } from '../expression';
import type { DateRange, Expr, Figure, FigureId } from '../model';

/** What printing needs to know of a policy. */
export interface Figures {
  readonly figures: ReadonlyMap<FigureId, Figure>;
}

/** Turns a checked expression back into what an author would write. */
export function syntaxOf(expr: Expr, policy: Figures): Syntax {
  const of = (each: Expr): Syntax => syntaxOf(each, policy);
  switch (expr.op) {
    case 'figure':
      return literal(policy.figures.get(expr.id)?.text ?? expr.id);
    case 'zero':
      return literal('0');
    case 'boolean':
      return name(expr.value ? 'yes' : 'no');
    case 'indicator':
      return name(expr.key);
    case 'let':
      return name(expr.name);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return binary(ARITHMETIC[expr.op], of(expr.left), of(expr.right));
    case 'compare':
      return binary(expr.comparator, of(expr.left), of(expr.right));
    case 'min':
    case 'max':
      return call(expr.op, expr.terms.map(of));
    case 'and':
    case 'or':
      return chain(expr.op, expr.terms.map(of));
    case 'not':
      return { kind: 'not', term: of(expr.term), span: NOWHERE };
    case 'isOneOf':
      return oneOf(expr.key, expr.values);
    case 'equalsOneOf':
      return binary('in', of(expr.left), list(expr.values.map(of)));
    case 'within':
      return binary('in', of(expr.date), rangeOf(expr.range, of));
    case 'shift':
      return binary(expr.sign === 1 ? '+' : '-', of(expr.date), of(expr.by));
    case 'given':
      return call('given', [name(expr.key)]);
    case 'if':
      return {
        kind: 'if',
        condition: of(expr.condition),
        consequence: of(expr.then),
        alternative: of(expr.otherwise),
        span: NOWHERE,
      };
    case 'orElse':
      return binary('orElse', of(expr.first), of(expr.second));
    default:
      return callOf(expr, of);
  }
}

type Called = Expr & { readonly op: 'growth' | 'share' | 'rank' | 'passed' | 'table' | 'reading' };

function callOf(expr: Called, of: (each: Expr) => Syntax): Syntax {
  switch (expr.op) {
    case 'growth':
      return call('growth', [name(expr.current), name(expr.prior)], {
        official: expr.official && name(expr.official),
      });
    case 'share':
      return call('share', [name(expr.part), name(expr.whole)], {
        official: expr.official && name(expr.official),
        names: expr.names === 'rate' ? undefined : name(expr.names),
      });
    case 'rank':
      return call('rank', [of(expr.measure)], {
        within: expr.within && name(expr.within),
        among: expr.among && of(expr.among),
        official: name(expr.official),
      });
    case 'passed':
      return call(expr.inclusive ? 'reached' : 'passed', [name(expr.value)], {
        over: name(expr.best),
        lines: list(expr.lines.map(of)),
      });
    case 'table':
      return callWith(
        'table',
        [of(expr.of)],
        expr.entries.map(({ match, value }) => [textOf(match, of), of(value)]),
      );
    case 'reading': {
      const options = Object.entries(expr.options).map(([option, value]): [string, Syntax] => [
        option,
        of(value),
      ]);
      return callWith('reading', [name(expr.id.split('#').at(-1) ?? '')], options);
    }
  }
}

function textOf(match: string | Expr, of: (each: Expr) => Syntax): string {
  if (typeof match === 'string') return match;
  const syntax = of(match);
  return syntax.kind === 'literal' ? syntax.text : '';
}

const ARITHMETIC = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/** Printed expressions stand in no file. */
const NOWHERE: Span = { source: { path: '', text: '', lineStarts: [0] }, start: 0, end: 0 };

const literal = (text: string): Syntax => ({ kind: 'literal', text, span: NOWHERE });
const name = (text: string): Syntax => ({ kind: 'name', name: text, span: NOWHERE });
const list = (items: readonly Syntax[]): Syntax => ({ kind: 'list', items, span: NOWHERE });
const binary = (operator: BinaryOperator, left: Syntax, right: Syntax): Syntax => ({
  kind: 'binary',
  operator,
  left,
  right,
  span: NOWHERE,
});

function chain(operator: 'and' | 'or', terms: readonly Syntax[]): Syntax {
  const [first, ...rest] = terms;
  return rest.reduce((left, right) => binary(operator, left, right), first ?? name('yes'));
}

function oneOf(key: string, values: readonly string[]): Syntax {
  const items = values.map((value): Syntax =>
    /^[\p{L}_][\p{L}\p{N}_·]*$/u.test(value) ? name(value) : { kind: 'quoted', text: value, span: NOWHERE },
  );
  const [first, second] = items;
  return first !== undefined && second === undefined
    ? binary('=', name(key), first)
    : binary('in', name(key), list(items));
}

function rangeOf(range: DateRange, of: (each: Expr) => Syntax): Syntax {
  if (range.kind !== 'between') return name(range.kind);
  if (range.from === range.to) return of(range.from);
  return { kind: 'range', from: of(range.from), to: of(range.to), span: NOWHERE };
}

function call(
  callee: string,
  positional: readonly Syntax[],
  named: Readonly<Record<string, Syntax | '' | undefined>> = {},
): Syntax {
  const given = Object.entries(named).filter(
    (entry): entry is [string, Syntax] => typeof entry[1] === 'object',
  );
  return callWith(callee, positional, given);
}

function callWith(
  callee: string,
  positional: readonly Syntax[],
  named: readonly (readonly [string, Syntax])[],
): Syntax {
  const args = named.map(([key, value]): NamedArgument => ({ name: key, value, span: NOWHERE }));
  return { kind: 'call', name: callee, positional, named: args, span: NOWHERE };
}
