import { fixed } from '../../../src/engine/awards/fixed';
import { rate } from '../../../src/engine/awards/rate';
import { uplift } from '../../../src/engine/awards/uplift';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, is, notGiven, num } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;
const bought = (price: ReturnType<typeof is>) => rate(price, is('0.03'), undefined, () => num(800_000));
const rented = (rent: ReturnType<typeof is>) => rate(rent, is('0.1'), undefined, () => num(400_000));
const highest = (price: ReturnType<typeof is>, rent: ReturnType<typeof is>, by: ReturnType<typeof is>) =>
  award(uplift([bought(price), rented(rent)], by, 'highest', noCap).award(0));
const noPrice = blank('officePurchasePrice');
const noRent = blank('officeRent');

describe('the highest base (9.2.1-uplift)', () => {
  test('a share of what the base clause pays, after its cap', () => {
    expect(highest(is(10_000_000), noRent, is('0.2'))).toBe('60000');
    expect(highest(is(1_000_000_000), noRent, is('0.2'))).toBe('160000');
  });

  test('bought and rented: the higher', () => {
    expect(highest(is(1_000_000), is(1_000_000), is('0.2'))).toBe('20000');
  });

  test('neither given: both are missing, whatever the uplift', () => {
    for (const by of [is('0.2'), notGiven, is(0)])
      expect(highest(noPrice, noRent, by)).toBe('missing officePurchasePrice, officeRent');
  });

  test('an explicit zero is a known base', () => {
    expect(highest(is(0), noRent, is('0.2'))).toBe('none');
    expect(highest(is(0), is(1_000_000), is('0.2'))).toBe('20000');
  });

  test('no uplift given: open', () => {
    expect(highest(is(10_000_000), noRent, notGiven)).toBe('open');
  });

  test('an unusable uplift is missing', () => {
    expect(highest(is(10_000_000), noRent, blank('analystUplift'))).toBe('missing analystUplift');
  });
});

describe('the sum of the bases (9.1.3-uplift)', () => {
  const top500 = fixed(is(500_000), noCap);
  const cityHq = fixed(is(400_000), noCap);
  const unknown = fixed(blank('cityHqCount'), noCap);
  const sum = (bases: Parameters<typeof uplift>[0], by: ReturnType<typeof is>): string =>
    award(uplift(bases, by, 'sum', noCap).award(0));

  test('10 % of 90万', () => {
    expect(sum([top500, cityHq], is('0.1'))).toBe('90000');
  });

  test('each must be known once the uplift is given', () => {
    expect(sum([top500, unknown], is('0.1'))).toBe('missing cityHqCount');
    expect(sum([top500, unknown], notGiven)).toBe('open');
  });

  test('no base at all is nothing', () => {
    expect(sum([fixed(is(0), noCap)], notGiven)).toBe('none');
    expect(uplift([top500], is(1), 'sum', noCap).zeroBase(0)).toBe(false);
  });

  test('a base that is itself open is no base', () => {
    expect(sum([fixed(notGiven, noCap), top500], is('0.1'))).toBe('50000');
  });
});
