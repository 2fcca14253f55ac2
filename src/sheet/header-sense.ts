import type { IndicatorKey } from '../rules';
import { nameKey } from './fold';
import type { HeaderReading, HeaderText } from './header-text';
import { CURRENT, type Form, type NameForms } from './name-forms';
import type { NamedIndicator, NameIndex } from './name-index';
import { readPeriod } from './period';

/** What a text can mean by itself: an indicator, in a form, and by how many words it was found. */
export interface Sense {
  readonly base: IndicatorKey;
  readonly form: Form;
  readonly via: NamedIndicator['via'] | 'form';
  /** 0 for a name of the vocabulary, 1 more for each form word. */
  readonly cost: number;
  /** The reading of the header that has this sense. */
  readonly reading: HeaderReading;
}

export interface Lexicon {
  readonly index: NameIndex;
  readonly forms: NameForms;
  /** The year that 本年 means. */
  readonly year: number | undefined;
}

const MAX_FORMS = 3;

/** The senses of one header cell, only the least far-fetched ones; empty when the text names no indicator. */
export function sensesOf(header: HeaderText, lexicon: Lexicon): readonly Sense[] {
  for (const reading of header.readings) {
    const senses = sensesOfName(reading, lexicon);
    if (senses.length > 0) return senses;
  }
  for (const reading of header.readings) {
    const senses = sensesOfParts(reading, lexicon);
    if (senses.length > 0) return senses;
  }
  return [];
}

/** `企业名称/单位名称`, `工业总产值 Gross output`: one thing said twice; Latin words may just be a gloss. */
function sensesOfParts(reading: HeaderReading, lexicon: Lexicon): readonly Sense[] {
  const parts = reading.name
    .split(/[/|\n]|或者?|(?<=[\u4e00-\u9fff)]) *(?=[A-Za-z])/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  const meanings = parts.map((name) => ({ name, senses: sensesOfName({ ...reading, name }, lexicon) }));
  const known = meanings.filter(({ senses }) => senses.length > 0);
  const [first] = known;
  if (
    first === undefined ||
    meanings.some(({ name, senses }) => senses.length === 0 && !/^[A-Za-z][A-Za-z .'-]*$/.test(name))
  )
    return [];
  const agree = known.every(
    ({ senses }) =>
      senses.length === first.senses.length &&
      senses.every((sense, at) => sameMeaning(sense, first.senses[at])),
  );
  return agree ? first.senses : [];
}

function sensesOfName(reading: HeaderReading, lexicon: Lexicon): readonly Sense[] {
  const literal = literalSenses(nameKey(reading.name), CURRENT, 0, reading, lexicon);
  if (literal.length > 0) return literal;
  const period = readPeriod(reading.name);
  const form = periodForm(period, lexicon.year);
  const rest = nameKey(period.rest);
  const cost = form === null ? 0 : 1;
  const starts = rest.startsWith('是否') ? [rest, rest.slice('是否'.length)] : [rest];
  const senses = starts.flatMap((start) => formSenses(start, form ?? CURRENT, cost, reading, lexicon));
  // 全年累计销售额增速: the year may be part of the name.
  if (form !== null) senses.push(...formSenses(nameKey(reading.name), CURRENT, 0, reading, lexicon));
  if (senses.length > 0 || period.year === undefined) return cheapest(senses);
  return yearInName(rest, period.year, reading, lexicon);
}

function literalSenses(
  key: string,
  form: Form,
  cost: number,
  reading: HeaderReading,
  lexicon: Lexicon,
): Sense[] {
  const named = lexicon.index.names.get(key) ?? [];
  return (
    named
      .filter((one) => one.unit === undefined || one.unit === reading.unit?.base)
      // `产值同比` has its growth in its name: 产值同比增速 is not growth of growth.
      .filter((one) => !form.growth || !lexicon.index.growthOf.has(one.key))
      .map((one) => ({ base: one.key, form, via: cost === 0 ? one.via : 'form', cost, reading }))
  );
}

/** Peels form words off until a name is left: `上年X增速` → `X增速` → `X`. */
function formSenses(
  key: string,
  form: Form,
  cost: number,
  reading: HeaderReading,
  lexicon: Lexicon,
): Sense[] {
  const literal = literalSenses(key, form, cost, reading, lexicon);
  if (literal.length > 0 || cost >= MAX_FORMS) return literal;
  const found: Sense[] = [];
  for (const { before, after, form: added, needsRatio } of lexicon.forms.around) {
    if (needsRatio && reading.unit?.base !== '比例') continue;
    if (key.length <= before.length + after.length || !key.startsWith(before) || !key.endsWith(after))
      continue;
    const both = combine(form, added);
    if (both === null) continue;
    const inner = key.slice(before.length, key.length - after.length);
    found.push(...formSenses(inner, both, cost + 1, reading, lexicon));
  }
  return found;
}

/** `2019年实缴失业保险费` is `上年实缴失业保险费`, a name that has its year in it. */
function yearInName(rest: string, year: number, reading: HeaderReading, lexicon: Lexicon): Sense[] {
  const shift = lexicon.year === undefined ? undefined : year - lexicon.year;
  const words =
    shift === 0 ? ['年度', '本年', '当年', '年', '本年度'] : shift === -1 ? ['上年', '上年度', '上年末'] : [];
  for (const word of words) {
    const senses = literalSenses(word + rest, CURRENT, 1, reading, lexicon);
    if (senses.length > 0) return senses;
  }
  return [];
}

function periodForm(period: { year?: number; span?: string }, sheetYear: number | undefined): Form | null {
  if (period.year === undefined && period.span === undefined) return null;
  const shift = period.year === undefined ? 0 : period.year - (sheetYear ?? NaN);
  return { shift, growth: false, part: period.span === 'part' };
}

/** Two forms of one header; null when they contradict each other. */
export function combine(one: Form, other: Form): Form | null {
  if (one.growth && other.growth) return null;
  // 2019年 and 上年 on one figure mean the same year, not the year before.
  const shift =
    one.shift === 0 || other.shift === 0 ? one.shift + other.shift : Math.min(one.shift, other.shift);
  return { shift, growth: one.growth || other.growth, part: one.part || other.part };
}

function cheapest(senses: readonly Sense[]): Sense[] {
  const cost = Math.min(...senses.map((sense) => sense.cost));
  const least: Sense[] = [];
  for (const sense of senses) {
    if (sense.cost === cost && !least.some((other) => sameMeaning(other, sense))) least.push(sense);
  }
  return least;
}

function sameMeaning(a: Sense, b: Sense | undefined): boolean {
  return (
    b !== undefined &&
    a.base === b.base &&
    a.form.shift === b.form.shift &&
    a.form.growth === b.form.growth &&
    a.form.part === b.form.part
  );
}

/**
 * The form of a header that names no indicator, only a form (`上年同期`, `2019年`, `同比(%)`, `(千元)`);
 * null when it says anything else.
 */
export function bareForm(header: HeaderText, lexicon: Lexicon): Form | null {
  for (const reading of header.readings.toReversed()) {
    const form = bareFormOfName(reading, lexicon);
    if (form !== null) return form;
  }
  return null;
}

function bareFormOfName(reading: HeaderReading, lexicon: Lexicon): Form | null {
  const period = readPeriod(reading.name);
  const rest = nameKey(period.rest);
  const form = periodForm(period, lexicon.year);
  if (rest === '') {
    if (form !== null) return form;
    return reading.unit === null ? null : { ...CURRENT, growth: reading.unit.base === '比例' };
  }
  const words = bareWords(rest, reading, lexicon, MAX_FORMS);
  if (words === null) return null;
  return form === null ? words : combine(form, words);
}

/** `上年增速`: several form words in a row. */
function bareWords(key: string, reading: HeaderReading, lexicon: Lexicon, left: number): Form | null {
  const whole = bareWord(key, reading, lexicon);
  if (whole !== null || left === 1) return whole;
  for (let at = key.length - 1; at > 0; at--) {
    const first = bareWord(key.slice(0, at), reading, lexicon);
    const rest = first && bareWords(key.slice(at), reading, lexicon, left - 1);
    const both = first && rest ? combine(first, rest) : null;
    if (both !== null) return both;
  }
  return null;
}

function bareWord(word: string, reading: HeaderReading, lexicon: Lexicon): Form | null {
  const bare = lexicon.forms.bare.get(word);
  return bare === undefined || (bare.needsRatio && reading.unit?.base !== '比例') ? null : bare.form;
}

/** The key that a sense comes to, or why the vocabulary has none. */
export function keyOf(
  sense: Sense,
  index: NameIndex,
): { key: IndicatorKey } | { none: 'notAnnual' | 'noSuchForm' | 'yearUnknown' } {
  if (sense.form.part) return { none: 'notAnnual' };
  if (Number.isNaN(sense.form.shift)) return { none: 'yearUnknown' };
  const grown = index.growthOf.get(sense.base);
  if (grown !== undefined && sense.form.growth) return { none: 'noSuchForm' };
  const growth = grown !== undefined || sense.form.growth;
  if (grown !== undefined && sense.form.shift === 0) return { key: sense.base };
  let key: IndicatorKey | undefined = grown ?? sense.base;
  // 2019年 over 上年工业总产值, 去年 before 同期产值: the year that the name already says.
  const said = sense.form.shift < 0 && index.priors.has(sense.base) ? 1 : 0;
  for (let shift = sense.form.shift + said; shift < 0 && key !== undefined; shift++)
    key = index.vocabulary.indicators.get(key)?.prior;
  if (sense.form.shift > 0) key = undefined;
  if (growth && key !== undefined) key = index.vocabulary.indicators.get(key)?.growth;
  return key === undefined ? { none: 'noSuchForm' } : { key };
}
