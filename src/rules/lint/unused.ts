import type { Scope } from '../check';
import { keyOf } from '../clause/names';
import { reportUnusedReadings } from '../clause/readings';
import type { Clause, ClauseId } from '../model';
import type { Entry, RawClause, RawValue } from '../schema';
import { leavesOf } from '../walk';

/** What a clause lists and never uses. */
export function reportUnused(clause: Clause, raw: RawClause, scope: Scope): void {
  reportUnusedInputs(clause, raw, scope);
  for (const { key } of raw.let ?? []) {
    if (!scope.isUsed(key.value)) scope.report('unused-let', key.span, { name: key.value });
  }
  if (clause.award !== undefined) reportUnusedFigures(raw.figures, scope, shownOnly(raw));
  reportUnusedReadings(raw.readings, scope);
}

/** Identities, and inputs that are only shown, need no use; nor do those of a clause that computes nothing. */
function reportUnusedInputs(clause: Clause, raw: RawClause, scope: Scope): void {
  if (clause.award === undefined && clause.when.length === 0) return;
  const elsewhere = new Set([
    ...shownOnly(raw),
    ...basesOf(clause).flatMap((base) => scope.clauses.inputsOf(base)),
  ]);
  for (const input of raw.inputs ?? []) {
    const key = keyOf(input);
    const identifies = scope.vocabulary.indicators.get(key)?.type === 'text';
    if (!identifies && !elsewhere.has(key) && !scope.isUsed(key))
      scope.report('unused-input', input.span, { key });
  }
}

/** The clauses whose amount an uplift takes up, and with it their inputs. */
const basesOf = ({ award }: Clause): readonly ClauseId[] =>
  award === undefined ? [] : leavesOf(award).flatMap((leaf) => (leaf.form === 'uplift' ? leaf.of : []));

const shownOnly = (raw: RawClause): readonly string[] => (raw.forReference ?? []).map(({ value }) => value);

/** Where nothing is computed, a named figure is there to be shown. */
export function reportUnusedFigures(
  raw: readonly Entry<RawValue>[] | undefined,
  scope: Scope,
  shown: readonly string[] = [],
): void {
  for (const { key } of raw ?? []) {
    if (shown.includes(key.value) || scope.isUsed(key.value)) continue;
    scope.report('unused-figure', key.span, { name: key.value });
  }
}
