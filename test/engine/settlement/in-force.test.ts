import { isInForceForSome } from '../../../src/engine';
import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet } from '../sheet';

const policy = pack({
  rent: `
    kind: award
    inputs: [rentRelief]
    when: [rentRelief > 0]
    award: { base: rentRelief, rate: 20% }
  `,
  longer: `
    kind: contribution
    inputs: [lateFeeDue]
    when: [lateFeeDue > 0]
    inForce: { to: 2021-04-30 }
    saving: { base: lateFeeDue, rate: 100% }
  `,
});
const facts = (reportYear: string | null) => ({ rentRelief: 100, lateFeeDue: 50, reportYear });

test('the row’s year decides; what would qualify outside the period is not in force and has no money', () => {
  const outcome = evaluate(policy, [sheet(['2019', '2020', '2021', '2022'].map(facts))]);
  expect(rows(outcome)).toEqual([
    'rent notInForce; longer notInForce',
    'rent payable 20.00; longer saving 50.00',
    'rent notInForce; longer saving 50.00',
    'rent notInForce; longer notInForce',
  ]);
});

test('a row without a year, or a sheet without the column, goes by the policy’s own year, never by today', () => {
  expect(rows(evaluate(policy, [sheet([facts(null)])]))).toEqual(['rent payable 20.00; longer saving 50.00']);
  expect(rows(evaluate(policy, [sheet([{ rentRelief: 100 }])]))).toEqual(['rent payable 20.00']);
});

test('an as-of date overrides the rows', () => {
  const outcome = evaluate(policy, [sheet([facts('2019')])], {}, { asOf: '2020-06-30' });
  expect(rows(outcome)).toEqual(['rent payable 20.00; longer saving 50.00']);
  expect(outcome.asOf).toBe('2020-06-30');
  expect(rows(evaluate(policy, [sheet([facts('2020')])], { asOf: '2021-03' }))).toEqual([
    'rent notInForce; longer saving 50.00',
  ]);
});

test('a month before the policy was issued', () => {
  expect(rows(evaluate(policy, [sheet([facts('2020-01'), facts('2020-02')])]))).toEqual([
    'rent notInForce; longer notInForce',
    'rent payable 20.00; longer saving 50.00',
  ]);
});

test('what qualifies without an amount is not in force either; supports and missing data are left out', () => {
  const other = pack({
    open: `
      kind: unquantified
      inputs: [bondCost, analystRate]
      award: { base: bondCost, rate: analystRate }
    `,
    growth: `
      kind: award
      inputs: [revenue, revenuePrior]
      when: ['growth(revenue, revenuePrior) >= 10%']
      award: { fixed: 5万元 }
    `,
    service: `
      kind: support
      inputs: [isSme]
      when: [isSme]
    `,
  });
  const row = { bondCost: 5, revenue: 5, revenuePrior: null, isSme: true };
  const outcome = evaluate(other, [
    sheet([
      { ...row, reportYear: '2019' },
      { ...row, reportYear: '2020' },
    ]),
  ]);
  expect(rows(outcome)).toEqual([
    'open notInForce',
    'open unquantified; growth missing revenuePrior; service applicable',
  ]);
});

test('a support without a condition says nothing of a row', () => {
  const other = pack({
    service: `
      kind: support
      inputs: []
    `,
  });
  const outcome = evaluate(other, [sheet([{ isSme: true }])]);
  expect([rows(outcome), outcome.sheets[0]?.assessed, outcome.sheets[0]?.notAssessed]).toEqual([
    [''],
    [],
    [],
  ]);
});

test('the year the policy speaks of is what the outcome names otherwise', () => {
  expect(evaluate(policy, [sheet([facts('2020')])]).asOf).toBe('2020');
});

describe('a policy holds for a sheet', () => {
  test.each<[string, readonly (string | null)[], boolean]>([
    ['one of whose rows is of its period', ['2018', '2020'], true],
    ['with a row that says no year', ['2018', null], true],
    ['but not one whose rows are all of other years', ['2019', '2021'], false],
    ['nor an empty one', [], false],
  ])('%s', (_, years, holds) => {
    expect(isInForceForSome(policy, [sheet(years.map(facts))])).toBe(holds);
  });
});
