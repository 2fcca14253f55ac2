import type { BaseUnit, IndicatorKey } from '../rules';
import { nameKey } from './fold';
import { englishReadings } from './english-headers';
import { bareForm, keyOf, type Lexicon } from './header-sense';
import type { HeaderPath } from './column-meaning';
import type { HeaderText } from './header-text';
import { CURRENT, type Form } from './name-forms';
import { type NearIndex, type NearName, nearestNames, UNDECIDED } from './near-names';
import { readPeriod } from './period';

/** Indicators that a header in no list may mean, best first: its own text and with the levels above, with and without form words. */
export function nearMeanings(path: HeaderPath, lexicon: Lexicon, near: NearIndex): readonly NearName[] {
  const best = new Map<IndicatorKey, number>();
  const add = (key: IndicatorKey, score: number): void => {
    if (score > (best.get(key) ?? 0)) best.set(key, score);
  };
  for (const { name, remark } of namesOf(path, lexicon)) {
    for (const { text, form, weight } of withoutForms(name, lexicon)) {
      for (const { key: base, score } of nearestNames(text, near)) {
        const meant = keyOf(
          { base, form, via: 'form', cost: 1, reading: { name: text, unit: null } },
          lexicon.index,
        );
        if (!('key' in meant)) continue;
        const type = lexicon.index.vocabulary.indicators.get(meant.key)?.type;
        const certain = remark === null || (type !== undefined && CHOSEN.has(type) && CHOICES.test(remark));
        add(meant.key, certain ? score * weight : Math.min(score * weight, UNDECIDED));
      }
    }
  }
  return [...best].map(([key, score]) => ({ key, score })).toSorted((a, b) => b.score - a.score);
}

/** A name to be compared, and the remark in brackets that was left out of it. */
interface NearText {
  readonly name: string;
  readonly remark: string | null;
}

/** What stands under such a header is chosen from a few: `级别（国家/省）`, `类别（绿色、有机等）`. */
const CHOSEN: ReadonlySet<string> = new Set(['category', 'boolean']);
const CHOICES = /^[^/、或]{1,8}(?:[/、或][^/、或]{1,8})+$/;

/** A remark in brackets may restrict what the name says: without it the name is a proposal at best. */
function withoutRemarks(names: readonly string[]): readonly NearText[] {
  return names.flatMap((name) => {
    const remarks = [...name.matchAll(/\(([^()]+)\)/g)].map(([, remark]) => remark ?? '');
    const whole: NearText = { name, remark: null };
    const bare = name.replaceAll(/\([^()]*\)/g, '').trim();
    return remarks.length === 0 || bare === '' ? [whole] : [whole, { name: bare, remark: remarks.join(' ') }];
  });
}

function namesOf(path: HeaderPath, lexicon: Lexicon): readonly NearText[] {
  return withoutRemarks(writtenNames(path, lexicon));
}

function writtenNames(path: HeaderPath, lexicon: Lexicon): readonly string[] {
  const own = path.at(-1);
  if (own === undefined) return [];
  const parents = path.slice(0, -1).flatMap((parent) => parent.readings.at(-1)?.name ?? []);
  return ownNames(own).flatMap((name) => {
    if (parents.length === 0) return [name];
    const joined = [...parents, name].join('');
    // 本年 or 金额 alone says nothing: only together with what stands above.
    return bareForm(own, lexicon) === null && nameKey(name).length > 2 ? [name, joined] : [joined];
  });
}

/** What the unit says of a figure that its name leaves out: `参保职工（人）`, `自用办公用房（㎡）`. */
const SAID_BY_UNIT: Readonly<Partial<Record<BaseUnit | 'other', readonly string[]>>> = {
  人: ['数', '人数'],
  户: ['数', '户数'],
  名: ['数'],
  '㎡': ['面积'],
};

/** The name in every way to take the header apart (`Insured employees` has no unit), and with what its unit says. */
function ownNames({ readings, unit }: HeaderText): readonly string[] {
  const names = readings.map(({ name }) => name).filter((name) => name !== '');
  const last = names.at(-1);
  const said = unit === null || last === undefined ? [] : (SAID_BY_UNIT[unit.base] ?? []);
  return [
    ...new Set([...names, ...said.filter((word) => !last?.endsWith(word)).map((word) => `${last}${word}`)]),
  ];
}

interface Peeled {
  readonly text: string;
  readonly form: Form;
  readonly weight: number;
}

/** `今年工业产值` as it is, and as `工业产值` of this year. */
function withoutForms(name: string, lexicon: Lexicon): readonly Peeled[] {
  const english = englishReadings(name, lexicon.year);
  if (english.length > 0) return english.map((one, at) => ({ ...one, weight: at === 0 ? 1 : 0.98 }));
  const period = readPeriod(name);
  const shift = period.year === undefined ? 0 : period.year - (lexicon.year ?? NaN);
  const start: Form = { shift, growth: false, part: period.span === 'part' };
  const key = nameKey(period.rest).replace(/^是否(?:为|属于?)?/, '');
  const peeled: Peeled[] = [{ text: key, form: start, weight: 1 }];
  // 全年固投完成额: the year may be part of the name.
  if (period.span === 'year' && period.year === undefined)
    peeled.push({ text: nameKey(name), form: CURRENT, weight: 1 });
  for (const { before, after, form, needsRatio } of lexicon.forms.around) {
    if (needsRatio) continue;
    if (key.length <= before.length + after.length + 1 || !key.startsWith(before) || !key.endsWith(after))
      continue;
    const inner = key.slice(before.length, key.length - after.length);
    peeled.push({
      text: inner,
      form: { ...form, shift: form.shift + start.shift, part: form.part || start.part },
      weight: 0.98,
    });
  }
  return peeled.length === 1 && key === '' ? [{ text: name, form: CURRENT, weight: 1 }] : peeled;
}
