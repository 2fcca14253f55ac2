import type { BaseUnit, Indicator, IndicatorKey, Vocabulary } from '../rules';
import { nameKey } from './fold';
import { readHeader } from './header-text';

/** The names of the vocabulary, ready to be looked up: every name and alias under its key (fold.ts). */
export interface NameIndex {
  readonly vocabulary: Vocabulary;
  readonly names: ReadonlyMap<string, readonly NamedIndicator[]>;
  /** The indicator whose growth a key is. */
  readonly growthOf: ReadonlyMap<IndicatorKey, IndicatorKey>;
  /** Keys of last year's figures. */
  readonly priors: ReadonlySet<IndicatorKey>;
}
export interface NamedIndicator {
  readonly key: IndicatorKey;
  readonly via: 'name' | 'english' | 'alias';
  /** The alias holds only with a unit of this kind: `面积（亩）`. */
  readonly unit?: BaseUnit;
}

export function indexNames(vocabulary: Vocabulary): NameIndex {
  const names = new Map<string, NamedIndicator[]>();
  const growthOf = new Map<IndicatorKey, IndicatorKey>();
  const indicators = [...vocabulary.indicators.values()].filter((indicator) => indicator.type !== 'table');
  for (const indicator of indicators) {
    if (indicator.growth !== undefined) growthOf.set(indicator.growth, indicator.key);
    addName(names, indicator.names.zh, { key: indicator.key, via: 'name' });
    addName(names, indicator.names.en, { key: indicator.key, via: 'english' });
    for (const alias of indicator.aliases) addAlias(names, alias, indicator.key);
  }
  for (const indicator of indicators) addFlagVariants(names, indicator);
  const priors = new Set(
    indicators.flatMap(({ key, names: { zh }, prior }) => [
      ...(prior === undefined ? [] : [prior]),
      ...(zh.startsWith('上年') ? [key] : []),
    ]),
  );
  return { vocabulary, names, growthOf, priors };
}

function addName(names: Map<string, NamedIndicator[]>, text: string, named: NamedIndicator): void {
  const key = nameKey(text);
  if (key === '') return;
  const known = names.get(key);
  if (known === undefined) names.set(key, [named]);
  else if (!known.some((other) => other.key === named.key && other.unit === named.unit)) known.push(named);
}

/** An alias with a year in it (`2019年产值增速`) holds for that year only: the forms read years (header-sense.ts). */
function addAlias(names: Map<string, NamedIndicator[]>, alias: string, key: IndicatorKey): void {
  if (/\d{4}年/.test(alias)) return;
  addName(names, alias, { key, via: 'alias' });
  const { readings, unit } = readHeader(alias);
  const name = readings[1]?.name;
  if (unit !== null && unit.base !== 'other' && name !== undefined)
    addName(names, name, { key, via: 'alias', unit: unit.base });
}

/** Yes/no columns go with and without 是否, unless that is the name of something else. */
function addFlagVariants(names: Map<string, NamedIndicator[]>, indicator: Indicator): void {
  if (indicator.type !== 'boolean') return;
  for (const text of [indicator.names.zh, ...indicator.aliases]) {
    const key = nameKey(text);
    const variant = key.startsWith('是否') ? key.slice(2) : `是否${key}`;
    if (!names.has(variant) && key !== '') names.set(variant, [{ key: indicator.key, via: 'alias' }]);
  }
}
