import { positionOf, type Report, type Span } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import { type ParsedLiteral, parseLiteral } from '../literal';
import type { FigureValue } from '../model';
import { UNIT_NAMES } from '../units';
import { type Checked, nothing } from './checked';
import type { Place } from './figures';
import type { Scope } from './scope';
import { DATE, number, type ValueType } from './type';

/** A literal becomes a figure of the clause; a plain 0 does not. */
export function checkFigure(
  { text, span }: { readonly text: string; readonly span: Span },
  scope: Scope,
  place: Place,
  hint?: ValueType,
): Checked {
  const position = positionOf(span);
  if (Number(text) === 0) return { expr: { op: 'zero', position }, type: { kind: 'zero' } };
  // Where the other side is unknown, a bare number may be a year or anything else.
  if (hint?.kind === 'unknown' && /^\d+$/u.test(text)) return nothing(span);
  const value = readFigure(text, span, scope.report, hint?.kind === 'date');
  if (value === undefined) return nothing(span);
  const id = scope.book.add(scope.owner, place, { text, value }, span);
  return { expr: { op: 'figure', id, position }, type: typeOfFigure(value) };
}

export const typeOfFigure = (value: FigureValue): ValueType =>
  value.kind === 'date' ? DATE : number(value.dimension);

/** Reads a literal or reports why it cannot be read; four digits are a year only where a date is wanted. */
export function readFigure(
  text: string,
  span: Span,
  report: Report,
  wantsDate: boolean,
): FigureValue | undefined {
  const parsed = parseLiteral(text);
  if (parsed.ok && (wantsDate || !/^\d{4}$/u.test(text))) return parsed.value;
  reportLiteral(text, parsed.ok ? { ok: false, problem: 'unitless' } : parsed, span, report);
  return undefined;
}

export function reportLiteral(
  text: string,
  parsed: ParsedLiteral & { ok: false },
  span: Span,
  report: Report,
): void {
  switch (parsed.problem) {
    case 'unit':
      report('unknown-unit', span, {
        unit: parsed.unit,
        written: text,
        suggestion: suggest(parsed.unit, UNIT_NAMES),
      });
      break;
    case 'unitless':
      report('number-without-unit', span, { written: text });
      break;
    case 'date':
      report('bad-date', span, { written: text });
      break;
    case 'literal':
      report('bad-literal', span, {
        written: text,
        zh: '带单位的数或日期（如 100万元、20%、500元/㎡、2020-02-14）',
        en: 'a figure with its unit or a date (such as 100万元, 20%, 500元/㎡, 2020-02-14)',
      });
      break;
  }
}
