import { asOfDate, compilePolicy, EngineError, evaluateCase, readingsIn } from '../../src/engine';
import { fraction } from '../../src/engine/values/decimals';
import { Decimal } from '../../src/rules';
import { pack } from './pack';
import { evaluate, rows } from './settled';
import { sheet } from './sheet';

const policy = pack(
  {
    rent: `
      kind: award
      inputs: [rentRelief, hqEventDate?]
      let: { 起点: 2020-02 }
      when: [rentRelief > 0, { is: hqEventDate >= 起点, ifGiven: hqEventDate }]
      award: { base: rentRelief, rate: { reading: halving, full: 20%, half: 10% }, cap: { 2020-02-14: 100万元, 2020-07-01: 120万元 } }
      readings:
        halving:
          issue: { zh: 题, en: issue }
          options: { full: { zh: 全, en: full }, half: { zh: 半, en: half } }
          recommended: full
          why: { zh: 因, en: why }
    `,
    area: `
      kind: award
      inputs: [officeArea]
      award: { base: officeArea, rate: 500元/㎡ }
    `,
    open: `
      kind: unquantified
      inputs: [bondCost, analystRate]
      award: { base: bondCost, rate: analystRate }
    `,
  },
  'figures: { 审批分界: 100万元 }\napproval: { threshold: 审批分界, upTo: { zh: 组, en: group }, above: { zh: 长, en: head } }',
);
const rent = { rentRelief: '10000000' };
const amountOf = (
  scenario: Parameters<typeof compilePolicy>[1],
  inputs: Record<string, unknown> = rent,
): string | null => evaluateCase(compilePolicy(policy, scenario), 'p/rent', inputs).amount;

describe('figures', () => {
  test('a changed figure changes the results that hang on it', () => {
    expect(amountOf({ figures: { 'p/rent#rate.full': '5%' } })).toBe('500000.00');
    expect(amountOf({ figures: { 'p/rent#cap': '30万元' } })).toBe('300000.00');
    expect(
      evaluateCase(compilePolicy(policy, { figures: { 'p/area#rate': '600元/㎡' } }), 'p/area', {
        officeArea: 2,
      }).amount,
    ).toBe('1200.00');
  });

  test('a bare number is in base units', () => {
    expect(amountOf({ figures: { 'p/rent#cap': '400000' } })).toBe('400000.00');
    expect(amountOf({ figures: { 'p/rent#rate.full': ' 0.05 ' } })).toBe('500000.00');
  });

  test('dates stay dates', () => {
    const later = { figures: { 'p/rent#let.起点': '2020-06' } };
    expect(amountOf(later, { ...rent, hqEventDate: '2020-05-31' })).toBe('0.00');
    expect(amountOf({}, { ...rent, hqEventDate: '2020-05-31' })).toBe('1200000.00');
  });

  test('the latest dated value that holds on the as-of date counts', () => {
    expect(amountOf({ asOf: '2020-06-30' })).toBe('1000000.00');
    expect(amountOf({ asOf: '2020-07' })).toBe('1200000.00');
    expect(amountOf({})).toBe('1200000.00');
    expect(amountOf({ asOf: '2019' })).toBe('1000000.00');
  });

  test('also where the date is an option of the evaluation', () => {
    const data = [sheet([{ rentRelief: 10_000_000 }])];
    expect(rows(evaluate(policy, data, {}, { asOf: '2020-03' }))).toEqual(['rent payable 1000000.00']);
    expect(rows(evaluate(policy, data, { asOf: '2020-03' }, { asOf: '2020-03' }))).toEqual([
      'rent payable 1000000.00',
    ]);
  });

  test.each([
    ['p/rent#cap', '30亩'],
    ['p/rent#cap', '2020-02'],
    ['p/rent#cap', '很多'],
    ['p/rent#let.起点', '5%'],
  ])('%s cannot be %s', (id, text) => {
    expect(() => compilePolicy(policy, { figures: { [id]: text } })).toThrow(EngineError);
  });

  test('says what it was', () => {
    expect(() => compilePolicy(policy, { figures: { 'p/area#rate': '600元' } })).toThrow(
      '“600元” cannot stand for p/area#rate, which is 500元/㎡; write it in the same kind of unit.',
    );
  });
});

describe('readings', () => {
  test('the recommended option holds unless another is chosen', () => {
    expect(compilePolicy(policy).readings).toEqual(new Map([['p/rent#halving', 'full']]));
    expect(amountOf({ readings: { 'p/rent#halving': 'half' } })).toBe('1000000.00');
  });

  test('all readings of a policy, its own and its clauses’', () => {
    expect([...readingsIn(policy).keys()]).toEqual(['p/rent#halving']);
  });
});

describe('parameters', () => {
  const bond = (scenario: Parameters<typeof compilePolicy>[1]): string | null =>
    evaluateCase(compilePolicy(policy, scenario), 'p/open', { bondCost: '100' }).amount;

  test('for every clause, or for one, which goes before', () => {
    expect(bond({ parameters: { analystRate: '5%' } })).toBe('5.00');
    expect(bond({ parameters: { analystRate: '5%' }, amounts: { 'p/open': { analystRate: '0.07' } } })).toBe(
      '7.00',
    );
  });

  test('what is no number is refused', () => {
    expect(() => bond({ parameters: { analystRate: 'viel' } })).toThrow(
      '“viel” is not a number for the parameter analystRate; write 0.05, 5% or 30万元.',
    );
    expect(() => bond({ parameters: { analystTiers: [['2020-01', '5']] } })).toThrow(
      '“2020-01” is not a number for the parameter analystTiers; write 0.05, 5% or 30万元.',
    );
  });

  test('a table is put in order', () => {
    const plan = compilePolicy(policy, {
      parameters: {
        analystTiers: [
          ['100', '2'],
          ['50', '1'],
        ],
      },
    });
    const line = (threshold: string, amount: string) => ({
      threshold: fraction(new Decimal(threshold)),
      amount: fraction(new Decimal(amount)),
    });
    expect(plan.parameters.get('analystTiers')).toEqual({
      kind: 'table',
      table: [line('50', '1'), line('100', '2')],
    });
  });
});

/** The error that something throws. */
function errorOf(act: () => unknown): EngineError {
  try {
    act();
  } catch (error) {
    if (error instanceof EngineError) return error;
  }
  throw new Error('no engine error');
}

describe('what the policy has not is an error that says what there is', () => {
  test.each([
    [
      { figures: { 'p/rent#x': '1元' } },
      'unknownFigure',
      'p has no figure “p/rent#x”; it has p#figures.审批分界, p/rent#let.起点, p/rent#rate.full, p/rent#rate.half, p/rent#cap, p/area#rate.',
    ],
    [{ readings: { 'p#x': 'a' } }, 'unknownReading', 'p has no reading “p#x”; it has p/rent#halving.'],
    [
      { readings: { 'p/rent#halving': 'third' } },
      'unknownOption',
      'p/rent#halving has no option “third”; it has full, half.',
    ],
    [{ amounts: { 'p/x': {} } }, 'unknownClause', 'p has no clause “p/x”; it has p/rent, p/area, p/open.'],
  ] as const)('%j', (scenario, code, message) => {
    expect(errorOf(() => compilePolicy(policy, scenario))).toMatchObject({ code, message });
  });

  test('a parameter, in Chinese too', () => {
    const { text, known } = errorOf(() => compilePolicy(policy, { parameters: { revenue: '5' } }));
    expect(text.zh).toMatch(
      /^p 没有参数“revenue”；有：monthlyUnemploymentBenefit、nationalUnemploymentTarget、/,
    );
    expect(known).toContain('analystRate');
  });

  test('a long list is cut, and stands whole in `known`', () => {
    const { message, known } = errorOf(() => evaluateCase(compilePolicy(policy), 'p/area', { area: 5 }));
    expect(message).toMatch(/^vocabulary has no indicator “area”; it has (\w+, ){11}\w+ and \d+ more\.$/);
    expect(known.length).toBeGreaterThan(100);
  });

  test('a date that is none', () => {
    expect(() => compilePolicy(policy, { asOf: 'tomorrow' })).toThrow(
      '“tomorrow” is not a date; write 2020, 2020-02 or 2020-02-14.',
    );
  });
});

test('the date an outcome names', () => {
  expect([asOfDate(policy, {}), asOfDate(policy, { asOf: '2021-03' })]).toEqual(['2020', '2021-03']);
});
