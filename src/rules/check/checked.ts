import { positionOf, type Span } from '../diagnostics';
import type { Expr } from '../model';
import { UNKNOWN, type ValueType } from './type';

/** A checked expression and what it gives. */
export interface Checked {
  readonly expr: Expr;
  readonly type: ValueType;
}

/** Stands for what could not be checked; the policy is not handed out then. */
export const nothing = (span: Span): Checked => ({
  expr: { op: 'zero', position: positionOf(span) },
  type: UNKNOWN,
});
