import { checkValue, placeAt, reportUnknown, type Scope, UNKNOWN } from '../check';
import { suggest } from '../diagnostics/suggest';
import type { ClauseInput, Expr } from '../model';
import type { Entry, RawClause, RawValue } from '../schema';
import { entryOf, type TextNode } from '../yaml';

/** The names of a clause: inputs, figures and lets, in the order in which they may use each other. */

export function declareInputs({ inputs, at }: RawClause, scope: Scope): readonly ClauseInput[] {
  if (inputs === undefined && entryOf(at, 'inputs') !== undefined) scope.acceptAnyInput();
  return (inputs ?? []).flatMap((input) => {
    const key = keyOf(input);
    if (!scope.vocabulary.indicators.has(key)) {
      reportUnknownIndicator(key, input, scope);
      return [];
    }
    if (scope.inputs.has(key)) {
      scope.report('duplicate-name', input.span, { name: key, zh: '前面的输入', en: 'an earlier input' });
    }
    scope.inputs.add(key);
    return [{ key, required: key === input.value }];
  });
}

/** Whether it is used as it is misspelt here or as it should be: nothing more is said of it. */
function reportUnknownIndicator(key: string, input: TextNode, scope: Scope): void {
  if (scope.isBroken(key)) return;
  const suggestion = suggest(key, scope.vocabulary.indicators.keys());
  scope.report('unknown-indicator', input.span, { key, suggestion });
  scope.addBroken(key);
  if (suggestion !== undefined) scope.inputs.add(suggestion);
}

/** What is only shown must be an input or a figure of the clause. */
export function checkForReference(raw: readonly TextNode[] | undefined, scope: Scope): void {
  for (const { value, span } of raw ?? []) {
    if (!scope.isInput(value) && !scope.figureNames.includes(value)) reportUnknown(value, span, scope);
  }
}

export const keyOf = (input: TextNode): string => input.value.replace(/\?$/u, '');

/** Named figures: shown with the clause, and usable by name. */
export function declareFigures(raw: readonly Entry<RawValue>[] | undefined, scope: Scope): void {
  for (const { key, value } of raw ?? []) {
    const checked = checkValue(value, scope, placeAt('figures', key.value));
    if (checked.type.kind === 'unknown') scope.addBroken(key.value);
    else if (checked.expr.op === 'figure') {
      if (isFree(key, scope)) scope.addFigure(key.value, { id: checked.expr.id, type: checked.type });
    } else {
      scope.addBroken(key.value);
      const expected = { zh: '一个带单位的数或日期', en: 'one figure with its unit, or a date' };
      scope.report('type-mismatch', value.span, { found: { zh: '表达式', en: 'an expression' }, expected });
    }
  }
}

export function declareLets(
  raw: readonly Entry<RawValue>[] | undefined,
  scope: Scope,
): ReadonlyMap<string, Expr> {
  const lets = new Map<string, Expr>();
  for (const { key } of raw ?? []) scope.later.add(key.value);
  for (const { key, value } of raw ?? []) {
    scope.later.delete(key.value);
    const checked = checkValue(value, scope, placeAt('let', key.value));
    if (!isFree(key, scope)) continue;
    scope.addLet(key.value, checked.type.kind === 'category' ? UNKNOWN : checked.type);
    lets.set(key.value, checked.expr);
  }
  return lets;
}

/** A name stands for one thing. */
function isFree(name: TextNode, scope: Scope): boolean {
  const taken = scope.vocabulary.indicators.has(name.value)
    ? { zh: '指标的键名', en: 'the key of an indicator' }
    : scope.figureNames.includes(name.value)
      ? { zh: 'figures 里的名字', en: 'a figure' }
      : undefined;
  if (taken !== undefined) scope.report('duplicate-name', name.span, { name: name.value, ...taken });
  return taken === undefined;
}
