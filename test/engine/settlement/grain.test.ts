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
  area: `
    kind: award
    grain: item
    inputs: [plantedArea]
    when: [plantedArea > 0亩]
    award: { base: plantedArea, rate: 1000元/亩 }
  `,
  open: `
    kind: unquantified
    inputs: [bondCost, analystRate]
    award: { base: bondCost, rate: analystRate }
  `,
});
const of = (creditCode: string | null, more: Record<string, number>) => ({ creditCode, ...more });

test('equal amounts: the first row keeps it, also across sheets', () => {
  const outcome = evaluate(policy, [
    sheet([of('A', { rentRelief: 100 }), of('B', { rentRelief: 100 })]),
    sheet([of(' a', { rentRelief: 100 })]),
  ]);
  expect(rows(outcome)).toEqual(['rent payable 20.00', 'rent payable 20.00']);
  expect(rows(outcome, 1)).toEqual(['rent duplicate 20.00 of 0:0']);
  expect(outcome.totals.award.toFixed(2)).toBe('40.00');
});

test('unequal amounts: all are in conflict and none counts', () => {
  const outcome = evaluate(policy, [
    sheet([of('A', { rentRelief: 100 }), of('A', { rentRelief: 200 }), of('A', { rentRelief: 100 })]),
  ]);
  expect(rows(outcome)).toEqual(['rent conflict 20.00', 'rent conflict 40.00', 'rent conflict 20.00']);
  expect(outcome.sheets[0]?.rows[1]?.clauses[0]?.conflictWith).toEqual(
    [0, 1, 2].map((row) => ({ sheet: 0, row })),
  );
  expect(outcome.totals.award.toFixed(2)).toBe('0.00');
});

test('items add up over rows', () => {
  const outcome = evaluate(policy, [sheet([of('A', { plantedArea: 10 }), of('A', { plantedArea: 20 })])]);
  expect(rows(outcome)).toEqual(['area payable 10000.00', 'area payable 20000.00']);
});

test('but the same data twice is a duplicate, never two awards', () => {
  const outcome = evaluate(policy, [
    sheet([
      of('A', { plantedArea: 10 }),
      of('A', { plantedArea: 20 }),
      of('A', { plantedArea: 10 }),
      of('A', { plantedArea: 10 }),
    ]),
  ]);
  expect(rows(outcome)).toEqual([
    'area payable 10000.00',
    'area payable 20000.00',
    'area duplicate 10000.00 of 0:0',
    'area duplicate 10000.00 of 0:0',
  ]);
});

test('another parcel of the same size is another item where any other column differs, or another sheet', () => {
  const parcel = (projectName: string) => ({ ...of('A', { plantedArea: 10 }), projectName });
  expect(rows(evaluate(policy, [sheet([parcel('东'), parcel('西')])]))).toEqual([
    'area payable 10000.00',
    'area payable 10000.00',
  ]);
  const two = evaluate(policy, [sheet([parcel('东')]), sheet([parcel('东')])]);
  expect(rows(two, 1)).toEqual(['area payable 10000.00']);
});

test('what pays nothing is neither', () => {
  const outcome = evaluate(policy, [sheet([of('A', { bondCost: 10 }), of('A', { bondCost: 10 })])]);
  expect(rows(outcome)).toEqual(['open unquantified', 'open unquantified']);
});

test('a ceiling and an award of the same size are no duplicates', () => {
  const bounded = pack({
    a: `
    kind: ceiling
    inputs: [covidRndProjectApproved, analystAmount]
    when: [covidRndProjectApproved]
    award: { given: analystAmount, cap: 50万元 }
  `,
  });
  const data = sheet(
    [
      { creditCode: 'A', covidRndProjectApproved: true },
      { creditCode: 'A', covidRndProjectApproved: true },
    ],
    { given: { 'p/a': [null, 500_000] } },
  );
  expect(rows(evaluate(bounded, [data]))).toEqual(['a conflict 500000.00', 'a conflict 500000.00']);
});

test('rows without a code are enterprises of their own', () => {
  const outcome = evaluate(policy, [sheet([of(null, { rentRelief: 100 }), of(null, { rentRelief: 100 })])]);
  expect(rows(outcome)).toEqual(['rent payable 20.00', 'rent payable 20.00']);
});
