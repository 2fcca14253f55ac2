import fc from 'fast-check';
import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet, type Row } from '../sheet';
import { law } from '../law';

const fixedOn = (flag: string, amount: string, grain = 'enterprise'): string => `
  kind: award
  grain: ${grain}
  inputs: [${flag}]
  when: [${flag}]
  award: { fixed: ${amount} }
`;
const why = 'why: { zh: 因, en: why }';

describe('the highest stays', () => {
  const policy = pack(
    {
      a: fixedOn('isSme', '10万元'),
      b: fixedOn('isPrivate', '20万元'),
      c: fixedOn('listedIpo', '20万元'),
      ceiling: `
        kind: ceiling
        inputs: [neeqListed, analystAmount]
        when: [neeqListed]
        award: { given: analystAmount, cap: 30万元 }
      `,
      open: `
        kind: award
        inputs: [revenue, revenuePrior, isAboveScale]
        when: [isAboveScale, 'growth(revenue, revenuePrior) >= 10%']
        award: { fixed: 5万元 }
      `,
    },
    `
stacking:
  exclusive:
    - { name: g, clauses: [a, b, c, ceiling, open], ${why} }
`,
  );
  const settled = (...list: readonly Row[]) => evaluate(policy, [sheet(list)]);

  test('the loser names the winner', () => {
    expect(rows(settled({ isSme: true, isPrivate: true }))).toEqual([
      'a superseded 100000.00 by b; b payable 200000.00',
    ]);
  });

  test('equal amounts keep the earlier clause', () => {
    expect(rows(settled({ listedIpo: true, isPrivate: true }))).toEqual([
      'b payable 200000.00; c superseded 200000.00 by b',
    ]);
  });

  test('a ceiling takes part with its bound', () => {
    const outcome = settled({ isPrivate: true, neeqListed: true });
    expect(rows(outcome)).toEqual(['b superseded 200000.00 by ceiling; ceiling ceiling 300000.00']);
    expect([outcome.totals.award.toFixed(), outcome.totals.ceiling.toFixed()]).toEqual(['0', '300000']);
  });

  test('across the rows of an enterprise', () => {
    const outcome = settled(
      { creditCode: 'A', isSme: true },
      { creditCode: 'A', isPrivate: true },
      { creditCode: 'B', isSme: true },
    );
    expect(rows(outcome)).toEqual([
      'a superseded 100000.00 by b',
      'b payable 200000.00',
      'a payable 100000.00',
    ]);
    expect(outcome.sheets[0]?.rows[0]?.clauses[0]?.supersededBy).toEqual({
      clause: 'p/b',
      at: { sheet: 0, row: 1 },
    });
  });

  test('a rival that depends on missing inputs leaves the winner provisional', () => {
    const outcome = settled({ isSme: true, isAboveScale: true, revenue: 5, revenuePrior: null });
    expect(rows(outcome)).toEqual(['a payable 100000.00; open missing revenuePrior']);
    expect(outcome.sheets[0]?.rows[0]?.clauses[0]?.provisional).toEqual([
      { why: 'openRival', clause: 'p/open', at: { sheet: 0, row: 0 } },
    ]);
  });
});

describe('of other grains', () => {
  const policy = pack(
    { a: fixedOn('isSme', '10万元', 'project'), b: fixedOn('isPrivate', '20万元') },
    `
stacking:
  exclusive:
    - { name: g, clauses: [a, b], ${why} }
`,
  );

  test('two clauses compete within the row only, unless both are of grain enterprise', () => {
    const outcome = evaluate(policy, [
      sheet([
        { creditCode: 'A', isSme: true },
        { creditCode: 'A', isPrivate: true },
      ]),
    ]);
    expect(rows(outcome)).toEqual(['a payable 100000.00', 'b payable 200000.00']);
    const same = evaluate(policy, [sheet([{ creditCode: 'A', isSme: true, isPrivate: true }])]);
    expect(rows(same)).toEqual(['a superseded 100000.00 by b; b payable 200000.00']);
  });
});

describe('in the order of the list (免征 before 减按1%)', () => {
  const saving = (flag: string, base: string): string => `
    kind: contribution
    inputs: [${flag}, ${base}, analystRate]
    when: [${flag}]
    saving: { base: ${base}, rate: analystRate }
  `;
  const policy = pack(
    { low: saving('isSme', 'lateFeeDue'), high: saving('isPrivate', 'bondCost') },
    `
stacking:
  exclusive:
    - { name: vat, clauses: [low, high], order: listed, ${why} }
`,
  );
  const scenario = { parameters: { analystRate: '1' } };

  test('the earlier stays though it is lower', () => {
    const outcome = evaluate(
      policy,
      [sheet([{ isSme: true, lateFeeDue: 484, isPrivate: true, bondCost: 968 }])],
      scenario,
    );
    expect(rows(outcome)).toEqual(['low saving 484.00; high superseded 968.00 by low']);
  });

  test('also where its saving is not known', () => {
    const outcome = evaluate(policy, [
      sheet([{ isSme: true, lateFeeDue: 484, isPrivate: true, bondCost: 968 }]),
    ]);
    expect(rows(outcome)).toEqual(['low saving; high superseded by low']);
  });

  test('alone, each stays', () => {
    expect(
      rows(
        evaluate(
          policy,
          [sheet([{ isSme: false, lateFeeDue: 1, isPrivate: true, bondCost: 968 }])],
          scenario,
        ),
      ),
    ).toEqual(['high saving 968.00']);
  });
});

describe('same project in different fields', () => {
  const policy = pack(
    { a: fixedOn('isSme', '10万元'), a2: fixedOn('listedIpo', '5万元'), b: fixedOn('isPrivate', '20万元') },
    `
readings:
  same-project:
    issue: { zh: 题, en: issue }
    options: { highest: { zh: 高, en: highest }, both: { zh: 都, en: both } }
    recommended: highest
    ${why}
stacking:
  review:
    - { name: office, parties: [[a, a2], [b]], reading: same-project, highestUnder: highest, ${why} }
`,
  );
  const data = [
    sheet([
      { isSme: true, listedIpo: true, isPrivate: true },
      { isSme: true, listedIpo: true, isPrivate: false },
    ]),
  ];

  test('only the highest stays, all that meet are for review; one party does not compete with itself', () => {
    const outcome = evaluate(policy, data);
    expect(rows(outcome)).toEqual([
      'a superseded 100000.00 by b; a2 superseded 50000.00 by b; b payable 200000.00',
      'a payable 100000.00; a2 payable 50000.00',
    ]);
    const review = outcome.sheets[0]?.rows.map(({ clauses }) => clauses.map((clause) => clause.review));
    expect(review).toEqual([
      [['p#same-project'], ['p#same-project'], ['p#same-project']],
      [undefined, undefined],
    ]);
  });

  test('under the other reading both are paid, still for review', () => {
    const outcome = evaluate(policy, data, { readings: { 'p#same-project': 'both' } });
    expect(rows(outcome)[0]).toBe('a payable 100000.00; a2 payable 50000.00; b payable 200000.00');
    expect(outcome.sheets[0]?.rows[0]?.clauses[0]?.review).toEqual(['p#same-project']);
  });
});

describe('laws', () => {
  const flags = ['isSme', 'isPrivate', 'listedIpo', 'neeqListed'];
  const amounts = ['10万元', '40万元', '20万元', '30万元'];
  const ofOrder = (order: readonly number[]) =>
    pack(
      Object.fromEntries(
        order.map((index) => [`c${index}`, fixedOn(flags[index] ?? '', amounts[index] ?? '')]),
      ),
      `
stacking:
  exclusive:
    - { name: g, clauses: [${order.map((index) => `c${index}`).join(', ')}], ${why} }
`,
    );
  const row = fc.record(Object.fromEntries(flags.map((flag) => [flag, fc.boolean()])));

  const [straight, turned] = [ofOrder([0, 1, 2, 3]), ofOrder([2, 0, 3, 1])];
  law(
    'with different amounts the order of the clauses changes nothing',
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (list) => {
      const data = [sheet(list.map((each) => ({ ...each, creditCode: 'A' })))];
      const sorted = (policy: typeof straight): string[] =>
        rows(evaluate(policy, data)).map((line) => line.split('; ').toSorted().join('; '));
      return sorted(turned).join('\n') === sorted(straight).join('\n');
    }),
    { numRuns: 40 },
  );

  const policy = ofOrder([0, 1, 2, 3]);
  law(
    'one of the group is paid, and it is the highest',
    fc.property(row, (each) => {
      const outcome = evaluate(policy, [sheet([each])]);
      const best = Math.max(
        0,
        ...flags.map((flag, index) => (each[flag] === true ? Number(amounts[index]?.slice(0, 2)) : 0)),
      );
      return outcome.totals.award.toNumber() === best * 10_000;
    }),
    { numRuns: 40 },
  );
});
