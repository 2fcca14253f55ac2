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
import type { TextNode } from '../yaml';

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
  const ifGiven = raw.ifGiven.flatMap((key) => givenKey(key, scope));
  const underReading = checkUnder(raw.under, scope);
  return {
    expr,
    ifGiven,
    ...(raw.label === undefined ? {} : { label: raw.label }),
    ...(underReading === undefined ? {} : { underReading }),
  };
}

function givenKey(key: TextNode, scope: Scope): readonly string[] {
  const resolved = scope.resolve(key.value);
  if (resolved?.kind === 'indicator') return [key.value];
  if (resolved === undefined) reportUnknown(key.value, key.span, scope);
  else if (resolved.type.kind !== 'unknown') {
    const expected = { zh: '输入指标的键名', en: 'the key of an input' };
    scope.report('type-mismatch', key.span, { found: typeWords(resolved.type), expected });
  }
  return [];
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
