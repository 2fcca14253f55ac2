import { compare, isZero, NOUGHT, quotient } from '../values/fraction';
import { asNumber, missingOf, number, union, unknown, ZERO_VALUE, type Evaluate } from '../values/value';
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
 * part ÷ whole, exact; the rate first where the sheet has it. No part is no share, whatever the
 * whole: without layoffs any line is passed. A whole of 0 or less gives no share.
 */
export function share({ part, whole, official, lastResort, rateKey, wholeKey }: ShareParts): Evaluate {
  const noShare = unknown([rateKey ?? wholeKey]);
  return (row) => {
    const stated = official?.(row);
    if (stated?.kind === 'number') return stated;
    const piece = asNumber(part(row));
    if (piece.kind === 'number' && isZero(piece)) return ZERO_VALUE;
    const total = asNumber(whole(row));
    if (piece.kind === 'number' && total.kind === 'number') {
      return compare(total, NOUGHT) <= 0 ? noShare : number(quotient(piece, total));
    }
    const computed = lastResort?.(row);
    if (computed?.kind === 'number') return computed;
    if (rateKey !== undefined && piece.kind !== 'number' && total.kind !== 'number')
      return unknown([rateKey]);
    return unknown(union(missingOf(piece), missingOf(total)));
  };
}
