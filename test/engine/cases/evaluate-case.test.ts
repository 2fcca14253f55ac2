import { compilePolicy, EngineError, evaluateCase } from '../../../src/engine';
import { pack } from '../pack';

const plan = compilePolicy(
  pack({
    a: `
      kind: award
      inputs: [isSme, revenue, recognitionDate?, industry?, projectName?]
      when:
        - isSme
        - { is: recognitionDate in policyYear, ifGiven: recognitionDate }
        - { is: 'industry in [工业, 批发业]', ifGiven: industry }
        - given(projectName) or revenue > 5元
      award: { base: revenue, rate: 10%, cap: 100元 }
      payout: { after: 1 }
    `,
    support: `
      kind: support
      inputs: [isSme]
      when: [isSme]
    `,
  }),
);
const result = (inputs: Record<string, unknown>) => evaluateCase(plan, 'p/a', { isSme: true, ...inputs });

test('money as text with two places', () => {
  expect(result({ revenue: '1000.05' })).toEqual({
    status: 'payable',
    uncapped: '100.01',
    cap: '100.00',
    amount: '100.00',
    capHit: true,
    missing: [],
    payout: [[1, '100.00']],
  });
});

test('notMet has an amount of 0.00, missing none', () => {
  const none = { uncapped: null, cap: null, capHit: false, payout: [] };
  expect(result({ isSme: false, revenue: 5 })).toEqual({
    ...none,
    status: 'notMet',
    amount: '0.00',
    missing: [],
  });
  expect(result({ revenue: null })).toEqual({
    ...none,
    status: 'missing',
    amount: null,
    missing: ['revenue'],
  });
});

test('a non-monetary measure applies', () => {
  expect(evaluateCase(plan, 'p/support', { isSme: true }).status).toBe('applicable');
});

test.each([
  [{ revenue: 1e3 }, 'payable'],
  [{ revenue: '1e3' }, 'payable'],
  [{ revenue: '', recognitionDate: '2020-05' }, 'missing'],
  [{ revenue: 10, recognitionDate: 2020 }, 'payable'],
  [{ revenue: 10, recognitionDate: '2019' }, 'notMet'],
  [{ revenue: 10, industry: '制造业' }, 'payable'],
  [{ revenue: 10, industry: '建筑' }, 'notMet'],
  [{ revenue: 5 }, 'notMet'],
  [{ revenue: 5, projectName: '甲' }, 'payable'],
  [{ revenue: 5, projectName: undefined }, 'notMet'],
])('%j: %s', (inputs, status) => {
  expect(result(inputs).status).toBe(status);
});

test.each([
  [{ isSme: 'ja' }, 'Is micro/small/medium enterprise (isSme) cannot be "ja"; it is a flag (true or false).'],
  [{ revenue: '1,000' }, 'Operating revenue (revenue) cannot be "1,000"; it is a number.'],
  [{ revenue: true }, 'Operating revenue (revenue) cannot be true; it is a number.'],
  [{ revenue: {} }, 'Operating revenue (revenue) cannot be {}; it is a number.'],
  [{ recognitionDate: true }, 'Recognition date (recognitionDate) cannot be true; it is a text.'],
  [{ recognitionDate: 'gestern' }, '“gestern” is not a date; write 2020, 2020-02 or 2020-02-14.'],
])('%j is refused', (inputs, message) => {
  expect(() => result({ revenue: 1, ...inputs })).toThrow(EngineError);
  expect(() => result({ revenue: 1, ...inputs })).toThrow(message);
});

test.each([[true], [{}], [[1]], [[[1, 2, 3]]], [[[1, null]]]])('a parameter cannot be %j', (value) => {
  expect(() => evaluateCase(plan, 'p/a', {}, { analystTiers: value })).toThrow(
    /^The parameter analystTiers cannot be .*; give a number or \[\[threshold, amount\], …\]\.$/,
  );
});

test('an unknown clause', () => {
  expect(() => evaluateCase(plan, 'p/b', {})).toThrow('p has no clause “p/b”; it has p/a, p/support.');
});
