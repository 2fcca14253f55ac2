import { CellState, type Column, type NumberColumn } from '../engine';
import { Decimal, type Indicator, type IndicatorKey, type Vocabulary } from '../rules';
import { categoryReader, type NearValue } from './category-text';
import type { ContentSample } from './column-content';
import type { HeaderPath } from './column-meaning';
import type { CellProblem, CellProblems, ColumnTask } from './column-task';
import { type ColumnUnit, unitOfColumn } from './column-units';
import type { FilledColumn } from './fill-down';
import { flagReader, hasDiscs } from './flag-text';
import type { ColumnHeader } from './header-paths';
import type { Claim } from './map-columns';
import { readNumberText } from './number-text';
import { decideScale, type GrowthWitness, type RatioKind, type ScaleDecision } from './ratio-scale';
import type { RatioScale } from './findings';
import type { ColumnCorrection } from './reading';
import { readFlags } from './read-flags';
import { readNumbers } from './read-numbers';
import { readCategories, readDates, readTexts } from './read-texts';
import type { TableUnits } from './title-lines';
import { readUnit } from './written-unit';

/** A claim with everything that is needed to read its cells. */
export interface ClaimInput {
  readonly claim: Claim;
  readonly header: ColumnHeader;
  readonly path: HeaderPath;
  readonly sample: ContentSample;
  readonly task: ColumnTask;
  /** Where `task` gives the rows of a group the name that stands beside its first one. */
  readonly filled: FilledColumn | null;
  readonly correction: ColumnCorrection | undefined;
}

/** A claim whose cells were read. */
export interface ReadColumn extends ClaimInput {
  readonly indicator: Indicator;
  readonly unit: ColumnUnit;
  readonly factor: Decimal | null;
  readonly scale: RatioScale | null;
  readonly scaleCertain: boolean;
  readonly column: Column;
  readonly problems: CellProblems;
  readonly ownUnits: readonly CellProblem[];
  readonly marked: readonly CellProblem[];
  readonly near: readonly (NearValue & { readonly row: number })[];
  readonly ambiguous: readonly {
    readonly row: number;
    readonly value: string;
    readonly candidates: readonly string[];
  }[];
}
/** A claim that its unit speaks against, or for which two are written. */
export interface UnitMismatch extends ClaimInput {
  readonly indicator: Indicator;
  readonly unit: ColumnUnit & { readonly kind: 'mismatch' | 'conflict' };
}

export interface ReadClaims {
  readonly read: readonly ReadColumn[];
  readonly mismatched: readonly UnitMismatch[];
}

const ONE = new Decimal(1);

/** The amounts given by clause are money of no indicator. */
export function givenAmountIndicator(clauseId: string): Indicator {
  return {
    key: clauseId,
    names: { zh: '拟补助金额', en: 'Amount to be given' },
    type: 'money',
    unit: '元',
    blank: 'missing',
    aliases: [],
    values: [],
    multiple: false,
  };
}

/** Figures first: growth columns are checked against them. */
export function readClaims(
  inputs: readonly ClaimInput[],
  vocabulary: Vocabulary,
  tableUnits: TableUnits,
): ReadClaims {
  const mismatched: UnitMismatch[] = [];
  const units = new Map<ClaimInput, { indicator: Indicator; unit: ColumnUnit }>();
  for (const input of inputs) {
    const indicator = indicatorOf(input.claim, vocabulary);
    if (indicator === undefined) continue;
    const unit =
      correctedUnit(input) ??
      unitOfColumn(indicator, input.header, input.path, tableUnits, input.sample.cells);
    if (unit.kind === 'mismatch' || unit.kind === 'conflict') mismatched.push({ ...input, indicator, unit });
    else units.set(input, { indicator, unit });
  }
  const settled = [...units].map(([input, { indicator, unit }]) => ({
    input,
    indicator,
    unit: unit.kind === 'none' ? siblingUnit(indicator, units) : unit,
  }));
  const figures = settled
    .filter(({ indicator }) => indicator.type !== 'ratio')
    .map(({ input, indicator, unit }) => readOne(input, indicator, unit, undefined));
  const ratios = settled
    .filter(({ indicator }) => indicator.type === 'ratio')
    .map(({ input, indicator, unit }) =>
      readOne(input, indicator, unit, growthWitnesses(input, indicator, figures, vocabulary)),
    );
  const order = (one: ReadColumn): number => one.claim.column;
  return { read: [...figures, ...ratios].toSorted((a, b) => order(a) - order(b)), mismatched };
}

function indicatorOf({ key, clauseId }: Claim, vocabulary: Vocabulary): Indicator | undefined {
  return key === null ? givenAmountIndicator(clauseId ?? '') : vocabulary.indicators.get(key);
}

function correctedUnit({ correction }: ClaimInput): ColumnUnit | undefined {
  const unit = correction?.unit === undefined ? null : readUnit(correction.unit);
  return unit === null ? undefined : { kind: 'written', unit, source: { where: 'correction', cell: null } };
}

/** A figure without unit beside last year's (or this year's) with one has the same. */
function siblingUnit(
  indicator: Indicator,
  units: ReadonlyMap<ClaimInput, { indicator: Indicator; unit: ColumnUnit }>,
): ColumnUnit {
  if (indicator.type === 'ratio' || indicator.unit === undefined) return { kind: 'none' };
  for (const [{ header }, other] of units) {
    const related = other.indicator.prior === indicator.key || indicator.prior === other.indicator.key;
    if (related && other.unit.kind === 'written')
      return { kind: 'written', unit: other.unit.unit, source: { where: 'sibling', cell: header.cell } };
  }
  return { kind: 'none' };
}

const NOTHING = {
  ownUnits: [],
  marked: [],
  near: [],
  ambiguous: [],
  factor: null,
  scale: null,
  scaleCertain: true,
} as const;

function readOne(
  input: ClaimInput,
  indicator: Indicator,
  unit: ColumnUnit,
  witnesses: readonly GrowthWitness[] | undefined,
): ReadColumn {
  const shared = { ...input, indicator, unit };
  const { key } = indicator;
  switch (indicator.type) {
    case 'boolean': {
      const discs = hasDiscs(input.sample.cells.map(({ content }) => content));
      const reader = flagReader(indicator, input.correction?.yes, discs);
      return { ...shared, ...NOTHING, ...readFlags(input.task, key, reader) };
    }
    case 'date':
      return { ...shared, ...NOTHING, ...readDates(input.task, key) };
    case 'category':
      return { ...shared, ...NOTHING, ...readCategories(input.task, key, categoryReader(indicator)) };
    case 'text':
    case 'table':
      return { ...shared, ...NOTHING, ...readTexts(input.task, key) };
    case 'ratio':
      return readRatio(shared, indicator, unit, witnesses ?? []);
    default: {
      const factor = unit.kind === 'written' ? unit.unit.factor : ONE;
      return {
        ...shared,
        ...NOTHING,
        factor,
        ...readNumbers(input.task, { key, base: indicator.unit, factor, ratio: false }),
      };
    }
  }
}

function readRatio(
  shared: ClaimInput & { indicator: Indicator; unit: ColumnUnit },
  indicator: Indicator,
  unit: ColumnUnit,
  witnesses: readonly GrowthWitness[],
): ReadColumn {
  const written = unit.kind === 'written' ? unit.unit : null;
  const decided =
    correctedScale(shared.correction) ??
    decideScale(written, shared.sample.cells, witnesses, ratioKind(indicator));
  const spec = { key: indicator.key, base: indicator.unit, factor: decided.factor, ratio: true };
  return {
    ...shared,
    ...NOTHING,
    factor: decided.factor,
    scale: decided.scale,
    scaleCertain: decided.certain,
    ...readNumbers(shared.task, spec),
  };
}

function correctedScale(correction: ColumnCorrection | undefined): ScaleDecision | undefined {
  if (correction?.scale === undefined) return undefined;
  return {
    scale: correction.scale,
    factor: new Decimal(correction.scale === 'percent' ? '0.01' : 1),
    certain: true,
  };
}

function ratioKind(indicator: Indicator): RatioKind {
  if (isGrowth(indicator)) return 'growth';
  return /费率|税率|利率|裁员率/.test(indicator.names.zh) ? 'rate' : 'share';
}

export function isGrowth(indicator: Indicator): boolean {
  return /growth|增速|增幅|增长/i.test(`${indicator.key}${indicator.names.zh}`);
}

/** The written growth beside current ÷ prior − 1, where the sheet has both. */
function growthWitnesses(
  input: ClaimInput,
  indicator: Indicator,
  figures: readonly ReadColumn[],
  vocabulary: Vocabulary,
): GrowthWitness[] {
  const parts = growthParts(indicator.key, figures, vocabulary);
  if (parts === undefined) return [];
  return input.sample.cells.flatMap(({ row, content }) => {
    const at = indexOfRow(input.task.rows, row);
    const current = amountAt(parts.current, at);
    const prior = amountAt(parts.prior, at);
    const written = typeof content === 'string' ? bareNumber(content) : content;
    if (typeof written !== 'number' || current === undefined || prior === undefined || prior <= 0) return [];
    return [{ written, computed: current / prior - 1 }];
  });
}

function bareNumber(text: string): number | undefined {
  const number = readNumberText(text);
  return number === null || number.unit !== null ? undefined : number.value.toNumber();
}

/** Position of a row in the ascending list of rows. */
function indexOfRow(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function growthParts(
  growthKey: IndicatorKey,
  columns: readonly ReadColumn[],
  vocabulary: Vocabulary,
): { current: NumberColumn; prior: NumberColumn } | undefined {
  for (const indicator of vocabulary.indicators.values()) {
    if (indicator.growth !== growthKey || indicator.prior === undefined) continue;
    const current = numbersOf(indicator.key, columns);
    const prior = numbersOf(indicator.prior, columns);
    if (current !== undefined && prior !== undefined) return { current, prior };
  }
  return undefined;
}

export function numbersOf(key: IndicatorKey, columns: readonly ReadColumn[]): NumberColumn | undefined {
  const column = columns.find(({ claim }) => claim.key === key)?.column;
  return column?.kind === 'number' ? column : undefined;
}

/** One value as a double, for comparing sizes; never for money. */
export function amountAt(column: NumberColumn, at: number): number | undefined {
  if (column.states[at] !== CellState.value) return undefined;
  return column.exact?.get(at)?.toNumber() ?? (column.raw[at] ?? 0) * column.factor.toNumber();
}
