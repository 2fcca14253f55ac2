import fc from 'fast-check';
import { payoutOf } from '../../../src/engine/settlement/payout';
import { Decimal } from '../../../src/rules';
import { law } from '../law';

const over = [
  { after: 0, weight: 4 },
  { after: 1, weight: 3 },
  { after: 2, weight: 3 },
];
const lines = (amount: string, shares = over): string[] =>
  payoutOf(new Decimal(amount), shares).map(({ after, amount: share }) => `${after}: ${share.toFixed(2)}`);

test('4:3:3 over three years', () => {
  expect(lines('10000000')).toEqual(['0: 4000000.00', '1: 3000000.00', '2: 3000000.00']);
});

test('the last share takes the rest', () => {
  expect(lines('0.05')).toEqual(['0: 0.02', '1: 0.02', '2: 0.01']);
  expect(lines('100.01')).toEqual(['0: 40.00', '1: 30.00', '2: 30.01']);
});

test('no schedule: all of it in the award’s year', () => {
  expect(lines('12.34', [])).toEqual(['0: 12.34']);
});

test('all of it a year later', () => {
  expect(lines('12.34', [{ after: 1, weight: 1 }])).toEqual(['1: 12.34']);
});

test('many shares of very little never exceed it', () => {
  const ten = Array.from({ length: 10 }, (_, after) => ({ after, weight: 1 }));
  expect(lines('0.05', ten).slice(-1)).toEqual(['9: 0.00']);
});

test('weights of nothing leave everything to the last', () => {
  expect(
    lines('5', [
      { after: 0, weight: 0 },
      { after: 1, weight: 0 },
    ]),
  ).toEqual(['0: 0.00', '1: 5.00']);
});

const shares = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
law(
  'shares add up to the amount exactly, and none is negative',
  fc.property(fc.integer({ min: 0, max: 10 ** 9 }), shares, (fen, weights) => {
    const amount = new Decimal(fen).times('0.01');
    const payout = payoutOf(
      amount,
      weights.map((weight, after) => ({ after, weight })),
    );
    const sum = payout.reduce((total, line) => total.plus(line.amount), new Decimal(0));
    return sum.eq(amount) && payout.every((line) => line.amount.gte(0) && line.amount.decimalPlaces() <= 2);
  }),
);
