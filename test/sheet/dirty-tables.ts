import fc from 'fast-check';
import { Decimal, type IndicatorKey, type Vocabulary } from '../../src/rules';
import { creditCode, type TestCell, type TestGridOptions } from './grid-of';

/** A clean table, and the same table as somebody might have typed it: for tests that read it back. */
export interface DirtyTable {
  readonly rows: readonly (readonly TestCell[])[];
  readonly options: TestGridOptions;
  /** Worksheet rows of the enterprises, in order. */
  readonly dataRows: readonly number[];
  /** By column (1-based): what it is, and its values in the base unit as texts; null for a blank. */
  readonly columns: ReadonlyMap<number, CleanColumn>;
}
export interface CleanColumn {
  readonly key: IndicatorKey;
  readonly values: readonly (string | null)[];
}

/** Writers choose among these spellings; all of them are the vocabulary's or made of its forms. */
const MONEY_UNITS: readonly (readonly [string, string])[] = [
  ['元', '1'],
  ['千元', '1000'],
  ['万元', '10000'],
  ['百万元', '1000000'],
  ['亿元', '100000000'],
];
const USD_UNITS: readonly (readonly [string, string])[] = [
  ['美元', '1'],
  ['万美元', '10000'],
  ['USD', '1'],
];
const AREA_UNITS: readonly (readonly [string, string])[] = [
  ['㎡', '1'],
  ['平方米', '1'],
  ['万㎡', '10000'],
  ['公顷', '10000'],
];
const COUNT_UNITS: readonly (readonly [string, string])[] = [
  ['人', '1'],
  ['', '1'],
];

interface Family {
  readonly current: IndicatorKey;
  readonly prior: IndicatorKey;
  readonly growth: IndicatorKey;
  readonly names: readonly string[];
}
const FAMILIES: readonly Family[] = [
  {
    current: 'grossOutput',
    prior: 'grossOutputPrior',
    growth: 'grossOutputGrowth',
    names: ['工业总产值', '总产值', '产值'],
  },
  {
    current: 'salesAmount',
    prior: 'salesAmountPrior',
    growth: 'salesGrowth',
    names: ['商品销售额', '销售额'],
  },
  {
    current: 'retailSales',
    prior: 'retailSalesPrior',
    growth: 'retailGrowth',
    names: ['商品零售额', '零售额'],
  },
  { current: 'turnover', prior: 'turnoverPrior', growth: 'turnoverGrowth', names: ['营业额'] },
  { current: 'revenue', prior: 'revenuePrior', growth: 'revenueGrowth', names: ['营业收入'] },
];
const FLAT_FORMS: readonly (readonly [string, string, string])[] = [
  ['X', '上年X', 'X增速'],
  ['X本年累计', 'X上年同期', 'X同比增长'],
  ['本年X', '去年X', 'X±%'],
  ['全年X', '去年同期X', 'X同比'],
  ['X（本期）', 'X_上年', 'X增长率'],
  ['2020年X', '2019年X', 'X比上年增长'],
  ['X-本年', 'X-上年', 'X增幅'],
];
const BARE_FORMS: readonly (readonly [string, string, string])[] = [
  ['本年累计', '上年同期', '同比增长'],
  ['本年', '上年', '增速'],
  ['2020年', '2019年', '增长'],
  ['1—12月', '上年同期', '±%'],
  ['本期', '同期', '增幅'],
];

const SINGLES: readonly { readonly key: IndicatorKey; readonly kind: 'money' | 'usd' | 'area' | 'count' }[] =
  [
    { key: 'exportUsd', kind: 'usd' },
    { key: 'officeArea', kind: 'area' },
    { key: 'equipmentPurchase', kind: 'money' },
    { key: 'rentRelief', kind: 'money' },
    { key: 'onlineSales', kind: 'money' },
    { key: 'employeesTotal', kind: 'count' },
    { key: 'insuredEmployees', kind: 'count' },
    { key: 'completedInvestment', kind: 'money' },
  ];
const FLAGS: readonly IndicatorKey[] = [
  'isAboveQuota',
  'isAboveScale',
  'isPrivate',
  'isHeadquarters',
  'selectedByDept',
  'isSme',
];
const INDUSTRIES: readonly (readonly [string, readonly string[]])[] = [
  ['批发业', ['批发业', '批发', '51', 'F51', '51 批发业']],
  ['零售业', ['零售业', '零售', 'F52']],
  ['工业', ['工业', '制造业', '专用设备制造业', 'C35', '2614']],
  ['餐饮业', ['餐饮业', '餐饮', '62']],
  ['软件和信息技术服务业', ['软件和信息技术服务业', '软件业', 'I65']],
];
const MISSING = ['', '—', '-', '…', '/', '无', 'N/A', '暂无'];

/** One column as written: headers by level, and the cells. */
interface WrittenColumn {
  readonly key: IndicatorKey | null;
  readonly levels: readonly string[];
  readonly unitLine: string | null;
  readonly cells: readonly TestCell[];
  readonly values: readonly (string | null)[];
  readonly span: number;
}

type Choose = <T>(from: readonly T[]) => T;

/** Choices come from fast-check, so that a failure shrinks to the fewest odd ones. */
export function dirtyTable(vocabulary: Vocabulary): fc.Arbitrary<DirtyTable> {
  return fc
    .record({
      choices: fc.infiniteStream(fc.nat({ max: 9_999 })),
      enterprises: fc.integer({ min: 4, max: 9 }),
    })
    .map(({ choices, enterprises }) => {
      const next = (): number => Number(choices.next().value ?? 0);
      const choose: Choose = (from) => from[next() % from.length] as (typeof from)[number];
      return new Writer(vocabulary, choose, next, enterprises).write();
    });
}

class Writer {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly choose: Choose,
    private readonly next: () => number,
    private readonly enterprises: number,
  ) {}

  private often(): boolean {
    return this.next() % 3 > 0;
  }
  private seldom(): boolean {
    return this.next() % 4 === 0;
  }

  write(): DirtyTable {
    const twoLevels = this.often();
    const unitLine = this.seldom() ? this.choose(MONEY_UNITS) : null;
    const serial = this.often();
    const columns = [
      ...(serial ? [this.plain('序号', (at) => at + 1)] : []),
      ...this.identity(),
      ...(this.often() ? [this.industry()] : []),
      ...(this.seldom() ? [this.plain('所属街道', () => this.choose(['马街街道', '海口街道']))] : []),
      ...this.families(twoLevels, unitLine),
      ...this.singles(unitLine),
      ...(this.seldom()
        ? [
            this.plain(this.choose(['备注', '联系电话', '填报人']), () =>
              this.choose(['无变化', null, '已核']),
            ),
          ]
        : []),
    ];
    return this.lay(columns, twoLevels, unitLine, serial);
  }

  /** Names and codes, in either order, under any of their headers. */
  private identity(): WrittenColumn[] {
    const names = Array.from(
      { length: this.enterprises },
      (_, at) =>
        `昆明${'甲乙丙丁戊己庚辛壬'.charAt(at)}${this.choose(['机械制造', '商贸', '餐饮', '食品'])}有限公司`,
    );
    const codes = names.map((_, at) => creditCode(at + 1 + (this.next() % 5) * 100));
    const name = this.column('enterpriseName', this.header('enterpriseName'), names, names);
    const code = this.column(
      'creditCode',
      this.header('creditCode'),
      codes.map((one) => (this.seldom() ? ` ${one} ` : one)),
      codes,
    );
    return this.often() ? [name, code] : [code, name];
  }

  private header(key: IndicatorKey): string {
    const indicator = this.vocabulary.indicators.get(key);
    const names =
      indicator === undefined
        ? [key]
        : [indicator.names.zh, ...indicator.aliases.filter((alias) => !/[A-Za-z=]|\d{4}/.test(alias))];
    return this.dressed(this.choose(names));
  }

  /** Line breaks, spaces, full-width marks and numbering, as they come. */
  private dressed(name: string): string {
    const dress = this.next() % 8;
    if (dress === 0 && name.length > 3) return `${name.slice(0, 2)}\n${name.slice(2)}`;
    if (dress === 1 && name.length === 4) return Array.from(name).join(' ');
    if (dress === 2) return `${name}*`;
    return name;
  }

  private plain(header: string, cell: (at: number) => TestCell): WrittenColumn {
    const cells = Array.from({ length: this.enterprises }, (_, at) => cell(at));
    return { key: null, levels: [header], unitLine: null, cells, values: [], span: 1 };
  }

  private column(
    key: IndicatorKey,
    header: string,
    cells: readonly TestCell[],
    values: readonly (string | null)[],
  ): WrittenColumn {
    return { key, levels: [header], unitLine: null, cells, values, span: 1 };
  }

  private industry(): WrittenColumn {
    const chosen = Array.from({ length: this.enterprises }, () => this.choose(INDUSTRIES));
    return this.column(
      'industry',
      this.header('industry'),
      chosen.map(([, spellings]) => this.choose(spellings)),
      chosen.map(([value]) => value),
    );
  }

  private families(twoLevels: boolean, unitLine: readonly [string, string] | null): WrittenColumn[] {
    const start = this.next() % FAMILIES.length;
    const count = 1 + (this.next() % 3);
    return Array.from({ length: count }, (_, at) => FAMILIES[(start + at) % FAMILIES.length]).flatMap(
      (family) => (family === undefined ? [] : this.family(family, twoLevels, unitLine)),
    );
  }

  private family(
    family: Family,
    twoLevels: boolean,
    unitLine: readonly [string, string] | null,
  ): WrittenColumn[] {
    const [unit, factor] = unitLine ?? this.choose(MONEY_UNITS);
    const current = this.figures(factor);
    const prior = this.figures(factor);
    const growth = this.growth(current.values, prior.values);
    const name = this.choose(family.names);
    const withGrowth = this.often();
    const written = unitLine === null ? this.unitIn(unit) : '';
    if (!twoLevels) {
      const [a, b, c] = this.choose(FLAT_FORMS);
      const percent = growth.percent ? this.unitIn('%') : '';
      return [
        {
          ...this.column(
            family.current,
            this.dressed(a.replace('X', name)) + written,
            current.cells,
            current.values,
          ),
        },
        { ...this.column(family.prior, b.replace('X', name) + written, prior.cells, prior.values) },
        ...(withGrowth
          ? [
              this.column(
                family.growth,
                c.endsWith('%') ? c.replace('X', name) : c.replace('X', name) + percent,
                growth.cells,
                growth.values,
              ),
            ]
          : []),
      ];
    }
    const [a, b, c] = this.choose(BARE_FORMS);
    const over = this.often() ? written : '';
    const under = over === '' ? written : '';
    const parent = name + over;
    const span = withGrowth ? 3 : 2;
    const percent = growth.percent && !c.endsWith('%') ? '（%）' : '';
    return [
      {
        ...this.column(family.current, a + under, current.cells, current.values),
        levels: [parent, a + under],
        span,
      },
      {
        ...this.column(family.prior, b + under, prior.cells, prior.values),
        levels: [parent, b + under],
        span: 0,
      },
      ...(withGrowth
        ? [
            {
              ...this.column(family.growth, c, growth.cells, growth.values),
              levels: [parent, c + percent],
              span: 0,
            },
          ]
        : []),
    ];
  }

  private unitIn(unit: string): string {
    return this.choose([`（${unit}）`, `(${unit})`, `\n（${unit}）`, `（单位：${unit}）`]);
  }

  private singles(unitLine: readonly [string, string] | null): WrittenColumn[] {
    const start = this.next() % SINGLES.length;
    const figures = Array.from(
      { length: this.next() % 3 },
      (_, at) => SINGLES[(start + at) % SINGLES.length],
    ).flatMap((single) => {
      if (single === undefined) return [];
      const inLine = unitLine !== null && single.kind === 'money';
      const units = { money: MONEY_UNITS, usd: USD_UNITS, area: AREA_UNITS, count: COUNT_UNITS }[single.kind];
      const [unit, factor] = inLine ? unitLine : this.choose(units);
      const { cells, values } = this.figures(factor);
      const header = this.header(single.key);
      return [
        this.column(single.key, inLine || unit === '' ? header : header + this.unitIn(unit), cells, values),
      ];
    });
    return [...figures, ...(this.often() ? [this.flag(this.choose(FLAGS))] : [])];
  }

  private flag(key: IndicatorKey): WrittenColumn {
    const [yes, no] = this.choose([
      ['是', '否'],
      ['√', '×'],
      [1, 0],
      ['Y', 'N'],
    ] as const);
    const values = Array.from({ length: this.enterprises }, () => this.choose(['true', 'false', null]));
    const cells = values.map((value): TestCell => (value === null ? null : value === 'true' ? yes : no));
    return this.column(key, this.header(key), cells, values);
  }

  /** Amounts as numbers, as text in many spellings, or missing. */
  private figures(factor: string): { cells: TestCell[]; values: (string | null)[] } {
    const cells: TestCell[] = [];
    const values: (string | null)[] = [];
    for (let at = 0; at < this.enterprises; at++) {
      const digits = (100 + this.next()) / 10;
      const missing = this.next() % 9 === 0;
      cells.push(missing ? this.choose([null, ...MISSING]) : this.numberCell(digits));
      values.push(missing ? null : new Decimal(digits).times(factor).toFixed());
    }
    return { cells, values };
  }

  private numberCell(value: number): TestCell {
    const [whole = '', decimals] = String(value).split('.');
    const grouped =
      whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
    const wide = (text: string): string =>
      text.replaceAll(/[\d.,-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    switch (this.next() % 9) {
      case 0:
        return String(value);
      case 1:
        return grouped;
      case 2:
        return wide(String(value));
      case 3:
        return wide(grouped);
      case 4:
        return ` ${value}　`;
      case 5:
        return { value, format: '#,##0.0' };
      default:
        return value;
    }
  }

  /** Growth as the bureau would round it, in one scale for the column. */
  private growth(
    current: readonly (string | null)[],
    prior: readonly (string | null)[],
  ): { cells: TestCell[]; values: (string | null)[]; percent: boolean } {
    const scale = this.choose(['percent', 'percent', 'format', 'text'] as const);
    const values = current.map((now, at) => {
      const before = prior[at];
      if (now === null || before === null || before === undefined) return null;
      return ((Number(now) / Number(before) - 1) * 100).toFixed(1);
    });
    const cells = values.map((value): TestCell => {
      if (value === null) return this.choose([null, '—']);
      if (scale === 'format') return { value: new Decimal(value).div(100).toNumber(), format: '0.0%' };
      return scale === 'text' ? `${value}%` : this.choose([Number(value), value.replace('-', '－')]);
    });
    const asRatio = values.map((value) => (value === null ? null : new Decimal(value).div(100).toFixed()));
    return { cells, values: asRatio, percent: scale === 'percent' };
  }

  private lay(
    columns: readonly WrittenColumn[],
    twoLevels: boolean,
    unitLine: readonly [string, string] | null,
    serial: boolean,
  ): DirtyTable {
    const left = this.seldom() ? 1 + (this.next() % 2) : 0;
    const rows: TestCell[][] = [];
    const merges: string[] = [];
    const width = columns.length;
    const line = (text: string, at = 0): void =>
      void rows.push([...Array.from({ length: left + at }, () => null), text]);
    if (this.often() || unitLine !== null)
      line(this.choose(['2020年企业主要指标表', '西山区扶持政策申报汇总表（2020年度）', '附件1']));
    if (this.seldom()) rows.push([]);
    if (unitLine !== null)
      line(
        this.choose([`单位：${unitLine[0]}`, `金额单位：${unitLine[0]}`, `（单位：${unitLine[0]}、%）`]),
        this.next() % width,
      );
    const headerRow = rows.length + 1;
    const pad = Array.from({ length: left }, (): TestCell => null);
    const headers = this.headerRows(columns, headerRow, left, merges, twoLevels);
    rows.push(...headers.map((row) => [...pad, ...row]));
    const dataRows: number[] = [];
    const nameAt = columns.findIndex(({ key }) => key === 'enterpriseName');
    const label = (text: string): TestCell[] => [
      ...pad,
      ...columns.map((_, at): TestCell => (at === nameAt ? text : null)),
    ];
    for (let at = 0; at < this.enterprises; at++) {
      this.between(rows, label, headers, pad, serial, at);
      rows.push([...pad, ...columns.map(({ cells }) => cells[at])]);
      dataRows.push(rows.length);
    }
    if (this.often()) rows.push(this.totals(label('合　计'), columns, left));
    if (this.seldom())
      rows.push([], [...pad, '注：1.本表为快报数。'], [...pad, '填表人：张三　审核人：李四']);
    const clean = columns.flatMap(({ key, values }, at): [number, CleanColumn][] =>
      key === null ? [] : [[left + at + 1, { key, values }]],
    );
    return { rows, options: { merges, sheetName: '汇总' }, dataRows, columns: new Map(clean) };
  }

  /** Sections, blank rows, subtotals and headers repeated between the enterprises. */
  private between(
    rows: TestCell[][],
    label: (text: string) => TestCell[],
    headers: readonly TestCell[][],
    pad: readonly TestCell[],
    serial: boolean,
    at: number,
  ): void {
    const kind = this.next() % 14;
    if (kind === 0)
      rows.push(label(`${'一二三四五六七八九'.charAt(at)}、${this.choose(['工业', '商贸业', '第二批'])}`));
    if (kind === 1 && at > 0) rows.push([]);
    if (kind === 2 && at > 0) rows.push(label('小计'));
    if (kind === 3 && at > 0) rows.push(...headers.map((row) => [...pad, ...row]));
    if (kind === 4 && at > 0 && serial) rows.push(label('其中：规上企业'));
  }

  private totals(row: TestCell[], columns: readonly WrittenColumn[], left: number): TestCell[] {
    return row.map((cell, at) =>
      cell === null && columns[at - left]?.key?.endsWith('Prior') === true ? 12_345 : cell,
    );
  }

  private headerRows(
    columns: readonly WrittenColumn[],
    top: number,
    left: number,
    merges: string[],
    twoLevels: boolean,
  ): TestCell[][] {
    if (!twoLevels) return [columns.map(({ levels }) => levels[0])];
    const merged = this.often();
    const upper = columns.map(({ levels, span }): TestCell =>
      levels.length === 1 || span > 0 ? levels[0] : null,
    );
    const lower = columns.map(({ levels }): TestCell => levels[1] ?? null);
    if (merged) {
      columns.forEach(({ levels, span }, at) => {
        const column = letter(left + at + 1);
        if (levels.length === 1) merges.push(`${column}${top}:${column}${top + 1}`);
        else if (span > 1) merges.push(`${column}${top}:${letter(left + at + span)}${top}`);
      });
    }
    return [upper, lower];
  }
}

function letter(column: number): string {
  return column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
}
