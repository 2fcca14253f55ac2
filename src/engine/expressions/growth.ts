import { compare, minus, NOUGHT, quotient, whole } from '../values/fraction';
import { unknown, union, missingOf, asNumber, type Evaluate } from '../values/value';
import type { IndicatorKey } from '../../rules';

const WHOLE = whole(1);

export interface GrowthParts {
  readonly current: Evaluate;
  readonly prior: Evaluate;
  /** The official figure, where the sheet has one that it does not itself compute. */
  readonly official?: Evaluate;
  /** A growth that the sheet computes, used only where the parts have no columns. */
  readonly lastResort?: Evaluate;
  /** What is called missing where the prior figure is 0 or negative. */
  readonly undefinedAs: IndicatorKey;
  /** Takes the parts before the official figure, where they give a growth. */
  readonly partsFirst?: boolean;
}

/** current ÷ prior − 1, exact; the official figure first (decision 5). */
export function growth({
  current,
  prior,
  official,
  lastResort,
  undefinedAs,
  partsFirst = false,
}: GrowthParts): Evaluate {
  const undefinedGrowth = unknown([undefinedAs]);
  const fromParts: Evaluate = (row) => {
    const now = asNumber(current(row));
    const before = asNumber(prior(row));
    if (now.kind === 'number' && before.kind === 'number') {
      if (compare(before, NOUGHT) <= 0) return undefinedGrowth;
      return minus(quotient(now, before), WHOLE);
    }
    const computed = lastResort?.(row);
    if (computed?.kind === 'number') return computed;
    return unknown(union(missingOf(now), missingOf(before)));
  };
  if (official === undefined) return fromParts;
  return (row) => {
    const [first, second] = partsFirst ? [fromParts, official] : [official, fromParts];
    const preferred = first(row);
    if (preferred.kind === 'number') return preferred;
    const other = second(row);
    return other.kind === 'number' || !partsFirst ? other : preferred;
  };
}
