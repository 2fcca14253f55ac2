import type { Indicator, IndicatorKey } from '../rules';
import { nameKey } from './fold';
import { clausesOfHeader } from './clause-amounts';
import { type ContentSample, fitOf, holdsCodes, holdsEnterprises } from './column-content';
import {
  figureAfter,
  type HeaderPath,
  type LeftFigure,
  type Meaning,
  meaningsOfPath,
  type PathContext,
} from './column-meaning';
import { generalMeaning, inConstructionSheet } from './general-headers';
import { nearMeanings } from './near-meanings';
import { MARGIN, type NearIndex, type NearName, PROPOSE, SAME, TAKE } from './near-names';
import { plainHeader } from './plain-headers';
import type { Alternative, ClauseTitle, LeftReason, MappingReason } from './reading';

/** What each column was taken for, before its unit and its cells are read. */
export interface ColumnInput {
  readonly column: number;
  readonly path: HeaderPath;
  readonly sample: ContentSample;
}

export interface Claim {
  readonly kind: 'claim';
  readonly column: number;
  readonly key: IndicatorKey | null;
  readonly clauseId: string | null;
  readonly why: MappingReason;
  readonly confidence: number;
  readonly alternatives: readonly Alternative[];
}
export interface Leftover {
  readonly kind: 'leftover';
  readonly column: number;
  readonly why: LeftReason;
  readonly alternatives: readonly Alternative[];
  /** The indicator that the header names, where the column could still not be taken. */
  readonly named: IndicatorKey | null;
}
export type Decision = Claim | Leftover;

export interface MappingContext {
  readonly paths: PathContext;
  readonly near: NearIndex;
  readonly clauseTitles: readonly ClauseTitle[];
  /** Sheet name and the lines above the table. */
  readonly title: string;
  readonly date1904: boolean;
}

/** Below this a column is only proposed. */
const LEAST_CONFIDENCE = 0.75;
/** Fewer readable cells than this and the column is something else than its header says. */
const LEAST_FIT = 0.5;
/** A few odd cells are odd cells; only more of them speak against the header. */
const ENOUGH_CELLS = 3;
const CONTEXT_CONFIDENCE = 0.85;

/** Exact headers first; then what they leave open, with the rest of the sheet as context. */
export function mapColumns(inputs: readonly ColumnInput[], context: MappingContext): Decision[] {
  const lefts = figuresToTheLeft(inputs, context);
  const first = inputs.map((input, at) => decideByHeader(input, context, lefts[at]));
  const keys = new Set(
    first.flatMap((decision) => (decision?.kind === 'claim' && decision.key !== null ? [decision.key] : [])),
  );
  return inputs.map((input, at) => first[at] ?? decideByRest(input, keys, context));
}

/** For each column the nearest one to its left that is a figure by name, with only forms of it in between. */
function figuresToTheLeft(
  inputs: readonly ColumnInput[],
  context: MappingContext,
): (LeftFigure | undefined)[] {
  let figure: LeftFigure | undefined;
  return inputs.map(({ path }) => {
    const left = figure;
    figure = figureAfter(path, figure, context.paths);
    return left;
  });
}

function claim(
  input: ColumnInput,
  key: IndicatorKey,
  why: MappingReason,
  confidence: number,
  alternatives: readonly Alternative[] = [],
): Claim {
  return { kind: 'claim', column: input.column, key, clauseId: null, why, confidence, alternatives };
}

function leftover(
  input: ColumnInput,
  why: LeftReason,
  alternatives: readonly Alternative[] = [],
  named: IndicatorKey | null = null,
): Leftover {
  return { kind: 'leftover', column: input.column, why, alternatives, named };
}

function alternative(key: IndicatorKey, confidence: number): Alternative {
  return { key, clauseId: null, confidence: Math.round(confidence * 100) / 100 };
}

function indicatorOf(key: IndicatorKey, context: MappingContext): Indicator | undefined {
  return context.paths.lexicon.index.vocabulary.indicators.get(key);
}

/** What the header itself says; undefined where it says nothing that the vocabulary knows. */
function decideByHeader(
  input: ColumnInput,
  context: MappingContext,
  left: LeftFigure | undefined,
): Decision | undefined {
  const own = input.path.at(-1);
  if (own === undefined) return undefined;
  const clauses = clausesOfHeader(own, context.clauseTitles);
  if (clauses !== undefined) return decideClause(input, clauses);
  const meanings = distinct(meaningsOfPath(input.path, context.paths, left));
  const [meaning] = meanings;
  if (meaning === undefined) return undefined;
  if (meanings.length > 1)
    return leftover(
      input,
      'ambiguous',
      meanings.flatMap(({ key }) => (key === null ? [] : [alternative(key, 0.5)])),
    );
  if (meaning.none === 'yearUnknown')
    return leftover(input, 'ambiguous', thisYearOrLast(meaning.base, context));
  if (meaning.key === null) return leftover(input, meaning.none ?? 'noSuchForm', [], meaning.base);
  return decideMeaning(input, meaning.key, meaning, context);
}

function thisYearOrLast(base: IndicatorKey, context: MappingContext): Alternative[] {
  const prior = indicatorOf(base, context)?.prior;
  return [base, ...(prior === undefined ? [] : [prior])].map((key) => alternative(key, 0.5));
}

function decideMeaning(
  input: ColumnInput,
  key: IndicatorKey,
  meaning: Meaning,
  context: MappingContext,
): Decision {
  const own = input.path.at(-1)?.shown ?? '';
  if (meaning.confidence < LEAST_CONFIDENCE)
    return leftover(input, 'proposal', [alternative(key, meaning.confidence)], key);
  const construction = { grossOutput: 'constructionOutput', grossOutputPrior: 'constructionOutputPrior' }[
    key
  ];
  const written = input.path.map(({ shown }) => shown).join('');
  if (
    construction !== undefined &&
    indicatorOf(construction, context) !== undefined &&
    inConstructionSheet(key, written, context.title)
  ) {
    return claim(input, construction, 'context', CONTEXT_CONFIDENCE, [alternative(key, 0.5)]);
  }
  if (!fits(input, key, context)) return leftover(input, 'content', [], key);
  return claim(input, key, own === '' ? 'parent' : meaning.via, meaning.confidence);
}

function decideClause(input: ColumnInput, clauses: readonly string[]): Decision {
  const [clauseId] = clauses;
  if (clauses.length === 1 && clauseId !== undefined) {
    return {
      kind: 'claim',
      column: input.column,
      key: null,
      clauseId,
      why: 'clauseAmount',
      confidence: 1,
      alternatives: [],
    };
  }
  const alternatives = clauses.map((one): Alternative => ({ key: null, clauseId: one, confidence: 0.5 }));
  return leftover(input, clauses.length === 0 ? 'unknown' : 'ambiguous', alternatives);
}

function distinct(meanings: readonly Meaning[]): Meaning[] {
  const seen = new Map<string, Meaning>();
  for (const meaning of meanings) {
    const id = meaning.key ?? `${meaning.none}:${meaning.base}`;
    if (!seen.has(id)) seen.set(id, meaning);
  }
  return [...seen.values()];
}

function fits(input: ColumnInput, key: IndicatorKey, context: MappingContext): boolean {
  const indicator = indicatorOf(key, context);
  if (indicator === undefined || input.sample.cells.length < ENOUGH_CELLS) return true;
  return fitOf(indicator, input.sample, context.date1904) >= LEAST_FIT;
}

/** Headers in no list: plain ones, general ones, near ones, and what the cells themselves say. */
function decideByRest(
  input: ColumnInput,
  keys: ReadonlySet<IndicatorKey>,
  context: MappingContext,
): Decision {
  const own = input.path.at(-1);
  const name = own?.readings.at(-1)?.name ?? '';
  const plain = own === undefined ? null : plainHeader(name === '' ? own.shown : name);
  if (plain === 'serial' || plain === 'note') return leftover(input, plain);
  const general = generalMeaning(name, { keys, title: context.title });
  if (general !== undefined) {
    const alternatives = general.candidates
      .filter((key) => fits(input, key, context))
      .map((key) => alternative(key, 0.5));
    if (general.key !== null && fitsWell(input, general.key, context))
      return claim(input, general.key, 'context', CONTEXT_CONFIDENCE);
    return leftover(input, alternatives.length === 0 ? 'unknown' : 'ambiguous', alternatives);
  }
  const near = decideNear(input, keys, context);
  if (near.kind === 'claim') return near;
  return decideByContent(input, keys) ?? (own === undefined ? leftover(input, 'noHeader') : near);
}

/** For a header that is no exact name, the cells must bear the meaning out. */
function fitsWell(input: ColumnInput, key: IndicatorKey, context: MappingContext): boolean {
  const indicator = indicatorOf(key, context);
  if (indicator === undefined) return false;
  if (key === 'enterpriseName') return holdsEnterprises(input.sample);
  return fitOf(indicator, input.sample, context.date1904) >= 0.9;
}

function decideNear(input: ColumnInput, keys: ReadonlySet<IndicatorKey>, context: MappingContext): Decision {
  const candidates = nearMeanings(input.path, context.paths.lexicon, context.near).filter(
    ({ key }) => !keys.has(key) && fitsWell(input, key, context),
  );
  const [best, second] = candidates;
  if (best === undefined) return leftover(input, 'unknown');
  const alternatives = candidates.slice(0, 3).map(({ key, score }) => alternative(key, score));
  const clear = second === undefined || best.score - second.score >= MARGIN || isOnlySame(best, second);
  if (best.score >= TAKE && clear)
    return claim(input, best.key, 'near', Math.min(0.95, best.score), alternatives.slice(1));
  if (best.score < PROPOSE) return leftover(input, 'unknown');
  return leftover(input, best.score >= TAKE ? 'ambiguous' : 'proposal', alternatives);
}

/** The same words as one indicator's name, in another order or by other words: no other is as near. */
function isOnlySame(best: NearName, second: NearName): boolean {
  return best.score >= SAME && second.score < SAME;
}

/** 参评企业名称, 上报单位全称: whose name it is says the header, unless it is somebody else's. */
const OWN_NAME =
  /^(?!.*(?:母公司|集团|股东|投资方|担保|银行|主管|联系|合作|供应商|客户|承租|出租|招标|中标)).*(?:企业|单位|公司|法人|主体)(?:名称|全称|全名)/;

/** Credit codes and names of enterprises are known when seen, whatever stands above them. */
function decideByContent(input: ColumnInput, keys: ReadonlySet<IndicatorKey>): Decision | undefined {
  if (!keys.has('creditCode') && holdsCodes(input.sample)) return claim(input, 'creditCode', 'content', 0.9);
  const shown = nameKey(input.path.at(-1)?.shown ?? '');
  if (!keys.has('enterpriseName') && OWN_NAME.test(shown) && holdsEnterprises(input.sample))
    return claim(input, 'enterpriseName', 'content', 0.9);
  return undefined;
}
