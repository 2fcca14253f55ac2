import { compare, whole } from '../values/fraction';
import {
  missingOf,
  NOTHING,
  unknown,
  type Condition,
  type Evaluate,
  type NumberValue,
  type Value,
} from '../values/value';
import type { IndicatorKey } from '../../rules';

/** The rows of a sheet that ranks are taken over. */
export interface RankingGround {
  readonly rowCount: number;
  /** Rows with the same identity are one enterprise, which is ranked once. */
  readonly enterpriseOf: (row: number) => string;
  /** Rows outside the district do not count; vetoed rows keep their place. */
  readonly counts: (row: number) => boolean;
}

export interface RankParts {
  readonly measure: Evaluate;
  readonly within?: Evaluate;
  readonly among?: Condition;
  readonly official: Evaluate;
  readonly officialKey: IndicatorKey;
}

/** A member of a group, in descending order of its measure. */
export interface RankedMember {
  readonly enterprise: string;
  readonly row: number;
  readonly measure: NumberValue;
}

export interface RankGroup {
  readonly name: string | null;
  readonly members: readonly RankedMember[];
  readonly byEnterprise: ReadonlyMap<string, RankedMember>;
  /** Rows of the group whose measure is not known. */
  readonly unranked: readonly { readonly row: number; readonly keys: readonly IndicatorKey[] }[];
}

/** A computed rank that a row's result has used. */
export interface RankUse {
  readonly key: IndicatorKey;
  readonly rank: number;
  readonly group: RankGroup;
}

/**
 * Competition rank (1, 2, 2, 4), descending, within the row's group; the official rank of the row
 * first. Without a sheet, or with the row's own measure unknown, the official rank is missing.
 */
export function rank(parts: RankParts, ground: RankingGround | undefined, used: RankUse[]): Evaluate {
  const noRank = unknown([parts.officialKey]);
  let groups: ReadonlyMap<string | null, RankGroup> | undefined;
  return (row) => {
    const official = parts.official(row);
    if (official.kind === 'number') return official;
    if (ground === undefined) return noRank;
    const names = groupNames(parts.within, row);
    if (names.kind === 'unknown') return names;
    const member = parts.among?.(row);
    if (member !== undefined && !(member.kind === 'truth' && member.holds))
      return member.kind === 'unknown' ? member : NOTHING;
    const name = names.names[0];
    if (name === undefined) return NOTHING;
    const measure = parts.measure(row);
    if (measure.kind !== 'number') return noRank;
    groups ??= rankSheet(parts, ground);
    const group = groups.get(name) ?? { name, members: [], byEnterprise: new Map(), unranked: [] };
    const place = placeOf(group, measure, ground.enterpriseOf(row));
    used.push({ key: parts.officialKey, rank: place, group });
    return whole(place);
  };
}

/** 1 and the number of other enterprises with more. */
function placeOf({ members, byEnterprise }: RankGroup, measure: NumberValue, enterprise: string): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const member = members[middle];
    if (member !== undefined && compare(member.measure, measure) > 0) low = middle + 1;
    else high = middle;
  }
  const own = byEnterprise.get(enterprise);
  const countsItself = own !== undefined && compare(own.measure, measure) > 0;
  return low + (countsItself ? 0 : 1);
}

interface GroupNames {
  readonly kind: 'groups';
  readonly names: readonly (string | null)[];
}

function groupNames(
  within: Evaluate | undefined,
  row: number,
): GroupNames | Extract<Value, { kind: 'unknown' }> {
  if (within === undefined) return { kind: 'groups', names: [null] };
  const value = within(row);
  if (value.kind === 'unknown') return value;
  return { kind: 'groups', names: value.kind === 'names' ? value.names : [] };
}

function rankSheet(parts: RankParts, ground: RankingGround): ReadonlyMap<string | null, RankGroup> {
  const best = new Map<string | null, Map<string, RankedMember>>();
  const unranked = new Map<string | null, { row: number; keys: readonly IndicatorKey[] }[]>();
  for (let row = 0; row < ground.rowCount; row += 1) {
    if (!ground.counts(row)) continue;
    const groups = groupNames(parts.within, row);
    if (groups.kind === 'unknown' || groups.names.length === 0) continue;
    const member = parts.among?.(row);
    if (member !== undefined && !(member.kind === 'truth' && member.holds)) continue;
    const measure = parts.measure(row);
    for (const name of groups.names) {
      if (measure.kind === 'number')
        enter(best, name, { enterprise: ground.enterpriseOf(row), row, measure });
      else if (measure.kind === 'unknown') listOf(unranked, name).push({ row, keys: missingOf(measure) });
    }
  }
  const groups = new Map<string | null, RankGroup>();
  for (const name of new Set([...best.keys(), ...unranked.keys()])) {
    const byEnterprise = best.get(name) ?? new Map<string, RankedMember>();
    const members = [...byEnterprise.values()].toSorted(
      (a, b) => compare(b.measure, a.measure) || a.row - b.row,
    );
    groups.set(name, { name, members, byEnterprise, unranked: unranked.get(name) ?? [] });
  }
  return groups;
}

/** An enterprise that stands in several rows counts once, with its best measure. */
function enter(
  best: Map<string | null, Map<string, RankedMember>>,
  name: string | null,
  member: RankedMember,
): void {
  const group = best.get(name) ?? new Map<string, RankedMember>();
  best.set(name, group);
  const known = group.get(member.enterprise);
  if (known === undefined || compare(member.measure, known.measure) > 0) group.set(member.enterprise, member);
}

function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
