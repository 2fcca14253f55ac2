import fc from 'fast-check';
import { fixed } from '../../../src/engine/awards/fixed';
import { rate } from '../../../src/engine/awards/rate';
import { tiers } from '../../../src/engine/awards/tiers';
import { UNDECIDED, type Condition } from '../../../src/engine/values/value';
import { comparison } from '../../../src/engine/expressions/comparison';
import { blank, holds, is, open } from '../evaluates';
import { award } from './shown';
import { law } from '../law';

const noCap = () => UNDECIDED;
const of = (...list: readonly (readonly [Condition, number])[]) =>
  tiers(list.map(([when, amount]) => ({ when, award: fixed(is(amount), noCap) })));

test('the first tier whose condition holds decides', () => {
  expect(award(of([holds(false), 80_000], [holds(true), 40_000], [holds(true), 20_000]).award(0))).toBe(
    '40000',
  );
});

test('no tier, no award', () => {
  expect(award(of([holds(false), 80_000], [holds(false), 40_000]).award(0))).toBe('none');
});

test('the top tier needs nothing else (9.3.3)', () => {
  expect(award(of([holds(true), 80_000], [open('salesAmountPrior'), 40_000]).award(0))).toBe('80000');
});

test('a lower tier that is certain is missing while a higher one is open', () => {
  expect(award(of([open('salesAmount'), 80_000], [holds(true), 20_000]).award(0))).toBe(
    'missing salesAmount',
  );
});

test('unless both give the same', () => {
  expect(award(of([open('salesAmount'), 20_000], [holds(true), 20_000]).award(0))).toBe('20000');
});

test('an open last tier may still fail', () => {
  expect(award(of([holds(false), 80_000], [open('growth'), 20_000]).award(0))).toBe('missing growth');
});

test('tiers of nothing join to nothing', () => {
  expect(award(of([open('a'), 0], [open('b'), 0]).award(0))).toBe('none');
});

test('a blank base of an open tier is named with the condition', () => {
  const open1 = tiers([{ when: open('growth'), award: rate(blank('base'), is('0.1'), undefined, noCap) }]);
  expect(award(open1.award(0))).toBe('missing growth, base');
});

test('a tier that hangs on a parameter not given counts', () => {
  expect(award(of([() => UNDECIDED, 80_000], [holds(true), 20_000]).award(0))).toBe('80000');
});

test('the base is zero where it is in every tier', () => {
  const base = (value: number) => ({ when: holds(false), award: rate(is(value), is(1), undefined, noCap) });
  expect(tiers([base(0), base(0)]).zeroBase(0)).toBe(true);
  expect(tiers([base(0), base(1)]).zeroBase(0)).toBe(false);
});

const lines = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
law(
  'with ascending lines and amounts a higher value never gets less',
  fc.property(lines, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (marks, a, b) => {
    const descending = marks.toSorted((x, y) => y - x);
    const at = (value: number): number => {
      const list = descending.map((mark) => [comparison(is(value), '>=', is(mark)), mark + 1] as const);
      const result = of(...list).award(0);
      return result.kind === 'payment' ? result.uncapped.num : 0;
    };
    return at(Math.min(a, b)) <= at(Math.max(a, b));
  }),
);
