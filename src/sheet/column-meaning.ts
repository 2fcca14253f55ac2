import type { IndicatorKey } from '../rules';
import { nameKey } from './fold';
import { bareForm, combine, keyOf, type Lexicon, type Sense, sensesOf } from './header-sense';
import { type HeaderText, readHeader } from './header-text';
import { CURRENT, type Form } from './name-forms';
import type { MappingReason } from './reading';

/** What a header with its upper levels can mean. */
export interface Meaning {
  /** Null where the vocabulary has no key for this form of `base`. */
  readonly key: IndicatorKey | null;
  readonly none: 'notAnnual' | 'noSuchForm' | 'yearUnknown' | null;
  readonly base: IndicatorKey;
  readonly via: MappingReason;
  readonly confidence: number;
}

/** The levels of a column's header, the uppermost first, its own last. */
export type HeaderPath = readonly HeaderText[];

export interface PathContext {
  readonly lexicon: Lexicon;
  /** Indicators that the table's title names: for bare forms (本年累计) without a parent. */
  readonly titleSenses: readonly Sense[];
}

const CERTAIN = 1;
const CONTEXT = 0.85;
/** An upper level that changes what the column is: never taken unasked. */
const DOUBTFUL = 0.7;

const PARENT_CHANGES =
  /计划|预计|预测|目标|预算|平均|人均|户均|单位面积|其中.+|全市|全省|全国|同行业|集团|母公司|子公司|关联方|境外|股东|联系|比重|占比|排名|增量|增加额|增减额|贡献|合同|备案/;

/** All meanings of the path that cost least; several: the header is ambiguous; none: it names no indicator. */
export function meaningsOfPath(
  path: HeaderPath,
  context: PathContext,
  left?: LeftFigure,
): readonly Meaning[] {
  const own = path.at(-1);
  if (own === undefined) return [];
  const parents = path.slice(0, -1).toReversed();
  const bare = bareForm(own, context.lexicon);
  const joined = bare === null ? joinedSenses(own, parents, context.lexicon) : [];
  if (joined.length > 0)
    return joined.map((sense) =>
      meaning(sense, parentForm(parents, context.lexicon, true), 'parent', CERTAIN, context),
    );
  if (bare !== null) {
    const under = formUnderParent(bare, parents, context, left);
    if (under.length > 0) return under;
  }
  const senses = sensesOf(own, context.lexicon);
  if (senses.length === 0) return [];
  const form = parentForm(parents, context.lexicon, false);
  const doubtful = parents.some((parent) => changesMeaning(parent, context.lexicon));
  // 上年增速 is an alias of one indicator only by habit: the rest of the sheet has to bear it out.
  const via = bare === null ? viaOf(senses) : 'context';
  const confidence = doubtful ? DOUBTFUL : bare === null ? CERTAIN : CONTEXT;
  return senses.map((sense) => meaning(sense, form, form === null ? via : 'parent', confidence, context));
}

function viaOf(senses: readonly Sense[]): MappingReason {
  return senses[0]?.via ?? 'form';
}

/** `企业` / `名称`, `失业保险` / `缴费基数`: a name that only the levels together write. */
function joinedSenses(own: HeaderText, parents: readonly HeaderText[], lexicon: Lexicon): readonly Sense[] {
  const ownSenses = sensesOf(own, lexicon);
  let text = own.shown;
  for (const parent of parents) {
    for (const joined of [parent.shown + text, own.shown + parent.shown]) {
      const senses = sensesOf(readHeader(joined), lexicon).filter((sense) => sense.cost === 0);
      if (senses.length > 0 && !senses.some((sense) => ownSenses.some((other) => other.base === sense.base)))
        return senses;
    }
    text = parent.shown + text;
  }
  return [];
}

/** `工业总产值` / `上年同期`; without such a parent, the column to the left or the table's title may name the indicator. */
function formUnderParent(
  bare: Form,
  parents: readonly HeaderText[],
  context: PathContext,
  left: LeftFigure | undefined,
): readonly Meaning[] {
  const { lexicon } = context;
  const form = withParentForms(bare, parents, lexicon);
  const doubtful = parents.some((parent) => changesMeaning(parent, lexicon));
  for (const parent of parents) {
    const senses = bareForm(parent, lexicon) === null ? sensesOf(parent, lexicon) : [];
    if (senses.length > 0) {
      return senses.map((sense) => meaning(sense, form, 'parent', doubtful ? DOUBTFUL : CERTAIN, context));
    }
  }
  if (
    left !== undefined &&
    left.above === aboveOf(parents.toReversed()) &&
    (form.shift !== 0 || form.growth)
  ) {
    return [meaning(left.sense, form, 'context', doubtful ? DOUBTFUL : CONTEXT, context)];
  }
  if (parents.some((parent) => bareForm(parent, lexicon) === null)) return [];
  return context.titleSenses.map((sense) => meaning(sense, form, 'context', CONTEXT, context));
}

function withParentForms(bare: Form, parents: readonly HeaderText[], lexicon: Lexicon): Form {
  let form = bare;
  for (const parent of parents) {
    const above = bareForm(parent, lexicon);
    form = (above && combine(form, above)) ?? form;
  }
  return form;
}

/** The form that upper levels give (`2019年` over `工业总产值`); null when they give none. */
function parentForm(parents: readonly HeaderText[], lexicon: Lexicon, quiet: boolean): Form | null {
  const forms = parents.map((parent) => bareForm(parent, lexicon)).filter((form) => form !== null);
  if (forms.length === 0) return null;
  const form = withParentForms(CURRENT, parents, lexicon);
  const plain = form.shift === 0 && !form.growth && !form.part;
  return plain || quiet ? null : form;
}

function changesMeaning(parent: HeaderText, lexicon: Lexicon): boolean {
  return PARENT_CHANGES.test(parent.shown) && sensesOf(parent, lexicon).every((sense) => sense.cost > 0);
}

function meaning(
  sense: Sense,
  form: Form | null,
  via: MappingReason,
  confidence: number,
  context: PathContext,
): Meaning {
  const both = form === null ? sense.form : (combine(sense.form, form) ?? sense.form);
  const result = keyOf({ ...sense, form: both }, context.lexicon.index);
  return 'key' in result
    ? { key: result.key, none: null, base: sense.base, via, confidence }
    : { key: null, none: result.none, base: sense.base, via, confidence };
}

const MEASURED = new Set(['money', 'count', 'area', 'mass']);

/** A figure of this year to the left of a column, with the text of the levels above it. */
export interface LeftFigure {
  readonly sense: Sense;
  readonly above: string;
}

/** A difference to last year: no indicator, but of the figure to the left as well. */
const DIFFERENCE = /^(?:同比|比上年|较上年)?(?:净?增减?|净?增加|增长|变动|增减)(?:额|量|数)$/;

function aboveOf(parents: readonly HeaderText[]): string {
  return parents.map(({ shown }) => shown).join('\n');
}

/**
 * The figure of this year that the columns further right may belong to (`上年同期` beside `工业总产值`):
 * the column's own where its header names one, still `before` where it is a form of that, else none.
 */
export function figureAfter(
  path: HeaderPath,
  before: LeftFigure | undefined,
  context: PathContext,
): LeftFigure | undefined {
  const own = path.at(-1);
  if (own === undefined) return undefined;
  const { index } = context.lexicon;
  if (bareForm(own, context.lexicon) !== null || DIFFERENCE.test(nameKey(own.readings.at(-1)?.name ?? '')))
    return before;
  const [sense, second] = sensesOf(own, context.lexicon);
  if (sense === undefined || second !== undefined) return undefined;
  const parents = path.slice(0, -1);
  if (parents.some((parent) => bareForm(parent, context.lexicon) !== null)) return undefined;
  const meant = keyOf(sense, index);
  const indicator = 'key' in meant ? index.vocabulary.indicators.get(meant.key) : undefined;
  const figure = before && index.vocabulary.indicators.get(before.sense.base);
  if (
    figure !== undefined &&
    indicator !== undefined &&
    [figure.prior, figure.growth].includes(indicator.key)
  )
    return before;
  const isFigure =
    indicator !== undefined && MEASURED.has(indicator.type) && !index.priors.has(indicator.key);
  return isFigure && sense.form.shift === 0 ? { sense, above: aboveOf(parents) } : undefined;
}
