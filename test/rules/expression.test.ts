import fc from 'fast-check';
import { type Diagnostic, DiagnosticList, sourceOf } from '../../src/rules/diagnostics';
import {
  BINDING,
  type BinaryOperator,
  parseExpression,
  printSyntax,
  type Syntax,
} from '../../src/rules/expression';
import type { TextNode } from '../../src/rules/yaml';

function textNode(value: string): TextNode {
  const source = sourceOf({ path: 'test.yaml', text: value });
  return { kind: 'text', value, span: { source, start: 0, end: value.length }, offsetOf: (index) => index };
}

function read(text: string): { syntax: Syntax | undefined; diagnostics: readonly Diagnostic[] } {
  const list = new DiagnosticList();
  return { syntax: parseExpression(textNode(text), list.report), diagnostics: list.inOrder([]) };
}

function parse(text: string): Syntax {
  const { syntax, diagnostics } = read(text);
  if (syntax === undefined)
    throw new Error(`${text}: ${diagnostics.map(({ message }) => message.en).join()}`);
  return syntax;
}

/** The tree without places, with a bracket round every operation. */
function tree(syntax: Syntax): string {
  const all = (parts: readonly Syntax[]): string => parts.map(tree).join(' ');
  switch (syntax.kind) {
    case 'literal':
      return syntax.text;
    case 'name':
      return syntax.name;
    case 'quoted':
      return `“${syntax.text}”`;
    case 'not':
    case 'negative':
      return `(${syntax.kind} ${tree(syntax.term)})`;
    case 'binary':
      return `(${syntax.operator} ${all([syntax.left, syntax.right])})`;
    case 'list':
      return `[${all(syntax.items)}]`;
    case 'range':
      return `(.. ${all([syntax.from, syntax.to])})`;
    case 'call':
      return `${syntax.name}(${[...syntax.positional.map(tree), ...syntax.named.map(({ name, value }) => `${name}:${tree(value)}`)].join(' ')})`;
    case 'if':
      return `(if ${all([syntax.condition, syntax.consequence, syntax.alternative])})`;
  }
}

describe('what binds tighter', () => {
  test.each([
    ['a + b * c', '(+ a (* b c))'],
    ['a - b - c', '(- (- a b) c)'],
    ['a / b * c', '(* (/ a b) c)'],
    ['(a + b) × c', '(* (+ a b) c)'],
    ['a ÷ b ≥ 20%', '(>= (/ a b) 20%)'],
    ['a or b and not c = d', '(or a (and b (not (= c d))))'],
    ['not a and b', '(and (not a) b)'],
    ['a orElse b orElse 0', '(orElse a (orElse b 0))'],
    ['a orElse b + c >= d', '(>= (orElse a (+ b c)) d)'],
    ['-a * b', '(* (negative a) b)'],
    ['growth < -30%', '(< growth -30%)'],
    ['a - -30%', '(- a -30%)'],
    ['-(-30%)', '(negative -30%)'],
    ['if a then b else c + d', '(if a b (+ c d))'],
    ['x in [1年, 2年、3年]', '(in x [1年 2年 3年])'],
    ['date in 2022-11..2024-02', '(in date (.. 2022-11 2024-02))'],
    ['date in policyYear', '(in date policyYear)'],
    ['share(a, b, official: c, names: parts)', 'share(a b official:c names:parts)'],
    ['passed(a, over: b, lines: [5000万元, 1亿元])', 'passed(a over:b lines:[5000万元 1亿元])'],
    ['500元/㎡ * area', '(* 500元/㎡ area)'],
    ['10元/count', '(/ 10元 count)'],
    ['industry = “批发 业”', '(= industry “批发 业”)'],
    ['industry in [\'批发业\', "零售业"]', '(in industry [“批发业” “零售业”])'],
    ['（a ＋ b）＞ c', '(> (+ a b) c)'],
    ['x = 2020-02-14', '(= x 2020-02-14)'],
  ])('%s', (text, expected) => {
    expect(tree(parse(text))).toBe(expected);
  });
});

const span = textNode('').span;
const name = fc
  .constantFrom('output', 'rent', '增速', '名次', 'x')
  .map((each): Syntax => ({ kind: 'name', name: each, span }));
const literal = fc
  .constantFrom('0', '20%', '-30%', '100万元', '500元/㎡', '3个月', '2020-02-14', '2022-11')
  .map((text): Syntax => ({ kind: 'literal', text, span }));
const quoted = fc.constantFrom('批发业', '甲 乙').map((text): Syntax => ({ kind: 'quoted', text, span }));
const operators = Object.keys(BINDING).filter((operator) => operator !== 'in') as BinaryOperator[];

const anyExpression: fc.Arbitrary<Syntax> = fc.letrec<{ expression: Syntax }>((tie) => {
  const inner = tie('expression');
  const list = fc.array(inner, { maxLength: 3 }).map((items): Syntax => ({ kind: 'list', items, span }));
  const range = fc.tuple(inner, inner).map(([from, to]): Syntax => ({ kind: 'range', from, to, span }));
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(name, literal, quoted),
      inner.map((term): Syntax => ({ kind: 'not', term, span })),
      inner
        .filter(({ kind }) => kind !== 'literal')
        .map((term): Syntax => ({ kind: 'negative', term, span })),
      fc
        .tuple(fc.constantFrom(...operators), inner, inner)
        .map(([operator, left, right]): Syntax => ({ kind: 'binary', operator, left, right, span })),
      fc
        .tuple(inner, fc.oneof(list, range, name))
        .map(([left, right]): Syntax => ({ kind: 'binary', operator: 'in', left, right, span })),
      fc.tuple(inner, inner, inner).map(([condition, consequence, alternative]): Syntax => ({
        kind: 'if',
        condition,
        consequence,
        alternative,
        span,
      })),
      fc
        .tuple(
          fc.constantFrom('min', 'rank'),
          fc.array(fc.oneof(inner, list), { maxLength: 3 }),
          fc.array(inner, { maxLength: 1 }),
        )
        .map(([callee, positional, among]): Syntax => ({
          kind: 'call',
          name: callee,
          positional,
          named: among.map((value) => ({ name: 'among', value, span })),
          span,
        })),
    ),
  };
}).expression;

test('what is printed reads back as the same expression', () => {
  fc.assert(
    fc.property(anyExpression, (syntax) => {
      expect(tree(parse(printSyntax(syntax)))).toBe(tree(syntax));
    }),
    { numRuns: 500 },
  );
});

test('any text at all is read or reported, in one place', () => {
  const pieces = fc.constantFrom(
    'a',
    '增速',
    '20%',
    '5',
    '(',
    ')',
    '[',
    ']',
    ',',
    '..',
    '>=',
    'and',
    'if',
    'then',
    '"',
    '“',
    ' ',
    '#',
    '2020-02',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces).map((all) => all.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const { syntax, diagnostics } = read(text);
        expect([diagnostics.length, syntax === undefined]).toEqual([
          Number(syntax === undefined),
          diagnostics.length > 0,
        ]);
      },
    ),
  );
});
