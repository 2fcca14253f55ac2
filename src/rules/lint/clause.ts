import type { Scope } from '../check';
import type { Clause } from '../model';
import type { RawClause } from '../schema';
import { reportCaps } from './caps';
import { reportImpossibleConditions, reportTiers } from './tiers';
import { reportUnused } from './unused';

const ENOUGH_EXAMPLES = 4;

/** Everything doubtful about a clause that is right as it stands. */
export function reportClauseLints(clause: Clause, raw: RawClause, scope: Scope): void {
  reportUnused(clause, raw, scope);
  reportImpossibleConditions(clause, scope);
  reportTiers(clause, scope);
  reportCaps(clause, scope);
  if (clause.award !== undefined && clause.examples.length < ENOUGH_EXAMPLES) {
    const at = raw.at.entries.find(({ key }) => key.value === 'examples')?.key.span;
    scope.report('too-few-examples', at ?? { ...raw.at.span, end: raw.at.span.start + 1 }, {
      count: clause.examples.length,
    });
  }
}
