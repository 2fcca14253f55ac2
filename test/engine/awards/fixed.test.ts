import { fixed } from '../../../src/engine/awards/fixed';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, is, nothing, notGiven } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;

test('the amount that the text states', () => {
  expect(award(fixed(is(200_000), noCap).award(0))).toBe('200000');
});

test('a category without an entry gives nothing; a blank one is missing', () => {
  expect(award(fixed(nothing, noCap).award(0))).toBe('none');
  expect(award(fixed(blank('parkTitleLevel'), noCap).award(0))).toBe('missing parkTitleLevel');
  expect(award(fixed(notGiven, noCap).award(0))).toBe('open');
});

test('it is paid on nothing that could be zero', () => {
  expect(fixed(is(0), noCap).zeroBase(0)).toBe(false);
});
