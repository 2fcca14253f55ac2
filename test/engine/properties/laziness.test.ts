import { pack } from '../pack';
import { evaluate, row as rowText } from '../settled';
import { sheet, type Cell, type Row } from '../sheet';

/**
 * Laziness is exact (decision 6): what is definite stays so however the blanks are filled in, and
 * nothing is called missing that cannot change the result. Checked on every row over small domains,
 * blanks included.
 */
interface Model {
  readonly name: string;
  readonly clause: string;
  /** Values of each input; `null`, where it is allowed, is a blank that the clause does not read as a value. */
  readonly domains: Readonly<Record<string, readonly Cell[]>>;
}

const models: readonly Model[] = [
  {
    name: 'conditions and a rate under a cap',
    clause: `
      kind: award
      inputs: [isSme, revenue, salesAmount, rentRelief?]
      when: [isSme, revenue >= 100元 or salesAmount >= 50元]
      award: { base: rentRelief, rate: 20%, cap: 15元 }
    `,
    domains: {
      isSme: [true, false],
      revenue: [null, 0, 99, 100],
      salesAmount: [null, 49, 50],
      rentRelief: [null, 0, 50, 75, 100, 200],
    },
  },
  {
    name: 'tiers over two figures',
    clause: `
      kind: award
      inputs: [revenue, salesAmount]
      award:
        tiers:
          - { name: top, when: revenue >= 100元 or salesAmount >= 100元, fixed: 8万元 }
          - { name: middle, when: revenue >= 50元, fixed: 4万元 }
          - { name: low, when: revenue >= 10元, fixed: 4万元 }
    `,
    domains: { revenue: [null, 0, 9, 10, 49, 50, 99, 100], salesAmount: [null, 0, 99, 100] },
  },
  {
    name: 'growth with a base',
    clause: `
      kind: award
      inputs: [revenue, revenuePrior, isStrategicEmerging]
      let:
        增速: growth(revenue, revenuePrior)
      when: [revenuePrior > 0]
      award:
        variants: { strategic: isStrategicEmerging }
        tiers:
          - { name: high, when: 增速 >= 20%, base: revenue, rate: 10%, cap: 11元, strategic: { rate: 20%, cap: 20元 } }
          - { name: low, when: 增速 >= 10%, base: revenue, rate: 10%, cap: 11元 }
    `,
    domains: {
      revenue: [null, 0, 109, 110, 119, 120],
      revenuePrior: [null, -1, 0, 1, 100],
      isStrategicEmerging: [true, false],
    },
  },
  {
    name: 'a line that depends on the size (3.2)',
    clause: `
      kind: award
      inputs: [insuredEmployees, guaranteeFeeRate, unemploymentPremiumPaidPrior]
      when: ['if insuredEmployees <= 30人 then guaranteeFeeRate <= 20% else guaranteeFeeRate <= 5.5%']
      award: { base: unemploymentPremiumPaidPrior, rate: 50% }
    `,
    domains: {
      insuredEmployees: [null, 30, 31],
      guaranteeFeeRate: [null, '0.05', '0.055', '0.1', '0.2', '0.21'],
      unemploymentPremiumPaidPrior: [0, 100],
    },
  },
  {
    name: 'a table and what was already paid',
    clause: `
      kind: award
      inputs: [innovationPlatformLevel, mainRevenue]
      let:
        标准: { table: innovationPlatformLevel, 国家: 60元, 省: 40元, 市: 40元 }
      award: { fixed: 标准, less: mainRevenue }
    `,
    domains: { innovationPlatformLevel: [null, '国家', '省', '市', '区'], mainRevenue: [null, 0, 40, 59] },
  },
  {
    name: 'whole units',
    clause: `
      kind: award
      inputs: [completedInvestment?, supportsEconomy]
      when: [supportsEconomy]
      award: { base: completedInvestment, each: 100元, pays: 7元, units: whole, cap: 14元 }
    `,
    domains: { completedInvestment: [null, 0, 99, 100, 199, 200, 300], supportsEconomy: [true, false] },
  },
  {
    name: 'a line newly passed, looked up',
    clause: `
      kind: unquantified
      inputs: [mainRevenue, historicalMaxMainRevenue, analystTiers]
      let:
        门槛: 'passed(mainRevenue, over: historicalMaxMainRevenue, lines: [50元, 100元])'
      award: { lookup: 门槛, in: analystTiers, match: atLeast }
    `,
    domains: { mainRevenue: [null, 50, 51, 101], historicalMaxMainRevenue: [null, 0, 50, 51, 101] },
  },
  {
    name: 'a date in the year',
    clause: `
      kind: award
      inputs: [recognitionDate, revenue]
      when: [recognitionDate in policyYear, revenue > 0]
      award: { fixed: 1万元 }
    `,
    domains: {
      recognitionDate: [null, '2019-12-31', '2020', '2020-06', '2021-01-01'],
      revenue: [null, 0, 1],
    },
  },
  {
    name: 'a ceiling by tier',
    clause: `
      kind: ceiling
      inputs: [revenue, analystAmount]
      award:
        tiers:
          - { name: high, when: revenue > 100元, given: analystAmount, cap: 20万元 }
          - { name: low, when: revenue > 50元, given: analystAmount, cap: 10万元 }
    `,
    domains: { revenue: [null, 50, 51, 100, 101] },
  },
];

function everyRow(domains: Model['domains']): readonly Row[] {
  return Object.entries(domains).reduce<readonly Row[]>(
    (rows, [key, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value }))),
    [{}],
  );
}

const fills = (blanked: Row, full: Row): boolean =>
  Object.entries(blanked).every(([key, value]) => value === null || value === full[key]);

describe.each(models)('$name', ({ clause, domains }) => {
  const all = everyRow(domains);
  const scenario = clause.includes('analystTiers')
    ? {
        parameters: {
          analystTiers: [
            ['50', '1万元'],
            ['100', '2万元'],
          ] as const,
        },
      }
    : {};
  const outcome = evaluate(pack({ a: clause }), [sheet(all)], scenario);
  const results = all.map((each, index) => ({ row: each, text: rowText(outcome, index) }));
  const full = results.filter(({ row }) => !Object.values(row).includes(null));

  test('filled in, a definite result stays; nothing is missing that cannot change it', () => {
    const wrong = results.flatMap(({ row, text }) => {
      const filled = new Set(full.filter((each) => fills(row, each.row)).map((each) => each.text));
      const missing = text.includes('missing');
      const unsound = !missing && !(filled.size === 1 && filled.has(text));
      const lazy =
        missing &&
        Object.values(row).includes(null) &&
        filled.size === 1 &&
        ![...filled][0]?.includes('missing');
      return unsound || lazy ? [{ row, text, filled: [...filled] }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('only blanks are named', () => {
    for (const { row, text } of results) {
      const named = /missing (.*)$/.exec(text)?.[1]?.split(', ') ?? [];
      const imprecise = Object.entries(row)
        .filter(([, value]) => value === '2020')
        .map(([key]) => key);
      for (const key of named)
        expect(row[key] === null || imprecise.includes(key) || key === 'revenuePrior').toBe(true);
    }
  });
});
