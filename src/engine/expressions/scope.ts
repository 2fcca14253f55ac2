import type { Parameters } from '../inputs/parameters';
import type { Readers } from '../inputs/readers';
import type { Plan } from '../plan';
import type { Evaluate } from '../values/value';
import type { Clause, IndicatorKey } from '../../rules';
import type { RankingGround, RankUse } from './rank';

/** What the expressions of one clause are bound to: a plan, a sheet, the clause's own inputs. */
export interface ClauseScope {
  readonly plan: Plan;
  readonly clause: Clause;
  /** Whether a blank means what the vocabulary says (required), or is unknown (optional). */
  readonly required: (key: IndicatorKey) => boolean;
  readonly readers: Readers;
  readonly parameters: Parameters;
  /** Filled in order while the lets are compiled; each is evaluated once a row. */
  readonly lets: Map<string, Evaluate>;
  /** The rows that computed ranks are taken over; absent for a single case. */
  readonly ranking?: RankingGround;
  /** Computed ranks that the current row's result has used. */
  readonly ranksUsed: RankUse[];
  /** Takes growth from its parts, where they give one, before the official figure. */
  readonly recomputeGrowth: boolean;
}

/** Evaluates an expression once for a row, however often it is asked. */
export function oncePerRow(evaluate: Evaluate): Evaluate {
  let lastRow = -1;
  let last: ReturnType<Evaluate> | undefined;
  return (row) => {
    if (last === undefined || row !== lastRow) {
      last = evaluate(row);
      lastRow = row;
    }
    return last;
  };
}
