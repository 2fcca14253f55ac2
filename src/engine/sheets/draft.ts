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
  return {
    clause: clause.id,
    row: at.row,
    status,
    uncapped: silent ? null : result.uncapped,
    cap: silent ? null : result.cap,
    amount: silent ? null : result.amount,
    capHit: pays(draft) && result.capHit,
    missing: silent ? [] : result.missing,
    payout,
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    ...(conflictWith === undefined ? {} : { conflictWith }),
    ...(vetoes === undefined ? {} : { vetoes }),
    ...(scope === undefined ? {} : { scope }),
    ...(provisional.length === 0 ? {} : { provisional }),
    ...(review.length === 0 ? {} : { review }),
  };
}
