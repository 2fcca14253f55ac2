import { Decimal } from '../rules';
import type { SampleCell } from './column-content';
import { readNumberText } from './number-text';
import type { RatioScale } from './findings';
import { isPercentFormat } from './read-numbers';
import type { WrittenUnit } from './written-unit';

/** How a ratio column is written: 15 for 15 % (`percent`), or 0.15 (`fraction`); told for the whole column. */
export interface ScaleDecision {
  readonly scale: RatioScale;
  readonly factor: Decimal;
  /** False where nothing settles it: a question to the analyst. */
  readonly certain: boolean;
}

/** Growth recomputed from current and prior, beside the cell's number: the best witness. */
export interface GrowthWitness {
  readonly written: number;
  readonly computed: number;
}

/** What a ratio is of: growth may be negative or large, a share is at most 1, a rate (费率, 税率) a few hundredths. */
export type RatioKind = 'growth' | 'share' | 'rate';

const PERCENT = new Decimal('0.01');
const FRACTION = new Decimal(1);
const ENOUGH = 3;
/** One scale fits so much better than the other that rounding and revisions cannot explain it. */
const CLEARLY = 4;
/** So many growth rates are not all below 1 %. */
const MANY = 10;
/** No fee or tax of this kind takes a tenth: 0.8 is 0.8 %. */
const HIGH_RATE = 0.1;

export function decideScale(
  unit: WrittenUnit | null,
  cells: readonly SampleCell[],
  witnesses: readonly GrowthWitness[],
  kind: RatioKind,
): ScaleDecision {
  const formatted = cells.filter(
    ({ content, format }) => typeof content === 'number' && isPercentFormat(format),
  ).length;
  const plain = plainNumbers(cells);
  if (formatted > 0 && plain.length === 0) return fraction(true);
  const percentFactor = unit === null || unit.factor.equals(FRACTION) ? PERCENT : unit.factor;
  if (unit?.factor.equals(FRACTION) === true) return fraction(true);
  const witnessed = byWitnesses(witnesses);
  if (unit !== null) return headerSaysPercent(percentFactor, plain, witnessed, kind);
  if (plain.length === 0) return percent(PERCENT, true);
  if (witnessed !== undefined) return witnessed === 'percent' ? percent(PERCENT, true) : fraction(true);
  return byMagnitude(plain, kind, cells);
}

function percent(factor: Decimal, certain: boolean): ScaleDecision {
  return { scale: 'percent', factor, certain };
}

function fraction(certain: boolean): ScaleDecision {
  return { scale: 'fraction', factor: FRACTION, certain };
}

/** Numbers that do not say by a % of their own how they are meant. */
function plainNumbers(cells: readonly SampleCell[]): number[] {
  return cells.flatMap((cell) => {
    if (typeof cell.content === 'number') return isPercentFormat(cell.format) ? [] : [cell.content];
    const number = typeof cell.content === 'string' ? readNumberText(cell.content) : null;
    return number === null || number.unit !== null ? [] : [number.value.toNumber()];
  });
}

/** A header with % whose cells are 0.12, 0.08 …: the cells go before the header, but never silently. */
function headerSaysPercent(
  factor: Decimal,
  plain: readonly number[],
  witnessed: RatioScale | undefined,
  kind: RatioKind,
): ScaleDecision {
  if (witnessed !== undefined) return witnessed === 'fraction' ? fraction(false) : percent(factor, true);
  const sizes = plain.map(Math.abs);
  const small = plain.length >= ENOUGH && sizes.every((size) => size <= 1);
  if (!small) return percent(factor, kind !== 'growth' || plain.length < MANY || median(sizes) > 1);
  const share =
    kind === 'share' && factor.equals(PERCENT) && median(sizes) >= 0.3 && plain.some((value) => value > 0.5);
  return share ? fraction(false) : percent(factor, plain.length < MANY || kind !== 'growth');
}

/** Which scale brings the written growth nearest to current ÷ prior − 1; undefined where neither does clearly. */
function byWitnesses(witnesses: readonly GrowthWitness[]): RatioScale | undefined {
  const telling = witnesses.filter(({ written, computed }) => written !== 0 && Math.abs(computed) > 0.001);
  if (telling.length < ENOUGH) return undefined;
  const asPercent = median(telling.map(({ written, computed }) => Math.abs(written / 100 - computed)));
  const asFraction = median(telling.map(({ written, computed }) => Math.abs(written - computed)));
  if (asFraction > asPercent * CLEARLY) return 'percent';
  return asPercent > asFraction * CLEARLY ? 'fraction' : undefined;
}

function byMagnitude(plain: readonly number[], kind: RatioKind, cells: readonly SampleCell[]): ScaleDecision {
  const sizes = plain.map(Math.abs).filter((size) => size > 0);
  if (sizes.length === 0) return fraction(true);
  const middle = median(sizes);
  const largest = Math.max(...sizes);
  if (kind === 'rate' && largest <= 1) return largest > HIGH_RATE ? percent(PERCENT, false) : fraction(true);
  if (middle > 1) return percent(PERCENT, sizes.length >= ENOUGH || largest > 2);
  const growth = kind === 'growth';
  if (largest > (growth ? 2 : 1))
    return middle < 0.5 && growth ? fraction(false) : percent(PERCENT, !growth && largest > 1.5);
  const detailed = cells.some(({ content }) => /\.\d{3,}/.test(String(content)));
  return fraction(detailed || sizes.length >= ENOUGH);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
