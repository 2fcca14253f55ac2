import type { IndicatorKey } from '../rules';
import { nameKey } from './fold';
import type { NameIndex } from './name-index';
import { nameTokens } from './name-tokens';
import { changes, mayBeAdded, mayBeMissing, restricts } from './name-words';

/** A spelling in no list, compared word by word with every name of the vocabulary. */
export interface NearName {
  readonly key: IndicatorKey;
  /** 1 = the same words; below `PROPOSE` nothing is worth showing. */
  readonly score: number;
}

/** From here on a single near name may be taken, if the cells agree; and shown as a proposal. */
export const TAKE = 0.75;
export const PROPOSE = 0.62;
/** All words are the same. */
export const SAME = 0.999;
/** Nearest and second nearest must be this far apart. */
export const MARGIN = 0.1;

/** A difference in any word that is not soft (上年, 女, 贷款 …) makes it a proposal at best. */
export const UNDECIDED = 0.65;

/** A question of so many characters stays the same question with words more that restrict nothing: 是否受疫情影响严重. */
const LONG_QUESTION = 5;

export interface NearIndex {
  /** Names by each of their words: one without a word of the header cannot be near it. */
  readonly byWord: ReadonlyMap<string, readonly NearEntry[]>;
  /** How much each word says: the fewer indicators have it, the more. */
  readonly weights: ReadonlyMap<string, number>;
}
interface NearEntry {
  readonly key: IndicatorKey;
  readonly type: string;
  readonly tokens: ReadonlyMap<string, number>;
  readonly weight: number;
  /** The words of all names of the indicator; single characters are no words, and 计划 or 上年 always say something. */
  readonly family: ReadonlySet<string>;
}

export function indexNearNames(index: NameIndex): NearIndex {
  const names: Omit<NearEntry, 'weight'>[] = [];
  const owners = new Map<string, Set<IndicatorKey>>();
  for (const indicator of index.vocabulary.indicators.values()) {
    if (indicator.type === 'table') continue;
    const family = new Set<string>();
    for (const name of [indicator.names.zh, indicator.names.en, ...indicator.aliases]) {
      if (name.includes('=')) continue;
      const tokens = countTokens(nameTokens(name));
      names.push({ key: indicator.key, type: indicator.type, tokens, family });
      for (const token of tokens.keys()) if (token.length > 1 && !changes(token)) family.add(token);
      for (const token of tokens.keys())
        owners.set(token, (owners.get(token) ?? new Set()).add(indicator.key));
    }
  }
  const keys = index.vocabulary.indicators.size;
  const weights = new Map([...owners].map(([token, by]) => [token, Math.log(1 + keys / by.size)]));
  const entries = names.map((name) => ({ ...name, weight: weightOf(name.tokens, name.type, weights) }));
  return { byWord: indexByWord(entries), weights };
}

function indexByWord(entries: readonly NearEntry[]): Map<string, NearEntry[]> {
  const byWord = new Map<string, NearEntry[]>();
  for (const entry of entries) {
    for (const token of entry.tokens.keys()) {
      const list = byWord.get(token);
      if (list === undefined) byWord.set(token, [entry]);
      else list.push(entry);
    }
  }
  return byWord;
}

/** Soft words say little, whoever has them; a word that no name has weighs most. */
const SOFT_SHARE = 0.25;

function weightOf(
  tokens: ReadonlyMap<string, number>,
  type: string,
  weights: ReadonlyMap<string, number>,
): number {
  const unknown = Math.log(1 + weights.size);
  let sum = 0;
  for (const [token, count] of tokens)
    sum += count * (weights.get(token) ?? unknown) * (mayBeAdded(token, type) ? SOFT_SHARE : 1);
  return sum;
}

function countTokens(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Characters of the words that say something. */
function lengthOf({ tokens, type }: NearEntry): number {
  return [...tokens.keys()].reduce((sum, token) => sum + (mayBeAdded(token, type) ? 0 : token.length), 0);
}

/** The nearest indicators, best first, each once. */
export function nearestNames(name: string, near: NearIndex): readonly NearName[] {
  const tokens = countTokens(nameTokens(name));
  if (tokens.size === 0 || nameKey(name).length < 2) return [];
  const best = new Map<IndicatorKey, Nearness>();
  const whole = new Map<IndicatorKey, number>();
  const candidates = new Set([...tokens.keys()].flatMap((token) => near.byWord.get(token) ?? []));
  for (const entry of candidates) {
    const nearness = similarity(tokens, entry, near.weights);
    if (nearness.isWhole) whole.set(entry.key, Math.max(nearness.common, whole.get(entry.key) ?? 0));
    if (nearness.score >= PROPOSE && nearness.score > (best.get(entry.key)?.score ?? 0))
      best.set(entry.key, nearness);
  }
  const nearest = [...best].toSorted(([, a], [, b]) => b.score - a.score).slice(0, 5);
  const [first] = nearest;
  const most = first !== undefined && isRivalled(first, whole) ? UNDECIDED : 1;
  return nearest.map(([key, { score }]) => ({ key, score: Math.min(score, most) }));
}

/** Of the weight of the words in common. */
const RIVAL = 0.85;

/** Another indicator's whole name stands in the header and says as much: 批发和零售业商品零售总额 is no 批发额. */
function isRivalled(
  [key, { score, common }]: readonly [IndicatorKey, Nearness],
  whole: ReadonlyMap<IndicatorKey, number>,
): boolean {
  return score < SAME && [...whole].some(([other, said]) => other !== key && said >= common * RIVAL);
}

interface Nearness {
  readonly score: number;
  /** The weight of the words that both have. */
  readonly common: number;
  /** The header has every word of the name. */
  readonly isWhole: boolean;
}

/**
 * Dice coefficient of the weighted words. A name is held back where either side has a word more that
 * says something (`购车总价` is no `购房总价`, `女职工人数` not `职工人数`): only soft words may differ,
 * and in the header words that another of the indicator's own names has.
 */
function similarity(
  header: ReadonlyMap<string, number>,
  name: NearEntry,
  weights: ReadonlyMap<string, number>,
): Nearness {
  const unknown = Math.log(1 + weights.size);
  let common = 0;
  let own = 0;
  let says = false;
  let restricted = name.type !== 'boolean';
  for (const [token, count] of header) {
    const shared = Math.min(count, name.tokens.get(token) ?? 0);
    const soft = mayBeAdded(token, name.type);
    const added = soft || name.family.has(token);
    const weight = weights.get(token) ?? unknown;
    common += shared * weight * (soft ? SOFT_SHARE : 1);
    own += (shared * (soft ? SOFT_SHARE : 1) + (count - shared) * (added ? SOFT_SHARE : 1)) * weight;
    if (shared < count && !added) {
      says = true;
      restricted ||= restricts(token);
    }
  }
  const score = (2 * common) / (own + name.weight);
  const missing = [...name.tokens].filter(([token, count]) => (header.get(token) ?? 0) < count);
  const isWhole = missing.length === 0;
  if (score < PROPOSE) return { score, common, isWhole };
  const misses = missing.some(([token]) => !mayBeMissing(token, name.type));
  const isSure = !says && !misses;
  const isLongQuestion = says && !restricted && !misses && lengthOf(name) >= LONG_QUESTION;
  return { score: isSure || isLongQuestion ? score : Math.min(score, UNDECIDED), common, isWhole };
}
