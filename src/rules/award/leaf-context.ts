import type { Scope } from '../check';
import { positionOf, type SourcePosition } from '../diagnostics';
import type { MapNode } from '../yaml';
import type { Field, Fields } from './field';

/** A leaf of an award while it is checked: all keys it has, its own and those handed down. */
export interface Leaf {
  readonly node: MapNode;
  readonly name: string;
  readonly fields: Fields;
  readonly scope: Scope;
}

export const at = ({ name, node }: Leaf): { readonly name: string; readonly position: SourcePosition } => ({
  name,
  position: positionOf(node.span),
});

/** A key that the form cannot do without. */
export function need(key: string, { fields, node, scope }: Leaf): Field | undefined {
  const field = fields.get(key);
  if (field !== undefined) return field;
  const opening = { ...node.span, end: node.span.start + 1 };
  scope.report('award-form', opening, { zh: `缺少 ${key}`, en: `${key} is missing` });
  return undefined;
}
