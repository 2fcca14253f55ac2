import { compile } from '../expressions/compile';
import { expressionsOf } from '../expressions/walk';
import { decimalOf, roundToFen } from '../values/decimals';
import { compare } from '../values/fraction';
import type { Clause, Expr, IndicatorKey, RankExpr } from '../../rules';
import type { BoundClause } from './bind';
import type { RankedMember, RankGroup } from '../expressions/rank';
import type { Provisional, RankNeighbour } from '../outcome';
import type { Evaluate } from '../values/value';

interface RankLine {
  readonly key: IndicatorKey;
  readonly line: Evaluate;
  readonly inclusive: boolean;
}

const NO_RANKS: readonly Provisional[] = [];

/**
 * What a result that hangs on a computed rank says of it: the group's size, the cut-off that the
 * clause sets, and the members either side of it. Until the analyst confirms that the sheet holds
 * the whole group, such a result is provisional.
 */
export function provisionalRanks(bound: BoundClause): (row: number) => readonly Provisional[] {
  const lines = rankLines(bound);
  const neighboursIn = remembered((group: RankGroup) =>
    remembered((cutoff: number) => neighbours(group, cutoff)),
  );
  const unrankedIn = remembered(({ unranked }: RankGroup) => unranked.map(({ row }) => row));
  return (row) => {
    if (bound.ranksUsed.length === 0) return NO_RANKS;
    const seen = new Set<IndicatorKey>();
    return bound.ranksUsed.flatMap((use): readonly Provisional[] => {
      if (seen.has(use.key)) return [];
      seen.add(use.key);
      const cutoff = cutoffOf(
        lines.filter(({ key }) => key === use.key),
        row,
      );
      return [
        {
          why: 'computedRank',
          key: use.key,
          rank: use.rank,
          group: use.group.name,
          groupSize: use.group.members.length,
          cutoff,
          neighbours: cutoff === null ? [] : neighboursIn(use.group)(cutoff),
          unranked: unrankedIn(use.group),
        },
      ];
    });
  };
}

/** The last rank that is in under any of the lines. */
function cutoffOf(lines: readonly RankLine[], row: number): number | null {
  const limits = lines.flatMap(({ line, inclusive }) => {
    const value = line(row);
    return value.kind === 'number' ? [decimalOf(value).ceil().toNumber() - (inclusive ? 0 : 1)] : [];
  });
  return limits.length === 0 ? null : Math.max(...limits);
}

/** Works out once what many ask for. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** The last that are in (ties together) and the first that are out. */
function neighbours({ members }: RankGroup, cutoff: number): readonly RankNeighbour[] {
  const ranked = withRanks(members);
  // A group may have a million members: more than one call takes as arguments.
  let lastIn = 0;
  let firstOut = Infinity;
  for (const { rank } of ranked) {
    if (rank <= cutoff) lastIn = Math.max(lastIn, rank);
    else firstOut = Math.min(firstOut, rank);
  }
  return ranked.filter(({ rank }) => rank === lastIn || rank === firstOut);
}

function withRanks(members: readonly RankedMember[]): readonly RankNeighbour[] {
  let rank = 0;
  return members.map((member, index) => {
    const above = members[index - 1];
    if (above === undefined || compare(above.measure, member.measure) !== 0) rank = index + 1;
    return { row: member.row, rank, measure: roundToFen(member.measure) };
  });
}

function rankLines({ clause, scope }: BoundClause): readonly RankLine[] {
  return expressionsOf(clause).flatMap((expr): readonly RankLine[] => {
    if (expr.op !== 'compare') return [];
    const left = asRank(expr.left, clause);
    const right = asRank(expr.right, clause);
    if (left !== undefined && (expr.comparator === '<=' || expr.comparator === '<')) {
      return [{ key: left.official, line: compile(expr.right, scope), inclusive: expr.comparator === '<=' }];
    }
    if (right !== undefined && (expr.comparator === '>=' || expr.comparator === '>')) {
      return [{ key: right.official, line: compile(expr.left, scope), inclusive: expr.comparator === '>=' }];
    }
    return [];
  });
}

function asRank(expr: Expr, clause: Clause): RankExpr | undefined {
  if (expr.op === 'rank') return expr;
  const named = expr.op === 'let' ? clause.let.get(expr.name) : undefined;
  return named === undefined ? undefined : asRank(named, clause);
}
