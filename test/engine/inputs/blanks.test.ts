import { compilePolicy, evaluateCase } from '../../../src/engine';
import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { BAD, sheet } from '../sheet';

/** Decision 4: what a blank means depends on whether the clause requires the input. */
const fixed = (inputs: string, when: string): string => `
  kind: award
  inputs: [${inputs}]
  when: ['${when}']
  award: { fixed: 1万元 }
`;
const policy = pack({
  zero: fixed('onlineSales', 'onlineSales <= 5万元'),
  figure: fixed('onlineSales?', 'onlineSales <= 5万元'),
  missing: fixed('revenue', 'revenue <= 5万元'),
  flag: fixed('isSme', 'not isSme'),
  'optional-flag': fixed('isSme?', 'not isSme'),
  class: fixed('industry', 'industry = 工业'),
  title: fixed('enterpriseTitle', 'not (enterpriseTitle = 单项冠军)'),
  'optional-class': fixed('industry?', 'not (industry = 工业)'),
  date: fixed('recognitionDate?', 'recognitionDate in policyYear'),
});
const plan = compilePolicy(policy);
const given = (clause: string, inputs: Record<string, unknown>): string => {
  const { status, missing } = evaluateCase(plan, `p/${clause}`, inputs);
  return [status, ...missing].join(' ');
};

test.each([
  ['zero', { onlineSales: null }, 'payable'],
  ['figure', { onlineSales: null }, 'missing onlineSales'],
  ['missing', { revenue: null }, 'missing revenue'],
  ['flag', { isSme: null }, 'payable'],
  ['optional-flag', { isSme: null }, 'payable'],
  ['class', { industry: null }, 'missing industry'],
  ['optional-class', { industry: null }, 'payable'],
  ['title', { enterpriseTitle: null }, 'payable'],
  ['date', { recognitionDate: null }, 'missing recognitionDate'],
])('a blank in %s %j: %s', (clause, inputs, expected) => {
  expect(given(clause, inputs)).toBe(expected);
});

test('no column at all is a blank', () => {
  expect(given('figure', {})).toBe('missing onlineSales');
  expect(given('optional-flag', {})).toBe('payable');
});

test('a cell that cannot be used is missing, whatever a blank would mean', () => {
  const data = sheet([{ onlineSales: BAD, isSme: BAD, enterpriseTitle: BAD, recognitionDate: BAD }]);
  expect(rows(evaluate(policy, [data]))).toEqual([
    'zero missing onlineSales; figure missing onlineSales; flag missing isSme; optional-flag missing isSme; title missing enterpriseTitle; optional-class payable 10000.00; date missing recognitionDate',
  ]);
});

test('several values in a cell: any of them counts', () => {
  expect(given('title', { enterpriseTitle: '专精特新小巨人、单项冠军' })).toBe('notMet');
  expect(given('title', { enterpriseTitle: '专精特新“小巨人”企业' })).toBe('payable');
});

test('a ratio that the sheet computes counts as not given (9.1.2); other computed figures are figures', () => {
  const rated = pack({
    a: fixed('occupancyRate', 'occupancyRate >= 30%'),
    b: fixed('revenue', 'revenue >= 5万元'),
  });
  const data = sheet([{ occupancyRate: '0.5', revenue: 60_000 }], { computed: ['occupancyRate', 'revenue'] });
  expect(rows(evaluate(rated, [data]))).toEqual(['a missing occupancyRate; b payable 10000.00']);
});
