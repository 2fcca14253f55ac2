import { reportUnknownOption, reportUnknownReading, type Scope } from '../check';
import type { ClauseId, ExclusiveGroup, ReviewGroup } from '../model';
import type { RawExclusive, RawPolicy, RawReview } from '../schema';
import type { TextNode } from '../yaml';

/** Which clauses are not paid side by side. */
export function checkStacking(
  raw: RawPolicy['stacking'],
  scope: Scope,
): { readonly exclusive: readonly ExclusiveGroup[]; readonly review: readonly ReviewGroup[] } {
  return {
    exclusive: (raw?.exclusive ?? []).map((group) => checkExclusive(group, scope)),
    review: (raw?.review ?? []).flatMap((group) => checkReview(group, scope) ?? []),
  };
}

function checkExclusive(raw: RawExclusive, scope: Scope): ExclusiveGroup {
  return {
    name: raw.name?.value ?? '',
    clauses: resolveAll(raw.clauses, scope),
    order: raw.order?.value ?? 'highest',
    why: raw.why ?? { zh: '', en: '' },
  };
}

function checkReview(raw: RawReview, scope: Scope): ReviewGroup | undefined {
  const parties = (raw.parties ?? []).map((party) => resolveAll(party, scope));
  if (raw.reading === undefined || raw.highestUnder === undefined) return undefined;
  const reading = scope.reading(raw.reading.value);
  if (reading === undefined) {
    reportUnknownReading(raw.reading, scope);
    return undefined;
  }
  const known = reading.options.map(({ name }) => name);
  if (!known.includes(raw.highestUnder.value))
    reportUnknownOption(raw.highestUnder, raw.reading.value, known, scope);
  return {
    name: raw.name?.value ?? '',
    parties,
    reading: reading.id,
    highestUnder: raw.highestUnder.value,
    why: raw.why ?? { zh: '', en: '' },
  };
}

const resolveAll = (names: readonly TextNode[] | undefined, scope: Scope): readonly ClauseId[] =>
  (names ?? []).flatMap((name) => scope.clauses.resolve(name, scope.report) ?? []);
