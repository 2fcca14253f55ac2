import { amountOf, comesToNothing, type Award } from '../awards/award';
import { roundToFen } from '../values/decimals';
import { union, type Trilean } from '../values/value';
import { Decimal, ZERO, type Clause, type ClauseKind, type IndicatorKey } from '../../rules';
import type { Status } from '../outcome';

/** The result of one clause for one row, before the workbook is settled. */
export interface Result {
  readonly status: Status;
  readonly uncapped: Decimal | null;
  readonly cap: Decimal | null;
  readonly amount: Decimal | null;
  readonly capHit: boolean;
  readonly missing: readonly IndicatorKey[];
}

const NO_MONEY = { uncapped: null, cap: null, amount: null, capHit: false, missing: [] } as const;

export const NOT_MET: Result = { ...NO_MONEY, status: 'notMet', amount: ZERO };
export const APPLICABLE: Result = { ...NO_MONEY, status: 'applicable' };
export const UNQUANTIFIED: Result = { ...NO_MONEY, status: 'unquantified' };
const SAVING_UNKNOWN: Result = { ...NO_MONEY, status: 'saving' };

/** The missing keys in the order of the clause's inputs. */
export function missingResult(clause: Clause, keys: readonly IndicatorKey[]): Result {
  const missing = keys.length < 2 ? keys : inOrder(keys, clause);
  return { status: 'missing', uncapped: null, cap: null, amount: null, capHit: false, missing };
}

function inOrder(keys: readonly IndicatorKey[], { inputs }: Clause): readonly IndicatorKey[] {
  const place = (key: IndicatorKey): number => {
    const index = inputs.findIndex((input) => input.key === key);
    return index < 0 ? inputs.length : index;
  };
  return keys.toSorted((a, b) => place(a) - place(b));
}

/** Conditions that do not fail, and what the award comes to: the end of a clause, rounded to the fen. */
export function resultOf(clause: Clause, holds: Trilean, award: Award | undefined): Result {
  const open = holds.kind === 'unknown' ? holds.missing : undefined;
  if (award === undefined) return open === undefined ? APPLICABLE : missingResult(clause, open);
  if (comesToNothing(award)) return NOT_MET;
  const bound = award.kind === 'open' && clause.kind === 'ceiling' ? award.bound : null;
  const lacking =
    award.kind === 'unknown' ? award.missing : bound?.kind === 'unknown' ? bound.missing : undefined;
  if (open !== undefined || lacking !== undefined)
    return missingResult(clause, union(open ?? [], lacking ?? []));
  if (award.kind === 'payment') {
    const cap = award.cap === null ? null : roundToFen(award.cap);
    const uncapped = roundToFen(award.uncapped);
    const isCut = cap !== null && amountOf(award) !== award.uncapped;
    return paid(clause.kind, uncapped, cap, isCut ? cap : uncapped);
  }
  if (bound?.kind === 'number') return ceiling(roundToFen(bound));
  return clause.kind === 'contribution' ? SAVING_UNKNOWN : UNQUANTIFIED;
}

function paid(kind: ClauseKind, uncapped: Decimal, cap: Decimal | null, amount: Decimal): Result {
  const status = kind === 'contribution' ? 'saving' : 'payable';
  return { status, uncapped, cap, amount, capHit: cap !== null && uncapped.gt(cap), missing: [] };
}

/** Only an upper bound is known: it stands as cap and amount. */
function ceiling(bound: Decimal): Result {
  return { status: 'ceiling', uncapped: null, cap: bound, amount: bound, capHit: false, missing: [] };
}
