import { passed } from '../../../src/engine/expressions/passed';
import { blank, is, notGiven, shown } from '../evaluates';

const lines = [is(50), is(100), is(500)];
const passing = (
  value: Parameters<typeof passed>[0],
  best: Parameters<typeof passed>[1],
  inclusive = false,
): string => shown(passed(value, best, lines, inclusive)(0));

test('the highest line that is newly passed', () => {
  expect(passing(is('500.01'), is(499))).toBe('500');
  expect(passing(is(600), is(40))).toBe('500');
  expect(passing(is(120), is(60))).toBe('100');
});

test('突破: reaching a line is not passing it, unless the clause says so', () => {
  expect(passing(is(50), is(49))).toBe('nothing');
  expect(passing(is(50), is(49), true)).toBe('50');
});

test('a line that earlier years passed is not new', () => {
  expect(passing(is(200), is(150))).toBe('nothing');
  expect(passing(is(30), is(10))).toBe('nothing');
});

test('what is blank is named only where it can change something', () => {
  expect(passing(is(30), blank('best'))).toBe('nothing');
  expect(passing(blank('now'), is(600))).toBe('nothing');
  expect(passing(is(200), blank('best'))).toBe('missing best');
  expect(passing(blank('now'), is(60))).toBe('missing now');
  expect(passing(blank('now'), blank('best'))).toBe('missing now, best');
});

test('undecided figures and lines stay undecided', () => {
  expect(passing(notGiven, is(1))).toBe('undecided');
  expect(passing(is(1), notGiven)).toBe('undecided');
  expect(shown(passed(is(1), is(0), [blank('line')], false)(0))).toBe('missing line');
});
