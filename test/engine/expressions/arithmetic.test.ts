import { add, divide, max, min, multiply, subtract } from '../../../src/engine/expressions/arithmetic';
import { blank, is, nothing, notGiven, num, rows, shown } from '../evaluates';

const at0 = (evaluate: (row: number) => Parameters<typeof shown>[0]): string => shown(evaluate(0));

test('sums, differences, products and quotients are exact', () => {
  expect(at0(add(is('0.1'), is('0.2')))).toBe('0.3');
  expect(at0(subtract(is('120000000'), is('100000000')))).toBe('20000000');
  expect(at0(multiply(is('33333.33'), is('0.0333')))).toBe('1109.999889');
  expect(at0(divide(is(1), is(3)))).toBe('1/3');
  expect(at0(multiply(divide(is(1), is(3)), is(3)))).toBe('3/3');
  expect(at0(add(divide(is(1), is(3)), divide(is(1), is(6))))).toBe('9/18');
});

test('a known zero times anything is zero', () => {
  for (const other of [blank('rate'), notGiven, is(5), nothing]) {
    expect(at0(multiply(is(0), other))).toBe('0');
    expect(at0(multiply(other, is(0)))).toBe('0');
  }
});

test('blanks are named, both', () => {
  expect(at0(add(blank('a'), blank('b')))).toBe('missing a, b');
  expect(at0(multiply(is(2), blank('b')))).toBe('missing b');
});

test('what hangs on a parameter that is not given stays undecided', () => {
  expect(at0(multiply(blank('a'), notGiven))).toBe('undecided');
  expect(at0(subtract(notGiven, is('0.01')))).toBe('undecided');
});

test('nothing is an amount of 0', () => {
  expect(at0(add(nothing, is(3)))).toBe('3');
});

test('dividing by zero gives nothing; zero divided by anything is zero', () => {
  expect(at0(divide(is(3), is(0)))).toBe('nothing');
  expect(at0(divide(is(0), blank('b')))).toBe('0');
  expect(at0(divide(is(3), blank('b')))).toBe('missing b');
});

test('the lowest and the highest', () => {
  expect(at0(min([is(3), is(1), is(2)]))).toBe('1');
  expect(at0(max([is(3), is(1), is(2)]))).toBe('3');
  expect(at0(min([is(3), blank('b')]))).toBe('missing b');
  expect(at0(min([]))).toBe('nothing');
});

test('goes by rows', () => {
  const sums = add(rows([num(1), num(2)]), is(10));
  expect([sums(0), sums(1)].map(shown)).toEqual(['11', '12']);
});
