import { columnLetter } from './grid';
import type { ReadColumn } from './read-claims';
import type { TakenColumn } from './reading';

/** The account given of a column that was taken. */
export function takenColumn({ claim, header, indicator, unit, factor, scale }: ReadColumn): TakenColumn {
  const written = unit.kind === 'written' ? unit : null;
  return {
    taken: true,
    column: columnLetter(header.column),
    index: header.column,
    header: header.levels.at(-1) ?? '',
    headerPath: header.levels,
    unit: written?.unit.text ?? null,
    unitSource: written?.source ?? null,
    // A rank, or a count of nothing in particular, has no unit to convert from.
    factor: written === null && (indicator.type === 'rank' || indicator.type === 'count') ? null : factor,
    scale,
    key: claim.key,
    clauseId: claim.clauseId,
    why: claim.why,
    confidence: claim.confidence,
    alternatives: claim.alternatives,
  };
}
