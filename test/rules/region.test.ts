import type { Expr } from '../../src/rules';
import { implies, isImpossible, type Region, regionOf } from '../../src/rules/lint/region';

/** Conditions over names only: what the lint cannot look into is taken as it is written. */
const position = { file: '', line: 1, column: 1 };
const name = (key: string): Expr => ({ op: 'indicator', key, position });
const not = (term: Expr): Expr => ({ op: 'not', term, position });
const all = (...terms: Expr[]): Expr => ({ op: 'and', terms, position });
const any = (...terms: Expr[]): Expr => ({ op: 'or', terms, position });
const region = (expr: Expr): Region =>
  regionOf(expr, { figures: new Map(), lets: new Map([['both', all(name('a'), name('b'))]]) });

test.each([
  ['a and b implies a', all(name('a'), name('b')), name('a'), true],
  ['a implies a or b', name('a'), any(name('a'), name('b')), true],
  ['a or b does not imply a', any(name('a'), name('b')), name('a'), false],
  ['not (a or b) implies not a', not(any(name('a'), name('b'))), not(name('a')), true],
  ['not (a and b) does not imply not a', not(all(name('a'), name('b'))), not(name('a')), false],
  ['a let stands for its value', { op: 'let', name: 'both', position } as const, name('b'), true],
])('%s', (_, first, second, expected) => {
  expect(implies(region(first), region(second))).toBe(expected);
});

test('what contradicts itself is impossible', () => {
  expect(isImpossible(region(all(name('a'), not(name('a')))))).toBe(true);
  expect(isImpossible(region(any(name('a'), not(name('a')))))).toBe(false);
});

test('with too many alternatives a condition only implies itself', () => {
  const pairs = Array.from({ length: 8 }, (_, index) => any(name(`a${index}`), name(`b${index}`)));
  const wide = any(...Array.from({ length: 70 }, (_, index) => name(`c${index}`)));
  for (const condition of [all(...pairs), wide, all(wide, name('a'))]) {
    expect(implies(region(condition), region(condition))).toBe(true);
    expect(implies(region(condition), region(name('a')))).toBe(false);
    expect(isImpossible(region(condition))).toBe(false);
  }
});
