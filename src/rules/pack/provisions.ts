import { expectedWords, type Scope, typeOfIndicator, typeWords } from '../check';
import { suggest } from '../diagnostics/suggest';
import { printDimension, sameDimension, YUAN } from '../dimension';
import type { ApprovalRoute, Policy, ProvisionKey } from '../model';
import { bothLanguages } from '../schema/bilingual';
import type { RawApproval, RawPolicy, RawProvision } from '../schema';

/** Scope, vetoes, approval and steps of a policy. */

/** Flags of the vocabulary that hold for every clause. */
export function checkProvisions(
  raw: readonly RawProvision[] | undefined,
  scope: Scope,
): readonly ProvisionKey[] {
  return (raw ?? []).flatMap((provision): ProvisionKey[] => {
    const { key } = provision;
    const label = bothLanguages(provision, scope.report);
    const indicator = key && scope.vocabulary.indicators.get(key.value);
    if (key === undefined) return [];
    if (scope.isBroken(key.value)) return [];
    if (indicator === undefined) {
      const suggestion = suggest(key.value, scope.vocabulary.indicators.keys());
      scope.report('unknown-indicator', key.span, { key: key.value, suggestion });
    } else if (indicator.type !== 'boolean') {
      const found = typeWords(typeOfIndicator(indicator));
      scope.report('type-mismatch', key.span, { found, expected: expectedWords('flag') });
    }
    return [{ key: key.value, label }];
  });
}

export function checkApproval(raw: RawApproval | undefined, scope: Scope): ApprovalRoute | undefined {
  if (raw?.threshold === undefined) return undefined;
  const name = raw.threshold.value;
  const figure = scope.figure(name);
  if (figure === undefined && scope.isBroken(name)) return undefined;
  if (figure === undefined) {
    const known = scope.figureNames;
    scope.report('unknown-figure', raw.threshold.span, { name, known, suggestion: suggest(name, known) });
    return undefined;
  }
  if (figure.type.kind === 'number' && !sameDimension(figure.type.dimension, YUAN)) {
    const unit = printDimension(figure.type.dimension);
    scope.report('not-yuan', raw.threshold.span, { unit, zh: '审批分界', en: 'The threshold of approval' });
  }
  return {
    threshold: figure.id,
    upTo: raw.upTo ?? { zh: '', en: '' },
    above: raw.above ?? { zh: '', en: '' },
  };
}

export function readSteps(raw: RawPolicy['steps']): Policy['steps'] {
  return (raw ?? []).map(({ name, by, workingDays }) => ({
    name: name ?? { zh: '', en: '' },
    by: by ?? { zh: '', en: '' },
    ...(workingDays === undefined ? {} : { workingDays: workingDays.value }),
  }));
}
