import { pack } from '../pack';
import { evaluate, row, rows } from '../settled';
import { BAD, sheet } from '../sheet';

const provisions = `
scope:
  - { key: registeredInDistrict, zh: 区内注册, en: registered here }
  - { key: lawfulOperation, zh: 依法经营, en: lawful }
vetoes:
  - { key: taxViolation, zh: 偷漏税, en: tax evasion }
  - { key: majorSafetyAccident, zh: 安全事故, en: safety accident }
`;
const policy = pack(
  {
    rent: `
      kind: award
      inputs: [rentRelief, isSme]
      when: [isSme]
      award: { base: rentRelief, rate: 20% }
    `,
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
  },
  provisions,
);
const good = {
  registeredInDistrict: true,
  lawfulOperation: true,
  taxViolation: false,
  isSme: true,
  rentRelief: 100,
};

test('what would give money, be unquantified or be missing is vetoed; the money stays beside it', () => {
  const outcome = evaluate(policy, [
    sheet([{ ...good, taxViolation: true, bondCost: 5, revenue: null, revenuePrior: 1 }]),
  ]);
  expect(row(outcome, 0)).toBe(
    'rent vetoed 20.00 (taxViolation); open vetoed (taxViolation); growth vetoed revenue (taxViolation); service applicable',
  );
  expect(outcome.totals.award.toFixed()).toBe('0');
});

test('notMet stays notMet', () => {
  const outcome = evaluate(policy, [sheet([{ ...good, isSme: false, taxViolation: true }])]);
  expect(row(outcome, 0)).toBe('');
});

test('a condition of the scope that is blank, no or unusable puts the row outside', () => {
  const outcome = evaluate(policy, [
    sheet([
      good,
      { ...good, lawfulOperation: null },
      { ...good, lawfulOperation: false },
      { ...good, lawfulOperation: BAD },
    ]),
  ]);
  expect(rows(outcome)).toEqual([
    'rent payable 20.00; service applicable',
    ...['', '', ''].map(() => 'rent notEligible 20.00 (lawfulOperation); service applicable'),
  ]);
});

test('vetoes come before the scope', () => {
  const outcome = evaluate(policy, [
    sheet([{ ...good, registeredInDistrict: false, taxViolation: true, majorSafetyAccident: true }]),
  ]);
  expect(row(outcome, 0)).toBe('rent vetoed 20.00 (taxViolation, majorSafetyAccident); service applicable');
});

test('a blank veto is no veto', () => {
  const outcome = evaluate(policy, [sheet([{ ...good, taxViolation: null }])]);
  expect(row(outcome, 0)).toBe('rent payable 20.00; service applicable');
});

test('any row of the enterprise, on any sheet, speaks for all its rows; the code is read without case and spaces', () => {
  const first = sheet([
    { ...good, creditCode: '91530112ma x' },
    { ...good, creditCode: 'OTHER' },
  ]);
  const second = sheet([{ creditCode: '91530112MAX', majorSafetyAccident: true }]);
  expect(rows(evaluate(policy, [first, second]))).toEqual([
    'rent vetoed 20.00 (majorSafetyAccident); service applicable',
    'rent payable 20.00; service applicable',
  ]);
});

test('rows without a code stand alone', () => {
  const outcome = evaluate(policy, [
    sheet([
      { ...good, creditCode: null, taxViolation: true },
      { ...good, creditCode: null },
    ]),
  ]);
  expect(rows(outcome)[1]).toBe('rent payable 20.00; service applicable');
});

test('keys without a column are unchecked: listed, and the results provisional', () => {
  const outcome = evaluate(policy, [sheet([{ isSme: true, rentRelief: 100, lawfulOperation: true }])]);
  expect(outcome.unchecked).toEqual(['taxViolation', 'majorSafetyAccident', 'registeredInDistrict']);
  expect(outcome.sheets[0]?.rows[0]?.clauses[0]?.provisional).toEqual([
    { why: 'uncheckedVeto', keys: ['taxViolation', 'majorSafetyAccident'] },
    { why: 'uncheckedScope', keys: ['registeredInDistrict'] },
  ]);
});

test('a key that another sheet of the enterprise has is checked', () => {
  const bare = { isSme: true, rentRelief: 100, creditCode: 'A' };
  const record = {
    creditCode: 'A',
    taxViolation: false,
    majorSafetyAccident: false,
    registeredInDistrict: true,
    lawfulOperation: true,
  };
  const outcome = evaluate(policy, [sheet([bare, { ...bare, creditCode: 'B' }]), sheet([record])]);
  expect(outcome.unchecked).toEqual([]);
  const provisional = outcome.sheets[0]?.rows.map(({ clauses }) =>
    clauses[0]?.provisional?.map(({ why }) => why),
  );
  expect(provisional).toEqual([undefined, ['uncheckedVeto', 'uncheckedScope']]);
});

test('a blank where the scope asks for a yes is a finding', () => {
  const outcome = evaluate(policy, [sheet([good, { ...good, registeredInDistrict: null }])]);
  expect(outcome.sheets[0]?.findings).toEqual([{ code: 'blankScope', row: 1, key: 'registeredInDistrict' }]);
});

test('a column of places is not a flag', () => {
  const places = sheet([good]);
  const column = {
    kind: 'text' as const,
    key: 'registeredInDistrict',
    states: Uint8Array.of(1),
    values: ['官渡区'],
  };
  const byKey = new Map([...places.columns.byKey, ['registeredInDistrict', column] as const]);
  const outcome = evaluate(policy, [{ ...places, columns: { ...places.columns, byKey } }]);
  expect(row(outcome, 0)).toBe('rent payable 20.00; service applicable');
  expect(outcome.unchecked).toContain('registeredInDistrict');
});
