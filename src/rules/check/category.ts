import type { Report, Span } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import type { Syntax } from '../expression';
import { printSyntax } from '../expression';
import type { Indicator } from '../vocabulary';
import type { Scope } from './scope';

/** Category values are written bare, or in quotes where they are no single word. */
export function categoryValues(
  items: readonly Syntax[],
  indicator: Indicator,
  scope: Scope,
): readonly string[] {
  return items.flatMap((item) => {
    const written = item.kind === 'name' ? item.name : item.kind === 'quoted' ? item.text : undefined;
    const value = checkCategoryValue(written ?? printSyntax(item), item.span, indicator, scope.report);
    return value === undefined ? [] : [value];
  });
}

/** The canonical value; anything else is reported, with the canonical value of a synonym as suggestion. */
export function checkCategoryValue(
  written: string,
  span: Span,
  indicator: Indicator,
  report: Report,
): string | undefined {
  if (indicator.values.length === 0) return written;
  const known = indicator.values.map(({ name }) => name);
  if (known.includes(written)) return written;
  const meant = indicator.values.find(({ synonyms }) => synonyms.includes(written))?.name;
  const suggestion = meant ?? suggest(written, known);
  report('unknown-category', span, { value: written, key: indicator.key, known, suggestion });
  return undefined;
}
