import { NONE, openAward, type Award, type Mechanism } from './award';

/**
 * The first form for which the analyst has given the parameter, an amount before a rate. A base
 * that is known to be zero leaves nothing, even where an amount is given (decision 2).
 */
export function firstGiven(nodes: readonly Mechanism[]): Mechanism {
  const zeroBase = (row: number): boolean => nodes.some((node) => node.zeroBase(row));
  return {
    zeroBase,
    award: (row) => {
      if (zeroBase(row)) return NONE;
      let bound: Award | undefined;
      for (const node of nodes) {
        const award = node.award(row);
        if (award.kind !== 'open') return award;
        if (bound === undefined && award.bound !== null) bound = award;
      }
      return bound ?? openAward(null);
    },
  };
}
