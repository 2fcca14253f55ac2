import { compare, NOUGHT, quotient } from '../values/fraction';
import { asNumber, missingOf, union, unknown, type Evaluate } from '../values/value';
import type { IndicatorKey } from '../../rules';

export interface ShareParts {
  readonly part: Evaluate;
  readonly whole: Evaluate;
  readonly official?: Evaluate;
  readonly lastResort?: Evaluate;
  /** The rate, where it is what is called missing when neither it nor its parts are given. */
  readonly rateKey?: IndicatorKey;
  readonly wholeKey: IndicatorKey;
}

/**
 * part ÷ whole, exact; the rate first where the sheet has it. A whole of 0 or less gives no share,
 * so that a blank whole is missing even where the part is 0 (settled outcomes: 3.2 without 职工总数).
 */
export function share({ part, whole, official, lastResort, rateKey, wholeKey }: ShareParts): Evaluate {
  const noShare = unknown([rateKey ?? wholeKey]);
  return (row) => {
    const stated = official?.(row);
    if (stated?.kind === 'number') return stated;
    const piece = asNumber(part(row));
    const total = asNumber(whole(row));
    if (piece.kind === 'number' && total.kind === 'number') {
      return compare(total, NOUGHT) <= 0 ? noShare : quotient(piece, total);
    }
    const computed = lastResort?.(row);
    if (computed?.kind === 'number') return computed;
    if (rateKey !== undefined && piece.kind !== 'number' && total.kind !== 'number')
      return unknown([rateKey]);
    return unknown(union(missingOf(piece), missingOf(total)));
  };
}
