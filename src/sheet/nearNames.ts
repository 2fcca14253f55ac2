import type { IndicatorKey } from '../rules';
import { nameKey } from './fold';
import { isDecisive, isSoft, nameTokens } from './nameTokens';
import type { NameIndex } from './nameIndex';

/** A spelling in no list, compared word by word with every name of the vocabulary. */
export interface NearName {
  readonly key: IndicatorKey;
  /** 1 = the same words; below `PROPOSE` nothing is worth showing. */
  readonly score: number;
}

/** From here on a single near name may be taken, if the cells agree; and shown as a proposal. */
export const TAKE = 0.8;
export const PROPOSE = 0.62;
/** Nearest and second nearest must be this far apart. */
export const MARGIN = 0.1;

/** A difference in a deciding word (上年, 增速, 贷款 …) makes it a proposal at best. */
const UNDECIDED = 0.7;

export interface NearIndex {
  readonly entries: readonly NearEntry[];
  /** How much each word says: the fewer indicators have it, the more. */
  readonly weights: ReadonlyMap<string, number>;
}
interface NearEntry {
  readonly key: IndicatorKey;
  readonly tokens: ReadonlyMap<string, number>;
  readonly weight: number;
}

export function indexNearNames(index: NameIndex): NearIndex {
  const names: { key: IndicatorKey; tokens: ReadonlyMap<string, number> }[] = [];
  const owners = new Map<string, Set<IndicatorKey>>();
  for (const indicator of index.vocabulary.indicators.values()) {
    if (indicator.type === 'table') continue;
    for (const name of [indicator.names.zh, indicator.names.en, ...indicator.aliases]) {
      if (name.includes('=')) continue;
      const tokens = countTokens(nameTokens(name));
      names.push({ key: indicator.key, tokens });
      for (const token of tokens.keys())
        owners.set(token, (owners.get(token) ?? new Set()).add(indicator.key));
    }
  }
  const keys = index.vocabulary.indicators.size;
  const weights = new Map([...owners].map(([token, by]) => [token, Math.log(1 + keys / by.size)]));
  return { entries: names.map((name) => ({ ...name, weight: weightOf(name.tokens, weights) })), weights };
}

/** A word that no name has weighs most. */
function weightOf(tokens: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number>): number {
  const unknown = Math.log(1 + weights.size);
  let sum = 0;
  for (const [token, count] of tokens) sum += count * (weights.get(token) ?? unknown);
  return sum;
}

function countTokens(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** The nearest indicators, best first, each once. */
export function nearestNames(name: string, near: NearIndex): readonly NearName[] {
  const tokens = countTokens(nameTokens(name));
  if (tokens.size === 0 || nameKey(name).length < 2) return [];
  const weight = weightOf(tokens, near.weights);
  const best = new Map<IndicatorKey, number>();
  for (const entry of near.entries) {
    const score = similarity(tokens, weight, entry, near.weights);
    if (score >= PROPOSE && score > (best.get(entry.key) ?? 0)) best.set(entry.key, score);
  }
  return [...best]
    .map(([key, score]) => ({ key, score }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5);
}

/**
 * Dice coefficient of the weighted words. A name is held back where either side has a word more that
 * says something (`购车总价` is no `购房总价`, `销售收入` no `新产品销售收入`); only soft words, and words
 * that no name has, may differ.
 */
function similarity(
  header: ReadonlyMap<string, number>,
  headerWeight: number,
  name: NearEntry,
  weights: ReadonlyMap<string, number>,
): number {
  let common = 0;
  for (const [token, count] of header) {
    const other = name.tokens.get(token);
    if (other !== undefined) common += Math.min(count, other) * (weights.get(token) ?? 0);
  }
  const score = (2 * common) / (headerWeight + name.weight);
  if (score < PROPOSE) return score;
  const differs = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
    [...one.keys()].some(
      (token) => !other.has(token) && (isDecisive(token) || (weights.has(token) && !isSoft(token))),
    );
  return differs(header, name.tokens) || differs(name.tokens, header) ? Math.min(score, UNDECIDED) : score;
}
