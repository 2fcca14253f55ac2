import fc from 'fast-check';
import { all, any, not } from '../../../src/engine/values/logic';
import { FALSE, TRUE, UNDECIDED, unknown, type Trilean } from '../../../src/engine/values/value';
import { shown } from '../evaluates';
import { law } from '../law';

const always = (value: Trilean) => () => value;
const both = (...terms: Trilean[]): string => shown(all(terms.map(always))(0));
const either = (...terms: Trilean[]): string => shown(any(terms.map(always))(0));

describe('three-valued conditions', () => {
  test('one term that fails decides a conjunction whatever is missing', () => {
    expect(both(unknown(['a']), FALSE, unknown(['b']))).toBe('false');
    expect(both(FALSE, UNDECIDED)).toBe('false');
  });

  test('one term that holds decides a disjunction whatever is missing', () => {
    expect(either(unknown(['a']), TRUE)).toBe('true');
  });

  test('otherwise the keys of all open terms are named, each once', () => {
    expect(both(unknown(['a', 'b']), TRUE, unknown(['b', 'c']))).toBe('missing a, b, c');
    expect(either(unknown(['a']), FALSE, unknown(['b']))).toBe('missing a, b');
  });

  test('what hangs on a parameter that is not given weighs less than a blank', () => {
    expect(both(UNDECIDED, unknown(['a']))).toBe('missing a');
    expect(both(UNDECIDED, TRUE)).toBe('undecided');
    expect(either(UNDECIDED, FALSE)).toBe('undecided');
  });

  test('not', () => {
    expect([TRUE, FALSE, unknown(['a']), UNDECIDED].map((value) => shown(not(value)))).toEqual([
      'false',
      'true',
      'missing a',
      'undecided',
    ]);
  });

  test('no terms: a conjunction holds, a disjunction does not', () => {
    expect([both(), either()]).toEqual(['true', 'false']);
  });
});

describe('laws', () => {
  const trilean = fc.constantFrom<Trilean>(TRUE, FALSE, unknown(['x']), unknown(['y']));
  const terms = fc.array(trilean, { maxLength: 5 });

  law(
    'De Morgan',
    fc.property(terms, (list) => {
      const left = not(all(list.map(always))(0));
      const right = any(list.map((term) => always(not(term))))(0);
      return shown(left) === shown(right);
    }),
  );

  law(
    'a definite answer stays when the unknown terms turn out either way',
    fc.property(terms, fc.infiniteStream(fc.boolean()), (list, answers) => {
      const answer = all(list.map(always))(0);
      const filled = list.map((term) =>
        term.kind === 'unknown' ? (answers.next().value ? TRUE : FALSE) : term,
      );
      return answer.kind !== 'truth' || shown(all(filled.map(always))(0)) === shown(answer);
    }),
  );
});
