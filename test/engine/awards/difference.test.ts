import { difference } from '../../../src/engine/awards/difference';
import { fixed } from '../../../src/engine/awards/fixed';
import { given } from '../../../src/engine/awards/given';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, is, nothing, notGiven, num } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;
const due = (amount: number) => fixed(is(amount), noCap);

test.each([
  [is(400_000), '200000'],
  [is(0), '600000'],
  [is(600_000), '0'],
  [is(700_000), '0'],
  [is(-5), '600000'],
  [nothing, '600000'],
  [blank('paid'), 'missing paid'],
])('600000 less what was paid %#', (paid, expected) => {
  expect(award(difference(due(600_000), paid).award(0))).toBe(expected);
});

test('of what is left after the cap', () => {
  expect(
    award(
      difference(
        fixed(is(600_000), () => num(500_000)),
        is(400_000),
      ).award(0),
    ),
  ).toBe('100000');
});

test('nothing due, nothing left, whatever was paid', () => {
  expect(award(difference(due(0), blank('paid')).award(0))).toBe('none');
});

test('open and missing stay so', () => {
  expect(award(difference(given(notGiven, undefined, noCap), is(5)).award(0))).toBe('open');
  expect(award(difference(fixed(blank('level'), noCap), blank('paid')).award(0))).toBe('missing level, paid');
  expect(difference(due(5), is(1)).zeroBase(0)).toBe(false);
});
