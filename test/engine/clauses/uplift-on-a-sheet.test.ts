import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet } from '../sheet';

/** An uplift needs its base clause payable on the same row, as far as the sheet can say. */
const policy = pack({
  bought: `
    kind: award
    inputs: [isHeadquarters, hqEventDate, officePurchasePrice]
    when: [isHeadquarters, hqEventDate in policyYear]
    award: { base: officePurchasePrice, rate: 3%, cap: 80万元 }
  `,
  rented: `
    kind: award
    inputs: [isHeadquarters, hqEventDate, officeRent]
    when: [isHeadquarters, hqEventDate in policyYear]
    award: { base: officeRent, rate: 10%, cap: 40万元 }
  `,
  more: `
    kind: unquantified
    inputs: [isProducerService, officePurchasePrice?, officeRent?, analystUplift]
    when: [isProducerService]
    requires: [bought, rented]
    award: { uplift: [bought, rented], by: analystUplift, take: highest }
  `,
});
const scenario = { parameters: { analystUplift: '20%' } };
const hq = {
  isHeadquarters: true,
  isProducerService: true,
  hqEventDate: '2020-05-01',
  officePurchasePrice: 10_000_000,
  officeRent: null,
};

test('with the base payable', () => {
  expect(rows(evaluate(policy, [sheet([hq])], scenario))).toEqual([
    'bought payable 300000.00; more payable 60000.00',
  ]);
  expect(rows(evaluate(policy, [sheet([hq])]))).toEqual(['bought payable 300000.00; more unquantified']);
});

test('with the base not met', () => {
  expect(rows(evaluate(policy, [sheet([{ ...hq, hqEventDate: '2019-05-01' }])], scenario))).toEqual(['']);
});

test('with the base missing, what it lacks is missing here too', () => {
  expect(rows(evaluate(policy, [sheet([{ ...hq, hqEventDate: null }])], scenario))).toEqual([
    'bought missing hqEventDate; more missing hqEventDate',
  ]);
});

test('with no base assessed on the sheet, the base figures are what is missing', () => {
  const outcome = evaluate(policy, [sheet([{ isProducerService: true }, { isProducerService: false }])]);
  expect(rows(outcome)).toEqual(['more missing officePurchasePrice, officeRent', '']);
});

test('a base that is only vetoed later does not take the uplift’s ground away', () => {
  const vetoing = pack(
    {
      base: `
        kind: award
        inputs: [isSme]
        when: [isSme]
        award: { fixed: 10万元 }
      `,
      more: `
        kind: unquantified
        inputs: [isProducerService, analystUplift]
        when: [isProducerService]
        requires: [base]
        award: { uplift: [base], by: analystUplift, take: highest }
      `,
    },
    'vetoes: [{ key: taxViolation, zh: 税, en: tax }]',
  );
  const data = sheet([{ isSme: true, isProducerService: true, taxViolation: true }]);
  expect(rows(evaluate(vetoing, [data], scenario))).toEqual([
    'base vetoed 100000.00 (taxViolation); more vetoed 20000.00 (taxViolation)',
  ]);
});
