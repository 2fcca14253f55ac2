import {
  checkValue,
  conditionAt,
  expectedWords,
  FLAG,
  reportUnknown,
  reportUnknownOption,
  reportUnknownReading,
  type Scope,
  typeWords,
} from '../check';
import type { Condition } from '../model';
import type { RawCondition } from '../schema';

/** The items of `when`, all of which must hold. */
export function checkConditions(
  raw: readonly RawCondition[] | undefined,
  scope: Scope,
): readonly Condition[] {
  return (raw ?? []).map((condition) => checkCondition(condition, scope));
}

function checkCondition(raw: RawCondition, scope: Scope): Condition {
  const { expr, type } = checkValue(
    raw.is,
    scope,
    conditionAt('when'),
    raw.is.form === 'reading' ? FLAG : undefined,
  );
  if (type.kind !== 'flag' && type.kind !== 'unknown') {
    scope.report('type-mismatch', raw.is.span, { found: typeWords(type), expected: expectedWords('flag') });
  }
  const ifGiven = raw.ifGiven.flatMap((key) => {
    if (scope.resolve(key.value)?.kind === 'indicator') return [key.value];
    reportUnknown(key.value, key.span, scope);
    return [];
  });
  const underReading = checkUnder(raw.under, scope);
  return {
    expr,
    ifGiven,
    ...(raw.label === undefined ? {} : { label: raw.label }),
    ...(underReading === undefined ? {} : { underReading }),
  };
}

function checkUnder(raw: RawCondition['under'], scope: Scope): Condition['underReading'] {
  if (raw === undefined) return undefined;
  const reading = scope.reading(raw.reading.value);
  if (reading === undefined) {
    reportUnknownReading(raw.reading, scope);
    return undefined;
  }
  const known = reading.options.map(({ name }) => name);
  const options = raw.options.flatMap((option) => {
    if (known.includes(option.value)) return [option.value];
    reportUnknownOption(option, raw.reading.value, known, scope);
    return [];
  });
  return { id: reading.id, options };
}
