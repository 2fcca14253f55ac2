import { joinAwards, NONE, type Award, type Mechanism } from './award';
import { union, type Condition } from '../values/value';
import type { IndicatorKey } from '../../rules';

export interface CompiledTier {
  readonly when: Condition;
  readonly award: Mechanism;
}

/**
 * Tiers from the highest: the first whose condition holds decides, but only once all above have
 * failed. While a higher one is open, what either would give is joined.
 */
export function tiers(list: readonly CompiledTier[]): Mechanism {
  return {
    award: (row) => {
      let open: readonly IndicatorKey[] | undefined;
      const possible: Award[] = [];
      for (const { when, award } of list) {
        const holds = when(row);
        if (holds.kind === 'unknown') {
          open = union(open ?? [], holds.missing);
          possible.push(award.award(row));
        } else if (holds.kind === 'undecided' || holds.holds) {
          if (open === undefined) return award.award(row);
          return joinAwards([...possible, award.award(row)], open);
        }
      }
      return open === undefined ? NONE : joinAwards([...possible, NONE], open);
    },
    zeroBase: (row) => list.every(({ award }) => award.zeroBase(row)),
  };
}
