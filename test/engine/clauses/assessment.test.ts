import { pack } from '../pack';
import { evaluate, rows } from '../settled';
import { sheet } from '../sheet';

const lacking = (clause: string, ...columns: string[]): readonly string[] | undefined => {
  const policy = pack({ a: clause });
  const data = sheet([Object.fromEntries(columns.map((key) => [key, null]))]);
  return evaluate(policy, [data]).sheets[0]?.notAssessed[0]?.missingColumns;
};

const growth = `
  kind: award
  inputs: [isAboveScale, revenue, revenuePrior, revenueGrowth?]
  when: [isAboveScale, 'growth(revenue, revenuePrior, official: revenueGrowth) >= 10%']
  award: { fixed: 1万元 }
`;
const increment = `
  kind: award
  inputs: [revenue, revenuePrior, revenueGrowth?]
  when: ['growth(revenue, revenuePrior, official: revenueGrowth) >= 10%']
  award: { base: revenue - revenuePrior, rate: 1% }
`;
const occupancy = `
  kind: award
  inputs: [selfRecruited, occupancyRate?, occupiedArea?, leasableArea?]
  when: [selfRecruited, 'share(occupiedArea, leasableArea, official: occupancyRate, names: rate) >= 70%']
  award: { fixed: 1万元 }
`;
const layoffs = `
  kind: award
  inputs: [isSme, employeesTotal, layoffs?, layoffRate?]
  when: [isSme, 'share(layoffs, employeesTotal, official: layoffRate, names: parts) <= 20%']
  award: { fixed: 1万元 }
`;
const decline = `
  kind: award
  inputs: [grossOutput, grossOutputPrior, grossOutputPrior2?, grossOutputPriorGrowth?, grossOutputGrowth?]
  when:
    - 'growth(grossOutputPrior, grossOutputPrior2, official: grossOutputPriorGrowth) < -30%'
    - 'growth(grossOutput, grossOutputPrior, official: grossOutputGrowth) > 0'
  award: { base: grossOutput, rate: 0.1% }
`;
const parameters = `
  kind: unquantified
  inputs: [bondCost, analystRate]
  award: { base: bondCost, rate: analystRate }
`;

test.each([
  ['required columns', growth, ['revenue'], ['isAboveScale', 'revenuePrior']],
  [
    'the prior year may be absent where the official growth is there',
    growth,
    ['isAboveScale', 'revenue', 'revenueGrowth'],
    undefined,
  ],
  ['the current year may not', growth, ['isAboveScale', 'revenueGrowth'], ['revenue']],
  ['an increment needs both figures', increment, ['revenue', 'revenueGrowth'], ['revenuePrior']],
  ['a rate, or both its parts', occupancy, ['selfRecruited', 'occupancyRate'], undefined],
  ['both parts serve', occupancy, ['selfRecruited', 'occupiedArea', 'leasableArea'], undefined],
  [
    'one part does not: the rate is what is missing',
    occupancy,
    ['selfRecruited', 'occupiedArea'],
    ['occupancyRate'],
  ],
  ['where the clause names the parts, they are', layoffs, ['isSme', 'layoffs'], ['employeesTotal']],
  ['neither part', layoffs, ['isSme'], ['employeesTotal', 'layoffs']],
  ['a required part may be absent where the rate is there', layoffs, ['isSme', 'layoffRate'], undefined],
  [
    'a figure that is prior of one growth and current of another needs both official',
    decline,
    ['grossOutput', 'grossOutputGrowth'],
    ['grossOutputPrior'],
  ],
  [
    'and with both it may be absent',
    decline,
    ['grossOutput', 'grossOutputGrowth', 'grossOutputPriorGrowth'],
    undefined,
  ],
  ['parameters are never columns', parameters, ['bondCost'], undefined],
] as const)('%s', (_, clause, columns, expected) => {
  expect(lacking(clause, ...columns)).toEqual(expected);
});

test('what is not assessed gives no outcomes; what is assessed and met by nobody has an empty list', () => {
  const policy = pack({ a: growth, b: parameters });
  const outcome = evaluate(policy, [sheet([{ bondCost: 0 }])]).sheets[0];
  expect(outcome?.assessed).toEqual(['p/b']);
  expect(outcome?.notAssessed.map(({ clause }) => clause)).toEqual(['p/a']);
  expect(outcome?.clauses).toEqual(new Map([['p/b', []]]));
  expect(outcome?.rows.map(({ rowNumber, clauses }) => [rowNumber, clauses])).toEqual([[2, []]]);
});

test('a clause waits for what it could do without, while the analyst is asked whether a column holds it', () => {
  const policy = pack({ a: increment, b: parameters });
  const data = sheet([{ revenue: 5, revenuePrior: 4, bondCost: 0 }]);
  const asked = new Set(['revenueGrowth' as const]);
  expect(evaluate(policy, [data]).sheets[0]?.notAssessed).toEqual([]);
  expect(evaluate(policy, [{ ...data, asked }]).sheets[0]?.notAssessed).toEqual([
    { clause: 'p/a', missingColumns: ['revenueGrowth'] },
  ]);
});

test('on a sheet that has the rate and not its parts, the rate is what is missing', () => {
  const policy = pack({ growth, layoffs });
  const data = sheet([
    { isAboveScale: true, revenue: 5, revenueGrowth: null, isSme: true, layoffRate: null },
  ]);
  expect(rows(evaluate(policy, [data]))).toEqual([
    'growth missing revenueGrowth; layoffs missing layoffRate',
  ]);
});
