import { placeAt, readFigure, type Scope } from '../check';
import { printDimension, sameDimension, YUAN } from '../dimension';
import type { FigureId } from '../model';
import type { TextNode } from '../yaml';

/** An amount that stands outside of expressions: a budget, a pool. */
export function standaloneAmount(
  raw: TextNode | undefined,
  name: string,
  scope: Scope,
): FigureId | undefined {
  if (raw === undefined) return undefined;
  const value = readFigure(raw.value, raw.span, scope.report, false);
  if (value === undefined) return undefined;
  if (value.kind === 'date' || !sameDimension(value.dimension, YUAN)) {
    const unit = value.kind === 'date' ? '日期' : printDimension(value.dimension);
    scope.report('not-yuan', raw.span, { unit, zh: name, en: name });
  }
  return scope.book.add(scope.owner, placeAt(name), { text: raw.value, value }, raw.span);
}
