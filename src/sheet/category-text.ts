import type { Indicator } from '../rules';
import { nameKey } from './fold';
import { industryByEnding, type IndustryReading, readIndustry } from './industries';

/** What a category cell says. */
export type CategoryReading =
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly near: readonly NearValue[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] };
/** A value in no list, and the known one that it may have been meant as. */
export interface NearValue {
  readonly value: string;
  readonly near: string;
}

/** Reads a category's cells; each distinct text is read once. */
export function categoryReader(indicator: Indicator): (content: string | number) => CategoryReading {
  const known = new Map<string | number, CategoryReading>();
  const list = valueList(indicator);
  return (content) => {
    let reading = known.get(content);
    if (reading === undefined) {
      reading = readCategory(content, indicator, list);
      known.set(content, reading);
    }
    return reading;
  };
}

interface ValueList {
  readonly byKey: ReadonlyMap<string, string>;
  readonly isIndustry: boolean;
}

function valueList(indicator: Indicator): ValueList {
  const byKey = new Map<string, string>();
  for (const { name, synonyms } of indicator.values)
    for (const synonym of synonyms) byKey.set(nameKey(synonym), name);
  for (const { name } of indicator.values) byKey.set(nameKey(name), name);
  return { byKey, isIndustry: indicator.key === 'industry' };
}

const SEPARATORS = /[、,，;；|+＋\r\n]+/;

function readCategory(content: string | number, indicator: Indicator, list: ValueList): CategoryReading {
  const text = String(content);
  const whole = lookUp(text, list);
  if (whole !== undefined) return values([whole]);
  const industry = list.isIndustry
    ? fromIndustry(readIndustry(text, typeof content === 'number'), list)
    : undefined;
  if (industry !== undefined) return industry;
  const parts = partsOf(text);
  if (parts.length > 1 && (indicator.multiple || parts.every((part) => lookUp(part, list) !== undefined))) {
    const found = parts.map((part) => readPart(part, list));
    const names = [...new Set(found.map(({ value }) => value))];
    if (!indicator.multiple && names.length > 1) return { kind: 'ambiguous', candidates: names };
    return { kind: 'values', values: names, near: found.flatMap(({ near }) => near) };
  }
  const byEnding = list.isIndustry ? fromIndustry(industryByEnding(text), list) : undefined;
  if (byEnding !== undefined) return byEnding;
  const { value, near } = readPart(text, list);
  return { kind: 'values', values: [value], near };
}

function values(names: readonly string[]): CategoryReading {
  return { kind: 'values', values: names, near: [] };
}

function partsOf(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function lookUp(text: string, list: ValueList): string | undefined {
  const key = nameKey(text);
  return (
    list.byKey.get(key) ??
    list.byKey.get(nameKey(text.replace(/[（(][^（()）]*[)）]\s*$/, ''))) ??
    (key.endsWith('级') ? list.byKey.get(key.slice(0, -1)) : undefined)
  );
}

function readPart(text: string, list: ValueList): { value: string; near: readonly NearValue[] } {
  const known = lookUp(text, list);
  if (known !== undefined) return { value: known, near: [] };
  const value = text.trim();
  const near = nearValue(nameKey(value), list);
  return { value, near: near === undefined ? [] : [{ value, near }] };
}

/** Only industries that the vocabulary has are given. */
function fromIndustry(reading: IndustryReading, list: ValueList): CategoryReading | undefined {
  if (reading.kind === 'unknown') return undefined;
  const names = (reading.kind === 'industries' ? reading.industries : reading.candidates).flatMap(
    (name) => list.byKey.get(nameKey(name)) ?? [],
  );
  if (names.length === 0) return undefined;
  return reading.kind === 'industries' || names.length === 1
    ? values(names)
    : { kind: 'ambiguous', candidates: names };
}

/** A known value inside the text or around it, or one slip away from it. */
function nearValue(key: string, list: ValueList): string | undefined {
  if (key.length < 3) return undefined;
  let found: string | undefined;
  for (const [known, name] of list.byKey) {
    if (known.length < 3) continue;
    const near =
      key.includes(known) || (known.includes(key) && key.length * 2 > known.length) || oneSlip(key, known);
    if (near && (found === undefined || name.length > found.length)) found = name;
  }
  return found;
}

/** One character too many, too few or wrong. */
function oneSlip(a: string, b: string): boolean {
  if (a.length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end)
  )
    end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
