import { CellState, type DateColumn, type NumberColumn, type PartialDate } from '../engine';
import type { Indicator, Vocabulary } from '../rules';
import { type Finding, finding } from './findings';
import { cellAddress } from './grid';
import { amountAt, growthParts, isGrowth, numbersOf, type ReadColumn } from './readClaims';
import { cellsOfColumn, subjectOf } from './subjects';

/** Figures that contradict each other or what is possible. Rows are worksheet rows. */
export function checkFigures(
  columns: readonly ReadColumn[],
  rows: readonly number[],
  vocabulary: Vocabulary,
  year: number | undefined,
): Finding[] {
  return columns.flatMap((column) => {
    const { column: read } = column;
    if (read.kind === 'date') return futureDates(column, read, rows, year);
    if (read.kind !== 'number') return [];
    return [
      ...impossible(column, read, rows),
      ...againstPrior(column, read, columns, rows, vocabulary),
      ...growthDiffers(column, read, columns, rows, vocabulary),
    ];
  });
}

interface Odd {
  readonly row: number;
  readonly text: string;
}

function oddFinding(
  code: 'negative' | 'implausible' | 'growthDiffers',
  column: ReadColumn,
  odd: readonly Odd[],
): Finding[] {
  return odd.length === 0 ? [] : [finding(code, addresses(column, odd), cellsOfColumn(column, odd))];
}

function addresses({ claim }: ReadColumn, odd: readonly Odd[]): string[] {
  return odd.map(({ row }) => cellAddress(row, claim.column));
}

function impossible(column: ReadColumn, read: NumberColumn, rows: readonly number[]): Finding[] {
  const range = plausibleRange(column.indicator);
  const negative: Odd[] = [];
  const outside: Odd[] = [];
  for (let at = 0; at < rows.length; at++) {
    const value = amountAt(read, at);
    if (value === undefined || (value >= range.least && value <= range.most)) continue;
    (value < 0 && column.indicator.type !== 'ratio' ? negative : outside).push({
      row: rows[at] ?? 0,
      text: shown(read, at),
    });
  }
  return [...oddFinding('negative', column, negative), ...oddFinding('implausible', column, outside)];
}

/** Growth below −100 % or over 2000 %, shares over 100 %, counts and amounts below 0. */
function plausibleRange(indicator: Indicator): { least: number; most: number } {
  if (indicator.type === 'rank') return { least: 1, most: 1e6 };
  if (indicator.type !== 'ratio') return { least: 0, most: 1e14 };
  return isGrowth(indicator) ? { least: -1, most: 20 } : { least: 0, most: 1 };
}

function shown(read: NumberColumn, at: number): string {
  return String(read.raw[at] ?? 0);
}

/** Official growth that current ÷ prior − 1, rounded as the cell is, does not give. */
function growthDiffers(
  column: ReadColumn,
  read: NumberColumn,
  columns: readonly ReadColumn[],
  rows: readonly number[],
  vocabulary: Vocabulary,
): Finding[] {
  const parts = growthParts(column.indicator.key, columns, vocabulary);
  if (parts === undefined) return [];
  const odd: Odd[] = [];
  for (let at = 0; at < rows.length; at++) {
    const written = read.computed?.[at] === 1 ? undefined : amountAt(read, at);
    const current = amountAt(parts.current, at);
    const prior = amountAt(parts.prior, at);
    if (written === undefined || current === undefined || prior === undefined || prior <= 0) continue;
    const computed = current / prior - 1;
    // Growth is published to a tenth of a percent: half of that is rounding.
    if (Math.abs(written - computed) > 0.000_500_1)
      odd.push({ row: rows[at] ?? 0, text: `${percentText(written)} ≠ ${percentText(computed)}` });
  }
  return oddFinding('growthDiffers', column, odd);
}

function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Ratios between this year and last year that no business has. */
const FAR = 300;
const ENOUGH = 3;

function againstPrior(
  column: ReadColumn,
  read: NumberColumn,
  columns: readonly ReadColumn[],
  rows: readonly number[],
  vocabulary: Vocabulary,
): Finding[] {
  const priorKey = vocabulary.indicators.get(column.indicator.key)?.prior;
  const prior = priorKey === undefined ? undefined : columns.find(({ claim }) => claim.key === priorKey);
  const priorRead = prior === undefined ? undefined : numbersOf(priorKey ?? '', columns);
  if (prior === undefined || priorRead === undefined) return [];
  const ratios: { at: number; ratio: number }[] = [];
  for (let at = 0; at < rows.length; at++) {
    const current = amountAt(read, at);
    const before = amountAt(priorRead, at);
    if (current !== undefined && before !== undefined && current > 0 && before > 0)
      ratios.push({ at, ratio: current / before });
  }
  const other = prior.header.levels.join(' ');
  const middle = median(ratios.map(({ ratio }) => ratio));
  if (ratios.length >= ENOUGH && (middle >= FAR || middle <= 1 / FAR)) {
    return [
      finding('unitContradiction', [column.header.cell], {
        ...subjectOf(column),
        other,
        times: roundTimes(middle),
      }),
    ];
  }
  const odd = ratios
    .filter(({ ratio }) => ratio >= FAR || ratio <= 1 / FAR)
    .map(({ at }) => ({ row: rows[at] ?? 0, text: shown(read, at) }));
  return odd.length === 0
    ? []
    : [finding('jump', addresses(column, odd), { ...cellsOfColumn(column, odd), other })];
}

function roundTimes(ratio: number): number {
  return Number(ratio.toPrecision(2));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

function futureDates(
  column: ReadColumn,
  read: DateColumn,
  rows: readonly number[],
  year: number | undefined,
): Finding[] {
  if (year === undefined) return [];
  const odd: Odd[] = [];
  read.values.forEach((date, at) => {
    if (date !== null && read.states[at] === CellState.value && date.year > year)
      odd.push({ row: rows[at] ?? 0, text: dateText(date) });
  });
  return odd.length === 0
    ? []
    : [finding('futureDate', addresses(column, odd), { ...cellsOfColumn(column, odd), year })];
}

function dateText({ year, month, day }: PartialDate): string {
  return [year, month, day].filter((part) => part !== undefined).join('-');
}
