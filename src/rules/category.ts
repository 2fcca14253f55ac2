import type { Indicator } from './vocabulary';

/**
 * The canonical values behind what a cell says: names and synonyms count after light normalisation
 * (width, quotes, spaces). Where several values may stand in one cell they are split at 、，,；; and line
 * breaks. Unknown text stays as it is.
 */
export function canonicalCategory(indicator: Indicator, text: string): string[] {
  const whole = lookUp(indicator, text);
  if (whole !== undefined) return [whole];
  if (!indicator.multiple) return text.trim() === '' ? [] : [text.trim()];
  const parts = text.split(/[、，,；;\r\n]+/u).map((part) => part.trim());
  const values = parts.filter((part) => part !== '').map((part) => lookUp(indicator, part) ?? part);
  return [...new Set(values)];
}

function lookUp(indicator: Indicator, text: string): string | undefined {
  return spellings(indicator).get(normalise(text));
}

const known = new WeakMap<Indicator, ReadonlyMap<string, string>>();

/** Every spelling of an indicator's values; derived once from what never changes. */
function spellings(indicator: Indicator): ReadonlyMap<string, string> {
  const before = known.get(indicator);
  if (before !== undefined) return before;
  const map = new Map<string, string>();
  for (const { name, synonyms } of indicator.values)
    for (const synonym of synonyms) map.set(normalise(synonym), name);
  for (const { name } of indicator.values) map.set(normalise(name), name);
  known.set(indicator, map);
  return map;
}

const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s"'“”‘’「」『』]/gu, '')
    .toLowerCase();
