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

interface RowResult {
  readonly row: Row;
  readonly text: string;
}

function resultsOf({ clause, domains }: Model): readonly RowResult[] {
  const all = everyRow(domains);
  const tiers = [
    ['50', '1万元'],
    ['100', '2万元'],
  ] as const;
  const scenario = clause.includes('analystTiers') ? { parameters: { analystTiers: tiers } } : {};
  const outcome = evaluate(pack({ a: clause }), [sheet(all)], scenario);
  return all.map((row, index) => ({ row, text: rowText(outcome, index) }));
}

const hasBlank = ({ row }: RowResult): boolean => Object.values(row).includes(null);

/** Rows that are definite although some filling gives another result, or missing although all fillings agree. */
function exceptions(results: readonly RowResult[]): readonly unknown[] {
  const full = results.filter((each) => !hasBlank(each));
  return results.flatMap((each) => {
    const filled = [...new Set(full.filter(({ row }) => fills(each.row, row)).map(({ text }) => text))];
    const missing = each.text.includes('missing');
    const unsound = !missing && !(filled.length === 1 && filled[0] === each.text);
    const needless =
      missing && hasBlank(each) && filled.length === 1 && filled[0]?.includes('missing') === false;
    return unsound || needless ? [{ ...each, filled }] : [];
  });
}

/** Keys that are called missing although the cell holds a precise value that is in order. */
function wronglyNamed({ row, text }: RowResult): readonly string[] {
  const named = /missing (.*)$/.exec(text)?.[1]?.split(', ') ?? [];
  const isOpen = (key: string): boolean => row[key] === null || row[key] === '2020' || key === 'revenuePrior';
  return named.filter((key) => !isOpen(key));
}

describe.each(models)('$name', (model) => {
  const results = resultsOf(model);

  test('filled in, a definite result stays; nothing is missing that cannot change it', () => {
    expect(exceptions(results)).toEqual([]);
  });

  test('only what is blank, imprecise or undefined is named', () => {
    expect(results.flatMap(wronglyNamed)).toEqual([]);
  });
});
