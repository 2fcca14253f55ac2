import { positionOf } from '../diagnostics';
import type { SyntaxOf } from '../expression';
import { type Checked, nothing } from './checked';
import type { Scope } from './scope';
import { FLAG } from './type';
import { reportUnknown } from './unknown-name';

const YES = new Set(['yes', 'true', '是']);
const NO = new Set(['no', 'false', '否']);

/** A name stands for a let, a figure or an indicator of the clause; yes and no for themselves. */
export function checkName({ name, span }: SyntaxOf<'name'>, scope: Scope): Checked {
  const position = positionOf(span);
  if (YES.has(name) || NO.has(name)) {
    return { expr: { op: 'boolean', value: YES.has(name), position }, type: FLAG };
  }
  const resolved = scope.resolve(name);
  switch (resolved?.kind) {
    case 'let':
      return { expr: { op: 'let', name, position }, type: resolved.type };
    case 'figure':
      return { expr: { op: 'figure', id: resolved.id, position }, type: resolved.type };
    case 'indicator':
      return { expr: { op: 'indicator', key: name, position }, type: resolved.type };
    case undefined:
      reportUnknown(name, span, scope);
      return nothing(span);
  }
}
