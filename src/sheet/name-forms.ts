import type { HeaderForms } from '../rules';
import { nameKey } from './fold';
import { readHeader } from './header-text';
import { readPeriod } from './period';

/** What a form word makes of an indicator: last year's figure, its growth, a figure of part of the year. */
export interface Form {
  /** Years from the sheet's year: 0 this year, -1 last year; NaN for a named year where the sheet's is not known. */
  readonly shift: number;
  readonly growth: boolean;
  /** Not the figure of a whole year. */
  readonly part: boolean;
}
export const CURRENT: Form = { shift: 0, growth: false, part: false };

/** Forms around a name (`上年X`, `X增速`) and forms alone (`上年同期`), from the vocabulary, longest first. */
export interface NameForms {
  readonly around: readonly AroundForm[];
  readonly bare: ReadonlyMap<string, BareForm>;
}
export interface BareForm {
  readonly form: Form;
  /** Only with a unit of ratios: `增减(%)` is growth, `增减` may be a difference. */
  readonly needsRatio: boolean;
}
export interface AroundForm extends BareForm {
  readonly before: string;
  readonly after: string;
}

/** Stands for the name in a template: no header contains it. */
const SLOT = '\ue000';

const PRIOR: Form = { shift: -1, growth: false, part: false };
const GROWTH: Form = { shift: 0, growth: true, part: false };
const PART: Form = { shift: 0, growth: false, part: true };

export function compileForms(forms: HeaderForms): NameForms {
  const around: AroundForm[] = [];
  const bare = new Map<string, BareForm>();
  const lists: readonly (readonly [readonly string[], readonly string[], Form])[] = [
    [forms.current, forms.bareCurrent, CURRENT],
    [forms.prior, forms.barePrior, PRIOR],
    [forms.growth, forms.bareGrowth, GROWTH],
    [forms.notAnnual, [], PART],
  ];
  for (const [templates, words, form] of lists) {
    for (const template of templates) addTemplate(around, template, form);
    for (const word of words) addWord(bare, word, form);
  }
  return { around: around.toSorted((a, b) => fixedLength(b) - fixedLength(a)), bare };
}

function fixedLength(form: AroundForm): number {
  return form.before.length + form.after.length;
}

/** Units and periods are taken away first, as they are from headers: `X1-12月累计` becomes `X累计`. */
function addTemplate(around: AroundForm[], template: string, form: Form): void {
  const { key, needsRatio } = plainForm(template.replace('X', SLOT));
  const [before, after] = key.split(SLOT);
  if (before === undefined || after === undefined || before + after === '') return;
  const known = around.findIndex((other) => other.before === before && other.after === after);
  if (known < 0) around.push({ before, after, form, needsRatio });
  else if (around[known]?.needsRatio === true && !needsRatio)
    around[known] = { before, after, form, needsRatio };
}

function addWord(bare: Map<string, BareForm>, word: string, form: Form): void {
  const { key, needsRatio } = plainForm(word);
  if (key !== '' && (bare.get(key)?.needsRatio ?? true)) bare.set(key, { form, needsRatio });
}

function plainForm(text: string): { key: string; needsRatio: boolean } {
  const reading = readHeader(text).readings.at(-1);
  return { key: nameKey(readPeriod(reading?.name ?? text).rest), needsRatio: reading?.unit?.base === '比例' };
}
