import { joinAwards, type Mechanism } from './award';
import type { Condition } from '../values/value';

/** Another standard where a condition holds (战略性新兴产业 …). */
export function variant(when: Condition, then: Mechanism, otherwise: Mechanism): Mechanism {
  return {
    award: (row) => {
      const holds = when(row);
      if (holds.kind === 'unknown') return joinAwards([then.award(row), otherwise.award(row)], holds.missing);
      return holds.kind === 'truth' && holds.holds ? then.award(row) : otherwise.award(row);
    },
    zeroBase: (row) => {
      const holds = when(row);
      if (holds.kind === 'unknown') return then.zeroBase(row) && otherwise.zeroBase(row);
      return holds.kind === 'truth' && holds.holds ? then.zeroBase(row) : otherwise.zeroBase(row);
    },
  };
}
