import { suggest } from '../diagnostics/suggest';
import type { ReadingId } from '../model';
import type { TextNode } from '../yaml';
import type { Scope } from './scope';

/** Something for every option of a reading; options that are unknown or left out are reported. */
export function checkChoice<Entry extends { readonly key: TextNode }, Result>(
  name: TextNode,
  entries: readonly Entry[],
  scope: Scope,
  check: (entry: Entry) => Result | undefined,
): { readonly id: ReadingId; readonly options: Readonly<Record<string, Result>> } | undefined {
  const reading = scope.reading(name.value);
  const results = entries.map((entry) => ({ key: entry.key, result: check(entry) }));
  if (reading === undefined) {
    reportUnknownReading(name, scope);
    return undefined;
  }
  const options: Record<string, Result> = {};
  const known = reading.options.map((option) => option.name);
  const meant = new Set<string | undefined>();
  for (const { key, result } of results) {
    if (!known.includes(key.value)) meant.add(reportUnknownOption(key, name.value, known, scope));
    else if (result !== undefined) options[key.value] = result;
  }
  const missing = known.filter(
    (option) => !meant.has(option) && !entries.some(({ key }) => key.value === option),
  );
  if (missing.length > 0) scope.report('missing-option', name.span, { reading: name.value, missing });
  return { id: reading.id, options };
}

export function reportUnknownReading(name: TextNode, scope: Scope): void {
  scope.report('unknown-reading', name.span, {
    name: name.value,
    suggestion: suggest(name.value, scope.readingNames),
  });
}

/** @returns the option that may have been meant */
export function reportUnknownOption(
  option: TextNode,
  reading: string,
  known: readonly string[],
  scope: Scope,
): string | undefined {
  const suggestion = suggest(option.value, known);
  scope.report('unknown-option', option.span, { option: option.value, reading, known, suggestion });
  return suggestion;
}
