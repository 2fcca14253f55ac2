import { fixed } from '../../../src/engine/awards/fixed';
import { rate } from '../../../src/engine/awards/rate';
import { variant } from '../../../src/engine/awards/variant';
import { UNDECIDED } from '../../../src/engine/values/value';
import { holds, is, open } from '../evaluates';
import { award } from './shown';

const noCap = () => UNDECIDED;
const [strategic, general] = [fixed(is(200_000), noCap), fixed(is(100_000), noCap)];

test('another standard where the condition holds', () => {
  expect(award(variant(holds(true), strategic, general).award(0))).toBe('200000');
  expect(award(variant(holds(false), strategic, general).award(0))).toBe('100000');
  expect(award(variant(() => UNDECIDED, strategic, general).award(0))).toBe('100000');
});

test('open: the two are joined', () => {
  expect(award(variant(open('isStrategicEmerging'), strategic, general).award(0))).toBe(
    'missing isStrategicEmerging',
  );
  expect(award(variant(open('isStrategicEmerging'), general, general).award(0))).toBe('100000');
});

test('the base is zero where it is in the variant that counts', () => {
  const [zero, one] = [rate(is(0), is(1), undefined, noCap), rate(is(1), is(1), undefined, noCap)];
  expect(variant(holds(true), zero, one).zeroBase(0)).toBe(true);
  expect(variant(holds(false), zero, one).zeroBase(0)).toBe(false);
  expect(variant(open('x'), zero, one).zeroBase(0)).toBe(false);
  expect(variant(open('x'), zero, zero).zeroBase(0)).toBe(true);
});
