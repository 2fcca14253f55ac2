import type { Span } from '../diagnostics';
import { suggest } from '../diagnostics/suggest';
import type { Scope } from './scope';

/** Tells a name that is only not listed, or not defined yet, from one nobody knows. */
export function reportUnknown(name: string, span: Span, scope: Scope): void {
  if (scope.later.has(name)) scope.report('used-before-defined', span, { name });
  else if (scope.vocabulary.indicators.has(name)) scope.report('not-an-input', span, { key: name });
  else {
    const suggestion = suggest(name, scope.known) ?? suggest(name, scope.vocabulary.indicators.keys());
    scope.report('unknown-name', span, { name, suggestion });
  }
}
