import { conditional, equalsOneOf, orElse, table } from '../../../src/engine/expressions/choice';
import { UNDECIDED } from '../../../src/engine/values/value';
import { blank, category, holds, is, nothing, notGiven, open, shown } from '../evaluates';

describe('if', () => {
  test('takes the branch of a condition that is known', () => {
    expect(shown(conditional(holds(true), is(1), blank('b'))(0))).toBe('1');
    expect(shown(conditional(holds(false), blank('a'), is(2))(0))).toBe('2');
  });

  test('with the condition open, what is the same either way is known', () => {
    expect(shown(conditional(open('c'), is(1), is(1))(0))).toBe('1');
    expect(shown(conditional(open('c'), is(1), is(2))(0))).toBe('missing c');
    expect(shown(conditional(open('c'), is(1), blank('b'))(0))).toBe('missing c, b');
  });

  test('a blank head count still pays when the rate passes both lines (3.2)', () => {
    const above30 = open('insuredEmployees');
    expect(shown(conditional(above30, holds(true), holds(true))(0))).toBe('true');
    expect(shown(conditional(above30, holds(false), holds(false))(0))).toBe('false');
    expect(shown(conditional(above30, holds(false), holds(true))(0))).toBe('missing insuredEmployees');
  });

  test('a condition that hangs on a parameter not given decides nothing but what is the same', () => {
    expect(shown(conditional(() => UNDECIDED, is(1), is(1))(0))).toBe('1');
    expect(shown(conditional(() => UNDECIDED, is(1), is(2))(0))).toBe('undecided');
  });
});

describe('orElse', () => {
  test.each([
    [is(1), blank('b'), '1'],
    [blank('a'), is(2), '2'],
    [notGiven, is(2), '2'],
    [nothing, is(2), '2'],
    [is(0), is(2), '0'],
  ])('the first that is known %#', (first, second, expected) => {
    expect(shown(orElse(first, second)(0))).toBe(expected);
  });

  test('with both blank the first is named (16-park: annualFixedInvestment)', () => {
    expect(shown(orElse(blank('annualFixedInvestment'), blank('equipmentPurchase'))(0))).toBe(
      'missing annualFixedInvestment',
    );
  });

  test('a blank amount already paid and no former level: nothing to take off (10.2)', () => {
    expect(shown(orElse(blank('parkTitlePriorPaid'), nothing)(0))).toBe('nothing');
  });

  test('nothing given at all', () => {
    expect(shown(orElse(notGiven, notGiven)(0))).toBe('undecided');
    expect(shown(orElse(notGiven, blank('b'))(0))).toBe('missing b');
  });
});

describe('table', () => {
  const levels = [
    { match: '国家', value: is(600_000) },
    { match: '省', value: is(400_000) },
  ];

  test.each([
    [category('国家'), '600000'],
    [category('省', '国家'), '600000'],
    [category('省'), '400000'],
    [category('市'), 'nothing'],
    [category(), 'nothing'],
    [notGiven, 'undecided'],
    [blank('level'), 'missing level'],
  ])('by category %#', (of, expected) => {
    expect(shown(table(of, levels)(0))).toBe(expected);
  });

  test('by count', () => {
    const years = [
      { match: is(1), value: is('0.5') },
      { match: is(2), value: is('0.3') },
    ];
    expect(shown(table(is(2), years)(0))).toBe('0.3');
    expect(shown(table(is(4), years)(0))).toBe('nothing');
    expect(shown(table(is(4), [{ match: blank('m'), value: is(1) }])(0))).toBe('missing m');
  });
});

test('a number that equals one of the figures', () => {
  const first3 = [is(1), is(2), is(3)];
  expect(shown(equalsOneOf(is(3), first3)(0))).toBe('true');
  expect(shown(equalsOneOf(is(4), first3)(0))).toBe('false');
  expect(shown(equalsOneOf(blank('year'), first3)(0))).toBe('missing year');
  expect(shown(equalsOneOf(notGiven, first3)(0))).toBe('undecided');
});
