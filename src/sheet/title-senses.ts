import { nameKey } from './fold';
import type { Lexicon, Sense } from './header-sense';
import { CURRENT } from './name-forms';

const MEASURED = new Set(['money', 'count', 'area', 'mass']);
const SHORTEST = 2;

/**
 * The one figure that a table's title is about (`各企业工业总产值完成情况`), for columns that are headed
 * 本年累计 and 上年同期 without saying of what; none where the title names several.
 */
export function titleSenses(titles: readonly string[], lexicon: Lexicon): readonly Sense[] {
  const text = titles.map(nameKey).join('\n');
  let names = [...lexicon.index.names].filter(
    ([name, named]) =>
      name.length >= SHORTEST && text.includes(name) && named.some(({ key }) => isMeasured(key, lexicon)),
  );
  names = names.filter(([name]) => !names.some(([other]) => other !== name && other.includes(name)));
  const keys = new Set(names.flatMap(([, named]) => named.map(({ key }) => key)));
  const [key] = keys;
  if (keys.size !== 1 || key === undefined) return [];
  return [{ base: key, form: CURRENT, via: 'form', cost: 1, reading: { name: '', unit: null } }];
}

function isMeasured(key: string, lexicon: Lexicon): boolean {
  const indicator = lexicon.index.vocabulary.indicators.get(key);
  return MEASURED.has(indicator?.type ?? '') && indicator?.parameter === undefined;
}
