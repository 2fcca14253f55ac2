import {
  asCondition,
  asNumber,
  FALSE,
  join,
  names,
  NOTHING,
  same,
  TRUE,
  UNDECIDED,
  union,
  unknown,
  type Value,
} from '../../../src/engine/values/value';
import { literalDate } from '../../../src/engine/values/dates';
import { num, shown } from '../evaluates';

const date = literalDate({ year: 2020 });

describe('values that are the same whatever the blanks turn out to be', () => {
  const different: readonly Value[] = [num(1), TRUE, date, names(['省']), NOTHING, UNDECIDED];

  test('like equals like', () => {
    expect(same(num(1, 2), num('0.5'))).toBe(true);
    expect(same(FALSE, { kind: 'truth', holds: false })).toBe(true);
    expect(same(literalDate({ year: 2020 }), { ...date })).toBe(true);
    expect(same(names(['省', '市']), names(['市', '省']))).toBe(true);
    expect(same(NOTHING, { kind: 'nothing' })).toBe(true);
  });

  test('unlike kinds differ', () => {
    for (const a of different) for (const b of different) expect(same(a, b)).toBe(a === b);
  });

  test('an unknown value is the same as none, not even as itself', () => {
    const open = unknown(['a']);
    expect(same(open, open)).toBe(false);
    expect(same(open, unknown(['a']))).toBe(false);
    expect(same(num(1), open)).toBe(false);
  });
});

test('a join of equal values is known; otherwise the condition and the unknown values are missing', () => {
  expect(shown(join([num(2), num(4, 2)], ['c']))).toBe('2');
  expect(shown(join([num(2), num(3)], ['c']))).toBe('missing c');
  expect(shown(join([num(2), unknown(['a'])], ['c']))).toBe('missing c, a');
  expect(shown(join([], ['c']))).toBe('missing c');
});

test('the union of keys keeps their order and names each once', () => {
  expect(union(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(union([], ['b'])).toEqual(['b']);
  expect(union(['a'], [])).toEqual(['a']);
});

test('nothing is an amount of 0 and a condition that fails', () => {
  expect([NOTHING, TRUE, unknown(['a']), UNDECIDED, num(3)].map((value) => shown(asNumber(value)))).toEqual([
    '0',
    '0',
    'missing a',
    'undecided',
    '3',
  ]);
  expect(
    [NOTHING, TRUE, unknown(['a']), UNDECIDED, num(3)].map((value) => shown(asCondition(value))),
  ).toEqual(['false', 'true', 'missing a', 'undecided', 'false']);
});
