import type { IndicatorKey } from '../rules';
import { nameKey } from './fold';
import { bareForm, keyOf, type Lexicon } from './header-sense';
import type { HeaderPath } from './column-meaning';
import { CURRENT, type Form } from './name-forms';
import { type NearIndex, type NearName, nearestNames } from './near-names';
import { readPeriod } from './period';

/** Indicators that a header in no list may mean, best first: its own text and with the levels above, with and without form words. */
export function nearMeanings(path: HeaderPath, lexicon: Lexicon, near: NearIndex): readonly NearName[] {
  const best = new Map<IndicatorKey, number>();
  for (const name of namesOf(path, lexicon)) {
    for (const { text, form, weight } of withoutForms(name, lexicon)) {
      for (const { key: base, score } of nearestNames(text, near)) {
        const meant = keyOf(
          { base, form, via: 'form', cost: 1, reading: { name: text, unit: null } },
          lexicon.index,
        );
        if ('key' in meant && score * weight > (best.get(meant.key) ?? 0))
          best.set(meant.key, score * weight);
      }
    }
  }
  return [...best].map(([key, score]) => ({ key, score })).toSorted((a, b) => b.score - a.score);
}

function namesOf(path: HeaderPath, lexicon: Lexicon): readonly string[] {
  const own = path.at(-1);
  const name = own?.readings.at(-1)?.name;
  if (own === undefined || name === undefined) return [];
  const parents = path.slice(0, -1).flatMap((parent) => parent.readings.at(-1)?.name ?? []);
  if (parents.length === 0) return [name];
  const joined = [...parents, name].join('');
  // 本年 or 金额 alone says nothing: only together with what stands above.
  return bareForm(own, lexicon) === null && nameKey(name).length > 2 ? [name, joined] : [joined];
}

interface Peeled {
  readonly text: string;
  readonly form: Form;
  readonly weight: number;
}

/** `今年工业产值` as it is, and as `工业产值` of this year. */
function withoutForms(name: string, lexicon: Lexicon): readonly Peeled[] {
  const period = readPeriod(name);
  const shift = period.year === undefined ? 0 : period.year - (lexicon.year ?? NaN);
  const start: Form = { shift, growth: false, part: period.span === 'part' };
  const key = nameKey(period.rest).replace(/^是否(?:为|属于?)?/, '');
  const peeled: Peeled[] = [{ text: key, form: start, weight: 1 }];
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
