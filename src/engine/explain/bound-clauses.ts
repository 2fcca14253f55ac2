import { unknownName } from '../errors';
import { bindClause, type BoundClause, type Ground } from '../clauses/bind';
import { groundOf, isAssessed } from '../sheets/evaluate-sheet';
import type { SheetData } from '../columns';
import type { Plan } from '../plan';
import type { ClauseId } from '../../rules';

/** A clause bound to a sheet: once, however many rows are asked for. */
export type BoundClauses = (clause: ClauseId, sheet: number) => BoundClause;

/** @throws EngineError for a clause that the policy has not */
export function boundClauses(plan: Plan, sheets: readonly SheetData[]): BoundClauses {
  const grounds = new Map<number, Ground>();
  const bound = new Map<string, BoundClause>();
  const ground = (sheet: number): Ground => {
    const known = grounds.get(sheet);
    if (known !== undefined) return known;
    const data = sheets[sheet];
    if (data === undefined) throw new RangeError(`there is no sheet ${sheet}`);
    const base = (asked: ClauseId) =>
      isAssessed(plan, asked, data) ? bind(asked, sheet).evaluate : undefined;
    const made = { ...groundOf(plan, data, sheet), base };
    grounds.set(sheet, made);
    return made;
  };
  const bind = (id: ClauseId, sheet: number): BoundClause => {
    const known = bound.get(`${sheet} ${id}`);
    if (known !== undefined) return known;
    const clause = plan.policy.clauses.get(id);
    if (clause === undefined)
      throw unknownName('unknownClause', id, plan.policy.id, [...plan.policy.clauses.keys()]);
    const made = bindClause(clause, ground(sheet));
    bound.set(`${sheet} ${id}`, made);
    return made;
  };
  return bind;
}
