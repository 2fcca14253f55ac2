import { inOrder, type Draft } from '../sheets/draft';
import { ZERO, type ClauseId, type ExclusiveGroup, type ReviewGroup } from '../../rules';
import type { Plan } from '../plan';
import type { Status } from '../outcome';

/**
 * No stacking: of clauses that exclude each other the highest stays, equal amounts keep the
 * earlier clause, ceilings take part with their bound; the others are superseded and name the
 * winner. Two clauses of grain enterprise compete across the enterprise's rows, others within the row.
 */
export function settleStacking(drafts: readonly Draft[], plan: Plan): void {
  const byClause = groupByClause(drafts);
  for (const group of plan.policy.exclusive) settleExclusive(group, byClause);
  for (const group of plan.policy.review) settleReview(group, plan, byClause);
}

type ByClause = ReadonlyMap<ClauseId, readonly Draft[]>;

const QUALIFIES: readonly Status[] = ['payable', 'ceiling', 'saving', 'unquantified'];
const COMPETES: readonly Status[] = ['payable', 'ceiling', 'saving'];

function settleExclusive({ clauses, order }: ExclusiveGroup, byClause: ByClause): void {
  const listed = order === 'listed';
  const statuses = listed ? QUALIFIES : COMPETES;
  const place = (draft: Draft): number => clauses.indexOf(draft.clause.id);
  const precedes = listed ? (a: Draft, b: Draft) => place(a) - place(b) || inOrder(a, b) : byAmount;
  const rivals = draftsOf(clauses, byClause);
  for (const cluster of clusters(rivals)) {
    keepFirst(
      cluster.filter(({ status }) => statuses.includes(status)).toSorted(precedes),
      (a, b) => a.clause.id !== b.clause.id,
    );
    markOpenRivals(
      cluster,
      (winner, rival) => winner.clause.id !== rival.clause.id && (!listed || place(rival) < place(winner)),
    );
  }
}

/** Same project in different fields: only the highest stays, unless the reading says otherwise; all are for review. */
function settleReview({ parties, reading, highestUnder }: ReviewGroup, plan: Plan, byClause: ByClause): void {
  const partyOf = (draft: Draft): number => parties.findIndex((party) => party.includes(draft.clause.id));
  const rivals = draftsOf(parties.flat(), byClause);
  const highestOnly = plan.readings.get(reading) === highestUnder;
  const compete = (a: Draft, b: Draft): boolean => partyOf(a) !== partyOf(b);
  for (const cluster of clusters(rivals)) {
    const paid = cluster
      .filter((draft) => COMPETES.includes(draft.status) && draft.result.amount !== null)
      .toSorted(byAmount);
    for (const draft of paid) {
      if (paid.some((other) => compete(draft, other) && meet(draft, other)))
        draft.review = [...new Set([...draft.review, reading])];
    }
    if (!highestOnly) continue;
    keepFirst(paid, compete);
    markOpenRivals(cluster, compete);
  }
}

/** The best first: higher amounts, then earlier clauses, then earlier rows. */
function byAmount(a: Draft, b: Draft): number {
  return (b.result.amount ?? ZERO).cmp(a.result.amount ?? ZERO) || a.order - b.order || inOrder(a, b);
}

/** Goes through from the best; whoever meets one that stays is superseded by it. */
function keepFirst(ranked: readonly Draft[], compete: (a: Draft, b: Draft) => boolean): void {
  const kept: Draft[] = [];
  for (const draft of ranked) {
    const winner = kept.find((other) => compete(other, draft) && meet(other, draft));
    if (winner === undefined) kept.push(draft);
    else {
      draft.status = 'superseded';
      draft.supersededBy = { clause: winner.clause.id, at: winner.at };
    }
  }
}

/** What stays may still fall to a rival that depends on missing inputs. */
function markOpenRivals(
  cluster: readonly Draft[],
  threatens: (winner: Draft, rival: Draft) => boolean,
): void {
  for (const rival of cluster.filter(({ status }) => status === 'missing')) {
    for (const winner of cluster) {
      if (!COMPETES.includes(winner.status) || !meet(winner, rival) || !threatens(winner, rival)) continue;
      winner.provisional = [
        ...winner.provisional,
        { why: 'openRival', clause: rival.clause.id, at: rival.at },
      ];
    }
  }
}

/** Whether two results of an enterprise compete: over all its rows, or within the row. */
function meet(a: Draft, b: Draft): boolean {
  if (a.at.sheet === b.at.sheet && a.at.row === b.at.row) return true;
  return a.clause.grain === 'enterprise' && b.clause.grain === 'enterprise';
}

/** The results of one enterprise together. */
function clusters(drafts: readonly Draft[]): Iterable<readonly Draft[]> {
  const byEnterprise = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const cluster = byEnterprise.get(draft.enterprise);
    if (cluster === undefined) byEnterprise.set(draft.enterprise, [draft]);
    else cluster.push(draft);
  }
  return [...byEnterprise.values()].filter((cluster) => cluster.length > 1);
}

function groupByClause(drafts: readonly Draft[]): ByClause {
  const groups = new Map<ClauseId, Draft[]>();
  for (const draft of drafts) {
    const group = groups.get(draft.clause.id);
    if (group === undefined) groups.set(draft.clause.id, [draft]);
    else group.push(draft);
  }
  return groups;
}

const draftsOf = (clauses: readonly ClauseId[], byClause: ByClause): readonly Draft[] =>
  clauses.flatMap((id) => byClause.get(id) ?? []);
