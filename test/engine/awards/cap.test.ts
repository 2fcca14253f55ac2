import fc from 'fast-check';
import { amountOf, payment } from '../../../src/engine/awards/award';
import { underCap } from '../../../src/engine/awards/cap';
import { compare, fractionOf } from '../../../src/engine/values/fraction';
import { UNDECIDED, unknown } from '../../../src/engine/values/value';
import { num } from '../evaluates';
import { award } from './shown';
import { law } from '../law';

test('an amount under its cap', () => {
  expect(award(underCap(num(300), num(200)))).toBe('300 under 200');
  expect(award(underCap(num(300), UNDECIDED))).toBe('300');
});

test('nothing comes of zero, whatever the other is', () => {
  expect(award(underCap(num(0), unknown(['cap'])))).toBe('none');
  expect(award(underCap(unknown(['base']), num(0)))).toBe('none');
  expect(award(underCap(UNDECIDED, num(0)))).toBe('none');
});

test('an amount that the analyst has not decided is open up to the cap', () => {
  expect(award(underCap(UNDECIDED, num(500_000)))).toBe('open up to 500000');
  expect(award(underCap(UNDECIDED, UNDECIDED))).toBe('open');
  expect(award(underCap(UNDECIDED, unknown(['level'])))).toBe('open up to missing level');
});

test('a blank amount or cap is missing, both are named', () => {
  expect(award(underCap(unknown(['base']), unknown(['level'])))).toBe('missing base, level');
  expect(award(underCap(num(3), unknown(['level'])))).toBe('missing level');
});

describe('laws', () => {
  const money = fc.integer({ min: 1, max: 10_000_000 }).map((fen) => fractionOf(fen, 100));

  law(
    'no amount is above its cap, nor above what it was before',
    fc.property(money, money, (uncapped, cap) => {
      const amount = amountOf(payment(uncapped, cap));
      return compare(amount, cap) <= 0 && compare(amount, uncapped) <= 0;
    }),
  );

  law(
    'more before the cap is never less after it, and a higher cap never lowers the amount',
    fc.property(money, money, money, (a, b, cap) => {
      const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
      const inOrder = compare(amountOf(payment(low, cap)), amountOf(payment(high, cap))) <= 0;
      return inOrder && compare(amountOf(payment(cap, low)), amountOf(payment(cap, high))) <= 0;
    }),
  );
});
