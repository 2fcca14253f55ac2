import type { Result } from '../clauses/result';
import type { ClauseOutcome, Provisional, RowRef, Status } from '../outcome';
import type { Clause, ClauseId, IndicatorKey, ReadingId } from '../../rules';

/** An outcome while the workbook is being settled; frozen into a `ClauseOutcome` at the end. */
export interface Draft {
  readonly clause: Clause;
  /** Place of the clause in the policy. */
  readonly order: number;
  readonly at: RowRef;
  readonly enterprise: string;
  readonly result: Result;
  status: Status;
  supersededBy?: { readonly clause: ClauseId; readonly at: RowRef };
  duplicateOf?: RowRef;
  conflictWith?: readonly RowRef[];
  vetoes?: readonly IndicatorKey[];
  scope?: readonly IndicatorKey[];
  provisional: readonly Provisional[];
  review: readonly ReadingId[];
}

/** Statuses that carry money which counts, or would. */
export const PAYS: readonly Status[] = ['payable', 'ceiling', 'saving'];
export const pays = ({ status }: Draft): boolean => PAYS.includes(status);

/** Sheet order, row order, then the policy's order. */
export const inOrder = (a: Draft, b: Draft): number =>
  a.at.sheet - b.at.sheet || a.at.row - b.at.row || a.order - b.order;

/** The cap has bitten only where something is paid. */
export function freeze(draft: Draft, payout: ClauseOutcome['payout']): ClauseOutcome {
  const {
    clause,
    at,
    result,
    status,
    supersededBy,
    duplicateOf,
    conflictWith,
    vetoes,
    scope,
    provisional,
    review,
  } = draft;
  const silent = status === 'notInForce';
  const outcome: Mutable<ClauseOutcome> = {
    clause: clause.id,
    row: at.row,
    status,
    uncapped: silent ? null : result.uncapped,
    cap: silent ? null : result.cap,
    amount: silent ? null : result.amount,
    capHit: pays(draft) && result.capHit,
    missing: silent ? [] : result.missing,
    payout,
  };
  if (supersededBy !== undefined) outcome.supersededBy = supersededBy;
  if (duplicateOf !== undefined) outcome.duplicateOf = duplicateOf;
  if (conflictWith !== undefined) outcome.conflictWith = conflictWith;
  if (vetoes !== undefined) outcome.vetoes = vetoes;
  if (scope !== undefined) outcome.scope = scope;
  if (provisional.length > 0) outcome.provisional = provisional;
  if (review.length > 0) outcome.review = review;
  return outcome;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
