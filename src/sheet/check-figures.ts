import { CellState, type DateColumn, type NumberColumn, type PartialDate } from '../engine';
import type { Indicator, IndicatorKey, Vocabulary } from '../rules';
import { amountsOf } from './amounts';
import { type Finding, finding } from './findings';
import { cellAddress } from './grid';
import { growthParts, isGrowth, type ReadColumn } from './read-claims';
import { cellsOfColumn, subjectOf } from './subjects';

/** Figures that contradict each other or what is possible. Rows are worksheet rows. */
export function checkFigures(
  columns: readonly ReadColumn[],
  rows: readonly number[],
  vocabulary: Vocabulary,
  year: number | undefined,
): Finding[] {
  const sheet = new SheetFigures(columns, rows, vocabulary);
  return columns.flatMap((column) => {
    const { column: read } = column;
    if (read.kind === 'date') return futureDates(column, read, rows, year);
    if (read.kind !== 'number') return [];
    return [
      ...impossible(column, read, sheet),
      ...againstOthers(column, read, sheet),
      ...growthDiffers(column, read, sheet),
    ];
  });
}

/** The sheet's figures as doubles, each column turned once. */
class SheetFigures {
  private readonly amounts = new Map<NumberColumn, Float64Array>();

  constructor(
    readonly columns: readonly ReadColumn[],
    readonly rows: readonly number[],
    readonly vocabulary: Vocabulary,
  ) {}

  of(column: NumberColumn): Float64Array {
    let amounts = this.amounts.get(column);
    if (amounts === undefined) {
      amounts = amountsOf(column);
      this.amounts.set(column, amounts);
    }
    return amounts;
  }
}

/** Cells that are odd in one way: their positions, and how a few of them read. */
interface Odd {
  readonly at: number[];
  readonly texts: Set<string>;
}

const EXAMPLES = 3;

function noted(): Odd {
  return { at: [], texts: new Set() };
}

function note(odd: Odd, at: number, text: () => string): void {
  odd.at.push(at);
  if (odd.texts.size < EXAMPLES) odd.texts.add(text());
}

function cellsOf({ claim }: ReadColumn, { at }: Odd, rows: readonly number[]): string[] {
  return at.map((one) => cellAddress(rows[one] ?? 0, claim.column));
}

function paramsOf(column: ReadColumn, odd: Odd): ReturnType<typeof cellsOfColumn> {
  return {
    ...cellsOfColumn(
      column,
      [...odd.texts].map((text) => ({ text })),
    ),
    count: odd.at.length,
  };
}

function oddFinding(
  code: 'negative' | 'implausible' | 'growthDiffers',
  column: ReadColumn,
  odd: Odd,
  rows: readonly number[],
): Finding[] {
  return odd.at.length === 0 ? [] : [finding(code, cellsOf(column, odd, rows), paramsOf(column, odd))];
}

function impossible(column: ReadColumn, read: NumberColumn, sheet: SheetFigures): Finding[] {
  const { least, most } = plausibleRange(column.indicator);
  const negative = noted();
  const outside = noted();
  const belowZero = column.indicator.type !== 'ratio';
  sheet.of(read).forEach((value, at) => {
    if (value < least || value > most)
      note(value < 0 && belowZero ? negative : outside, at, () => String(read.raw[at]));
  });
  return [
    ...oddFinding('negative', column, negative, sheet.rows),
    ...oddFinding('implausible', column, outside, sheet.rows),
  ];
}

/** Growth below −100 % or over 2000 %, shares over 100 %, counts and amounts below 0. */
function plausibleRange(indicator: Indicator): { least: number; most: number } {
  if (indicator.type === 'rank') return { least: 1, most: 1e6 };
  if (indicator.type !== 'ratio') return { least: 0, most: 1e14 };
  return isGrowth(indicator) ? { least: -1, most: 20 } : { least: 0, most: 1 };
}

/**
 * Growth columns that current ÷ prior − 1 bears out, with the last year's they are of: what was taken
 * for them by its place alone needs no confirmation.
 */
export function borneOutKeys(
  columns: readonly ReadColumn[],
  vocabulary: Vocabulary,
): ReadonlySet<IndicatorKey> {
  const keys = new Set<IndicatorKey>();
  for (const indicator of vocabulary.indicators.values()) {
    const growth = columns.find(({ claim }) => claim.key !== null && claim.key === indicator.growth)?.column;
    const parts =
      indicator.growth === undefined ? undefined : growthParts(indicator.growth, columns, vocabulary);
    if (growth?.kind !== 'number' || parts === undefined || indicator.prior === undefined) continue;
    const [current, prior] = [amountsOf(parts.current), amountsOf(parts.prior)];
    const off = Array.from(amountsOf(growth), (written, at) =>
      Math.abs(written - ((current[at] ?? NaN) / (prior[at] ?? NaN) - 1)),
    );
    const known = off.filter((difference) => Number.isFinite(difference));
    if (
      known.length >= ENOUGH &&
      known.filter((difference) => difference <= CLOSE).length >= known.length * MOST
    ) {
      keys.add(growth.key).add(indicator.prior);
    }
  }
  return keys;
}

/** Growth on a comparable basis is a little off; in most rows it is not. */
const CLOSE = 0.005;
const MOST = 0.6;

/** Half of the last place in which the column's growth is written: the rest is not rounding. */
function roundingOf(read: NumberColumn): number {
  const places = Array.from(read.raw.subarray(0, 1000), (raw) => (String(raw).split('.')[1] ?? '').length);
  return (0.5 * read.factor.toNumber()) / 10 ** Math.min(Math.max(0, ...places), 6) + 1e-9;
}

/** Official growth that current ÷ prior − 1 does not give. */
function growthDiffers(column: ReadColumn, read: NumberColumn, sheet: SheetFigures): Finding[] {
  const parts = growthParts(column.indicator.key, sheet.columns, sheet.vocabulary);
  if (parts === undefined) return [];
  const current = sheet.of(parts.current);
  const prior = sheet.of(parts.prior);
  const odd = noted();
  const rounding = roundingOf(read);
  sheet.of(read).forEach((written, at) => {
    const before = prior[at] ?? NaN;
    if (read.computed?.[at] === 1 || !(before > 0)) return;
    const computed = (current[at] ?? NaN) / before - 1;
    if (Math.abs(written - computed) > rounding)
      note(odd, at, () => `${percentText(written)} ≠ ${percentText(computed)}`);
  });
  return oddFinding('growthDiffers', column, odd, sheet.rows);
}

function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Ratios between two figures of one business that nobody has. */
const FAR = 300;
const ENOUGH = 3;

function isFar(ratio: number): boolean {
  return ratio >= FAR || ratio <= 1 / FAR;
}

/** Figures that go together in size: a hundredfold difference all down the sheet is one of units. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  retailSales: ['salesAmount'],
  mainRevenue: ['revenue', 'grossOutput'],
  revenue: ['grossOutput', 'salesAmount', 'turnover'],
  insuredEmployees: ['employeesTotal'],
};

function againstOthers(column: ReadColumn, read: NumberColumn, sheet: SheetFigures): Finding[] {
  const { key } = column.indicator;
  const prior = sheet.vocabulary.indicators.get(key)?.prior;
  const related = (RELATED[key] ?? []).map((other) => against(column, read, other, sheet));
  const [contradiction] = related.flatMap((one) => one?.contradiction ?? []);
  const before = prior === undefined ? undefined : against(column, read, prior, sheet);
  if (before?.contradiction !== undefined) return [before.contradiction];
  return [...(contradiction === undefined ? [] : [contradiction]), ...(before?.jumps ?? [])];
}

/** How a figure's size compares with another's: a contradiction of the columns, or of single cells. */
function against(
  column: ReadColumn,
  read: NumberColumn,
  otherKey: string,
  sheet: SheetFigures,
): { contradiction?: Finding; jumps: Finding[] } | undefined {
  const otherColumn = sheet.columns.find(({ claim }) => claim.key === otherKey);
  if (otherColumn?.column.kind !== 'number') return undefined;
  const others = sheet.of(otherColumn.column);
  const ratios: number[] = [];
  const odd = noted();
  sheet.of(read).forEach((amount, at) => {
    const ratio = amount / (others[at] ?? NaN);
    if (!(ratio > 0) || !Number.isFinite(ratio)) return;
    ratios.push(ratio);
    if (isFar(ratio)) note(odd, at, () => String(read.raw[at]));
  });
  if (odd.at.length === 0) return undefined;
  const other = otherColumn.header.levels.join(' ');
  const middle = median(ratios);
  if (ratios.length < ENOUGH || !isFar(middle)) {
    return {
      jumps: [finding('jump', cellsOf(column, odd, sheet.rows), { ...paramsOf(column, odd), other })],
    };
  }
  const params = { ...subjectOf(column), other, times: Number(middle.toPrecision(2)) };
  return { contradiction: finding('unitContradiction', [column.header.cell], params), jumps: [] };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

function futureDates(
  column: ReadColumn,
  read: DateColumn,
  rows: readonly number[],
  year: number | undefined,
): Finding[] {
  if (year === undefined) return [];
  const odd = noted();
  read.values.forEach((date, at) => {
    if (date !== null && read.states[at] === CellState.value && date.year > year)
      note(odd, at, () => dateText(date));
  });
  return odd.at.length === 0
    ? []
    : [finding('futureDate', cellsOf(column, odd, rows), { ...paramsOf(column, odd), year })];
}

function dateText({ year, month, day }: PartialDate): string {
  return [year, month, day].filter((part) => part !== undefined).join('-');
}
