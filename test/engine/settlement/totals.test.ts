import fc from 'fast-check';
import { Decimal, ZERO } from '../../../src/rules';
import { pack } from '../pack';
import { evaluate } from '../settled';
import { sheet } from '../sheet';
import { law } from '../law';

const policy = pack(
  {
    rent: `
      kind: award
      department: 商务局
      inputs: [rentRelief]
      when: [rentRelief > 0]
      award: { base: rentRelief, rate: 20%, cap: 100万元 }
      payout: { shares: '4:3:3' }
    `,
    project: `
      kind: ceiling
      department: 科信局
      field: 科研
      inputs: [covidRndProjectApproved, analystAmount]
      when: [covidRndProjectApproved]
      award: { given: analystAmount, cap: 50万元 }
    `,
    fee: `
      kind: contribution
      department: 商务局
      inputs: [lateFeeDue]
      when: [lateFeeDue > 0]
      saving: { base: lateFeeDue, rate: 100% }
    `,
  },
  `
approval: { threshold: 审批分界, upTo: { zh: 组, en: group }, above: { zh: 报分管副区长审批, en: deputy district head } }
figures: { 审批分界: 100万元 }
`,
);
const money = (value: Decimal | undefined): string => (value ?? ZERO).toFixed(2);
const data = sheet(
  [
    { rentRelief: 5_000_000, covidRndProjectApproved: true, lateFeeDue: '12.34' },
    { rentRelief: 100, covidRndProjectApproved: false, lateFeeDue: null },
    { rentRelief: null, covidRndProjectApproved: true, lateFeeDue: 1 },
  ],
  { groups: { 所属街道: ['马街', '马街', null] } },
);

test('award, ceiling and saving are never mixed', () => {
  const { totals } = evaluate(policy, [data]);
  expect([totals.award, totals.ceiling, totals.saving].map(money)).toEqual([
    '1000020.00',
    '1000000.00',
    '13.34',
  ]);
});

test('by clause with counts, by department, field and payout year', () => {
  const { totals } = evaluate(policy, [data]);
  expect(totals.byClause.get('p/project')?.counts).toEqual({ ceiling: 2 });
  expect(
    [...totals.byDepartment].map(([name, sums]) => [
      name,
      money(sums.award),
      money(sums.ceiling),
      money(sums.saving),
    ]),
  ).toEqual([
    ['商务局', '1000020.00', '0.00', '13.34'],
    ['科信局', '0.00', '1000000.00', '0.00'],
  ]);
  expect([...totals.byField.keys()]).toEqual(['领域', '科研']);
  expect([...totals.byPayoutYear].map(([year, sum]) => `${year} ${money(sum)}`)).toEqual([
    '2020 400008.00',
    '2021 300006.00',
    '2022 300006.00',
  ]);
});

test('by any text column; blank cells together', () => {
  const { totals } = evaluate(policy, [data], {}, { groupBy: '所属街道' });
  expect([...totals.byGroup].map(([name, sums]) => [name, money(sums.award), money(sums.ceiling)])).toEqual([
    ['马街', '1000020.00', '500000.00'],
    ['', '0.00', '500000.00'],
  ]);
  expect(evaluate(policy, [data]).totals.byGroup.size).toBe(0);
});

test('one award of one clause above 100万元 needs the higher approval; exactly at it, not', () => {
  const raised = { figures: { 'p/rent#cap': '100万元' } };
  const none = evaluate(policy, [data], raised).sheets[0]?.rows.map(({ approval }) => approval);
  expect(none).toEqual([[], [], []]);
  const above = evaluate(policy, [data], { figures: { 'p/rent#cap': '1000000.01' } }).sheets[0];
  const more = evaluate(
    policy,
    [sheet([{ rentRelief: '5000000.05', covidRndProjectApproved: true, lateFeeDue: null }])],
    { figures: { 'p/rent#cap': '1000000.01' } },
  );
  expect(above?.rows[0]?.approval).toEqual([]);
  expect(more.sheets[0]?.rows[0]?.approval).toEqual(['p/rent']);
});

test('a row says which caps bit', () => {
  const outcome = evaluate(policy, [sheet([{ rentRelief: 5_000_000 }, { rentRelief: 5_000_001 }])]);
  expect(outcome.sheets[0]?.rows.map(({ capHits }) => capHits)).toEqual([[], ['p/rent']]);
});

const rowArbitrary = fc.record({
  rentRelief: fc.option(
    fc.integer({ min: 0, max: 10 ** 9 }).map((fen) => new Decimal(fen).times('0.01').toFixed()),
    { nil: null },
  ),
  covidRndProjectApproved: fc.boolean(),
  lateFeeDue: fc.option(fc.integer({ min: 0, max: 10 ** 6 }), { nil: null }),
});
const street = fc.constantFrom('马街', '碧鸡', null);
type Money = 'award' | 'ceiling' | 'saving';
const sumOf = (parts: Iterable<Readonly<Record<Money, Decimal>>>, kind: Money): string =>
  money([...parts].reduce((total, part) => total.plus(part[kind]), ZERO));

law(
  'totals are sums of rows, however cut',
  fc.property(fc.array(fc.tuple(rowArbitrary, street), { minLength: 1, maxLength: 8 }), (list) => {
    const streets = list.map(([, name]) => name);
    const all = [
      sheet(
        list.map(([each]) => each),
        { groups: { 街道: streets } },
      ),
    ];
    const { totals, sheets } = evaluate(policy, all, {}, { groupBy: '街道' });
    const rows = sheets.flatMap((each) => each.rows);
    const cuts = [
      rows,
      ...[totals.byClause, totals.byDepartment, totals.byField, totals.byGroup].map((by) => by.values()),
    ];
    const parts = cuts.map((cut) => [...cut]);
    const years = [...totals.byPayoutYear.values()].reduce((total, part) => total.plus(part), ZERO);
    const agree = (['award', 'ceiling', 'saving'] as const).every((kind) =>
      parts.every((cut) => sumOf(cut, kind) === money(totals[kind])),
    );
    return agree && money(years) === money(totals.award);
  }),
  { numRuns: 50 },
);
