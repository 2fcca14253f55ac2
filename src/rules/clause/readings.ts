import type { Scope } from '../check';
import { positionOf } from '../diagnostics';
import type { Reading } from '../model';
import type { Entry, RawReadingDeclaration } from '../schema';

/** The readings declared on a clause or a policy, made known to its expressions. */
export function declareReadings(
  raw: readonly Entry<RawReadingDeclaration>[] | undefined,
  scope: Scope,
): readonly Reading[] {
  return (raw ?? []).flatMap(({ key, value }) => {
    const options = (value.options ?? []).map((option) => ({ name: option.key.value, label: option.value }));
    const recommended = value.recommended;
    const known = options.map(({ name }) => name);
    if (value.options !== undefined && options.length < 2)
      scope.report('too-few-options', key.span, { name: key.value });
    if (recommended !== undefined && value.options !== undefined && !known.includes(recommended.value)) {
      scope.report('recommended-unknown', recommended.span, { option: recommended.value, known });
    }
    const reading: Reading = {
      id: `${scope.owner}#${key.value}`,
      issue: value.issue ?? { zh: '', en: '' },
      options,
      recommended: recommended?.value ?? '',
      why: value.why ?? { zh: '', en: '' },
      position: positionOf(key.span),
    };
    scope.addReading(key.value, reading);
    return [reading];
  });
}

/** A reading that nothing depends on is probably a slip. */
export function reportUnusedReadings(
  raw: readonly Entry<RawReadingDeclaration>[] | undefined,
  scope: Scope,
): void {
  for (const { key } of raw ?? []) {
    if (!scope.isReadingUsed(key.value)) scope.report('unused-reading', key.span, { name: key.value });
  }
}
