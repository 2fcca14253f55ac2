import { printSyntax } from '../expression';
import type { Expr } from '../model';
import { type Figures, syntaxOf } from './syntax-of';

/**
 * A checked expression in the form in which rules are written. Tables and choices by reading, which rules
 * write as mappings, are printed like calls: `table(level, 国家: 60万元)`.
 */
export function printExpr(expr: Expr, policy: Figures): string {
  return printSyntax(syntaxOf(expr, policy));
}
