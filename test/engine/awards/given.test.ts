import { given } from '../../../src/engine/awards/given';
import { firstGiven } from '../../../src/engine/awards/first-given';
import { rate } from '../../../src/engine/awards/rate';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, is, notGiven, num } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;
const bound = () => num(500_000);

describe('an amount of the analyst', () => {
  test('under its bound, which is what a ceiling may come to until then', () => {
    expect(award(given(is('500000.01'), undefined, bound).award(0))).toBe('500000.01 under 500000');
    expect(award(given(notGiven, undefined, bound).award(0))).toBe('open up to 500000');
  });

  test('times a count', () => {
    expect(award(given(is(1_000), is(3), noCap).award(0))).toBe('3000');
    expect(given(is(1_000), is(0), noCap).zeroBase(0)).toBe(true);
    expect(given(is(1_000), undefined, noCap).zeroBase(0)).toBe(false);
  });
});

describe('the first that is given', () => {
  const forms = (amount: ReturnType<typeof is>, base: ReturnType<typeof is>, rateOf: ReturnType<typeof is>) =>
    firstGiven([given(amount, undefined, noCap), rate(base, rateOf, undefined, noCap)]);

  test('an amount goes before a rate', () => {
    expect(award(forms(is(300_000), is(1_000_000), is('0.05')).award(0))).toBe('300000');
    expect(award(forms(notGiven, is(1_000_000), is('0.05')).award(0))).toBe('50000');
  });

  test('an amount pays without a base (4.2-matching)', () => {
    expect(award(forms(is(300_000), blank('superiorProjectFunding'), notGiven).award(0))).toBe('300000');
  });

  test('none given: open; a blank base matters only once its rate is given', () => {
    expect(award(forms(notGiven, blank('base'), notGiven).award(0))).toBe('open');
    expect(award(forms(notGiven, blank('base'), is('0.05')).award(0))).toBe('missing base');
  });

  test('a base of zero leaves nothing, even where an amount is given', () => {
    expect(award(forms(is(300_000), is(0), notGiven).award(0))).toBe('none');
    expect(forms(is(300_000), is(0), notGiven).zeroBase(0)).toBe(true);
  });

  test('the first bound stands while nothing is given', () => {
    const capped = firstGiven([given(notGiven, undefined, noCap), given(notGiven, undefined, bound)]);
    expect(award(capped.award(0))).toBe('open up to 500000');
  });
});
