import { positionOf, type Span } from '../diagnostics';
import type { Syntax } from '../expression';
import type { Expr } from '../model';
import type { Place } from './figures';
import type { Scope } from './scope';
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

/** How an operator or a function checks the expressions it is made of. */
export interface Checker {
  readonly scope: Scope;
  /** @param hint the type wanted here, where a literal can be read in more than one way */
  readonly check: (syntax: Syntax, place: Place, hint?: ValueType) => Checked;
  /** A condition; anything but a yes/no is reported. */
  readonly checkFlag: (syntax: Syntax, place: Place) => Expr;
}
