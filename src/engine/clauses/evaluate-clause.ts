import { bindClause } from './bind';
import { unknownName } from '../errors';
import { groundOf } from '../sheets/evaluate-sheet';
import type { Result } from './result';
import type { SheetData } from '../columns';
import type { Plan } from '../plan';
import type { ClauseId } from '../../rules';

export interface ClauseEvaluation {
  /** Whether the rows form the group over which ranks are taken; otherwise each stands alone, as a case does. */
  readonly ranked: boolean;
  /** Only these rows (0-based), in this order; default: all. Ranks are over all rows in any case. */
  readonly rows?: readonly number[];
}

/**
 * One clause over whole columns, on its own: nothing is settled, and base clauses are taken as
 * payable. One result for each row asked for. This is what a cell formula shows.
 *
 * @throws EngineError for a clause that the policy has not
 */
export function evaluateClause(
  plan: Plan,
  id: ClauseId,
  data: SheetData,
  { ranked, rows }: ClauseEvaluation,
): readonly Result[] {
  const clause = plan.policy.clauses.get(id);
  if (clause === undefined) {
    throw unknownName('unknownClause', id, plan.policy.id, [...plan.policy.clauses.keys()]);
  }
  const { ranking, ...alone } = groundOf(plan, data, 0);
  const { evaluate } = bindClause(clause, ranked && ranking !== undefined ? { ...alone, ranking } : alone);
  return (rows ?? data.rowNumbers.map((_, row) => row)).map((row) => evaluate(row));
}
