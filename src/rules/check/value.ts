import { positionOf } from '../diagnostics';
import { parseExpression } from '../expression';
import { parseDate } from '../literal';
import type { Expr, Figure, TableEntry } from '../model';
import type { RawValue } from '../schema';
import type { TextNode } from '../yaml';
import { checkCategoryValue } from './category';
import { type Checked, nothing } from './checked';
import { agree } from './agree';
import { checkExpression } from './expression';
import { checkFigure, readFigure, typeOfFigure } from './figure-literal';
import { child, type Place, underOption } from './figures';
import { checkChoice } from './reading-choice';
import type { Scope } from './scope';
import { expectedWords, typeWords, UNKNOWN, type ValueType } from './type';

/** A value as a rule writes it: expression, table, choice by reading, or dated figure. */
export function checkValue(raw: RawValue, scope: Scope, place: Place, hint?: ValueType): Checked {
  switch (raw.form) {
    case 'expression':
      return checkText(raw.text, scope, place, hint);
    case 'table':
      return checkTable(raw, scope, place, hint);
    case 'dated':
      return checkDated(raw, scope, place, hint);
    case 'reading': {
      let type = hint;
      const choice = checkChoice(raw.name, raw.options, scope, (entry) => {
        const checked = checkValue(entry.value, scope, underOption(place, entry.key.value), type);
        type = type === undefined ? checked.type : agree(type, checked.type, entry.value, scope);
        return checked.expr;
      });
      if (choice === undefined) return nothing(raw.span);
      return { expr: { op: 'reading', ...choice, position: positionOf(raw.span) }, type: type ?? UNKNOWN };
    }
  }
}

/** An expression in a text of the file. */
export function checkText(text: TextNode, scope: Scope, place: Place, hint?: ValueType): Checked {
  const syntax = parseExpression(text, scope.report);
  return syntax === undefined ? nothing(text.span) : checkExpression(syntax, scope, place, hint);
}

function checkTable(
  raw: RawValue & { form: 'table' },
  scope: Scope,
  place: Place,
  hint?: ValueType,
): Checked {
  const of = checkText(raw.of, scope, place);
  let type = hint;
  const entries = raw.entries.flatMap(({ key, value }): TableEntry[] => {
    const match = matchOf(key, of.type, scope, place);
    const checked = checkValue(value, scope, child(place, key.value), type);
    type = type === undefined ? checked.type : agree(type, checked.type, value, scope);
    return match === undefined ? [] : [{ match, value: checked.expr }];
  });
  if (of.type.kind !== 'category' && of.type.kind !== 'number' && of.type.kind !== 'unknown') {
    const expected = expectedWords('category', 'number');
    scope.report('type-mismatch', raw.of.span, { found: typeWords(of.type), expected });
  }
  return {
    expr: { op: 'table', of: of.expr, entries, position: positionOf(raw.span) },
    type: type ?? UNKNOWN,
  };
}

/** What a line of a table stands for: a category value, or a figure the number must equal. */
function matchOf(key: TextNode, type: ValueType, scope: Scope, place: Place): string | Expr | undefined {
  if (type.kind === 'category') return checkCategoryValue(key.value, key.span, type.indicator, scope.report);
  if (type.kind !== 'number') return undefined;
  const line = child(child(place, key.value), 'when');
  const { expr, type: found } = checkFigure({ text: key.value, span: key.span }, scope, line);
  agree(type, found, key, scope);
  return expr;
}

/** A figure that changes from a date on. */
function checkDated(
  raw: RawValue & { form: 'dated' },
  scope: Scope,
  place: Place,
  hint?: ValueType,
): Checked {
  const values: { from: string; text: string; value: Figure['value'] }[] = [];
  let type = hint;
  for (const { key, value } of raw.entries) {
    const date = parseDate(key.value);
    if (!date.ok) scope.report('bad-date', key.span, { written: key.value });
    const before = values.at(-1)?.from;
    if (before !== undefined && key.value <= before) {
      scope.report('dated-not-ascending', key.span, { date: key.value, before });
    }
    const figure = readFigure(value.value, value.span, scope.report, type?.kind === 'date');
    if (figure === undefined) continue;
    type = type === undefined ? typeOfFigure(figure) : agree(type, typeOfFigure(figure), value, scope);
    values.push({ from: key.value, text: value.value, value: figure });
  }
  const [first, ...dated] = values;
  if (first === undefined || type === undefined) return nothing(raw.span);
  const id = scope.book.add(scope.owner, place, { text: first.text, value: first.value, dated }, raw.span);
  return { expr: { op: 'figure', id, position: positionOf(raw.span) }, type };
}
