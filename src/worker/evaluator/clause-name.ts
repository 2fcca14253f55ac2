import { clauseNumber } from '../../report';
import type { Bilingual, ClauseId, IndicatorKey, Policy } from '../../rules';
import type { ClauseName } from '../summaries';

export function clauseName(policy: Policy, id: ClauseId): ClauseName {
  const number = clauseNumber(id);
  return { id, number, title: policy.clauses.get(id)?.title ?? { zh: number, en: number } };
}

export function indicatorNamesIn(policy: Policy, keys: readonly IndicatorKey[]): readonly Bilingual[] {
  return keys.map((key) => policy.vocabulary.indicators.get(key)?.names ?? { zh: key, en: key });
}
