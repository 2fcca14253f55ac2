import type { Indicator, Vocabulary } from '../rules';
import { type ContentSample, examplesOf, holdsNumbers } from './column-content';
import { expectedKind } from './column-findings';
import type { HeaderPath } from './column-meaning';
import { headerUnits, unitConflict } from './column-units';
import { type Finding, finding, type NamedKey } from './findings';
import { columnLetter } from './grid';
import type { ColumnHeader } from './header-paths';
import type { Leftover } from './map-columns';
import { decideScale } from './ratio-scale';
import { givenAmountIndicator } from './read-claims';
import type { Alternative, ColumnHead, LeftColumn } from './reading';
import { subjectOf } from './subjects';
import type { TableUnit } from './title-lines';
import type { WrittenUnit } from './written-unit';

/** A column that was not taken, and the account given of it. */
export interface LeftInput {
  readonly header: ColumnHeader;
  readonly path: HeaderPath;
  readonly sample: ContentSample;
  readonly leftover: Leftover;
  /** The unit that spoke against it, or the two that speak against each other. */
  readonly mismatch?: WrittenUnit;
  readonly conflict?: readonly [TableUnit, TableUnit];
  /** The letter of the column taken in its place; null where several contradict each other. */
  readonly instead?: string | null;
}

export function leftColumn(input: LeftInput): LeftColumn {
  const { leftover } = input;
  return {
    ...headOf(input),
    taken: false,
    key: null,
    why: leftover.why,
    alternatives: leftover.alternatives,
  };
}

const RATIO_WORDS = /增速|增幅|增长|同比|率$|占比|比例|比重|±|%|growth|rate|share/i;
const WITHOUT_FIGURES = new Set(['serial', 'note', 'noHeader']);

function headOf({ header, path, sample, leftover }: LeftInput): ColumnHead {
  const units = headerUnits(header, path);
  const [written] = unitConflict(units) === undefined ? units : [];
  const head = {
    column: columnLetter(header.column),
    index: header.column,
    header: header.levels.at(-1) ?? '',
    headerPath: header.levels,
    unit: written?.unit.text ?? null,
    unitSource: written?.source ?? null,
  };
  if (WITHOUT_FIGURES.has(leftover.why) || !holdsNumbers(sample))
    return { ...head, factor: null, scale: null };
  const unit = written?.unit ?? null;
  if (unit !== null && unit.base !== '比例') return { ...head, factor: unit.factor, scale: null };
  const { scale, factor } = decideScale(unit, sample.cells, [], 'growth');
  const ratio = unit !== null || path.some(({ shown }) => RATIO_WORDS.test(shown));
  return ratio ? { ...head, factor, scale } : { ...head, factor: null, scale: null };
}

/** Questions that a left column raises; none for columns nobody asks for, and none for empty ones. */
export function leftFindings(input: LeftInput, vocabulary: Vocabulary): Finding[] {
  const { leftover, header, sample } = input;
  if (sample.cells.length === 0) return [];
  const at = [header.cell];
  const text = header.levels.join(' ');
  const candidates = leftover.alternatives.map((one) => namedKey(one, vocabulary));
  const indicator =
    leftover.named === null
      ? undefined
      : (vocabulary.indicators.get(leftover.named) ?? givenAmountIndicator(leftover.named));
  switch (leftover.why) {
    case 'ambiguous':
      return candidates.length === 0 ? [] : [finding('ambiguousHeader', at, { header: text, candidates })];
    case 'proposal':
      return [finding('proposedHeader', at, { header: text, candidates })];
    case 'notAnnual':
    case 'content':
    case 'unit':
    case 'repeated':
      return indicator === undefined ? [] : [aboutIndicator(input, indicator, at)];
    default:
      return [];
  }
}

function namedKey({ key, clauseId }: Alternative, vocabulary: Vocabulary): NamedKey {
  const id = key ?? clauseId ?? '';
  return { key: id, name: vocabulary.indicators.get(id)?.names ?? { zh: id, en: id } };
}

function aboutIndicator(input: LeftInput, indicator: Indicator, at: readonly string[]): Finding {
  const subject = subjectOf({ header: input.header, indicator });
  const examples = examplesOf(input.sample);
  switch (input.leftover.why) {
    case 'notAnnual':
      return finding('notAnnual', at, subject);
    case 'unit':
      return aboutUnit(input, indicator, at);
    case 'repeated':
      return finding('repeatedColumn', at, { ...subject, taken: input.instead ?? null });
    default:
      return indicator.type === 'boolean'
        ? finding('notAFlag', at, { ...subject, examples })
        : finding('contentMismatch', at, { ...subject, examples, expected: expectedKind(indicator) });
  }
}

function aboutUnit(input: LeftInput, indicator: Indicator, at: readonly string[]): Finding {
  const subject = subjectOf({ header: input.header, indicator });
  if (input.conflict !== undefined) {
    const units = input.conflict.map(({ unit, source }) => ({ unit: unit.text, cell: source.cell ?? '' }));
    return finding('unitConflict', at, { ...subject, units });
  }
  return finding('unitMismatch', at, {
    ...subject,
    unit: input.mismatch?.text ?? '',
    expected: indicator.unit ?? '',
  });
}
