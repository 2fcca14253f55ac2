import type { Scope } from '../check';
import { Decimal } from '../decimal';
import { YUAN } from '../dimension';
import { printLiteral } from '../literal';
import type { Clause, Expr } from '../model';
import { leavesOf } from '../walk';

/** Caps on amounts that are themselves fixed: below them they always bite, at or above them never. */
export function reportCaps(clause: Clause, scope: Scope): void {
  if (clause.award === undefined) return;
  for (const leaf of leavesOf(clause.award)) {
    if (
      (leaf.form !== 'fixed' && leaf.form !== 'perUnit') ||
      leaf.cap === undefined ||
      leaf.cap.times !== undefined
    )
      continue;
    const amounts = constantsOf(leaf.form === 'fixed' ? leaf.amount : leaf.pays, clause, scope);
    const caps = constantsOf(leaf.cap.amount, clause, scope);
    if (amounts.length === 0 || caps.length === 0) continue;
    const [highestCap, lowestCap] = [Decimal.max(...caps), Decimal.min(...caps)];
    const [highest, lowest] = [Decimal.max(...amounts), Decimal.min(...amounts)];
    if (highestCap.lt(lowest)) {
      scope.report('cap-below-fixed', leaf.cap.amount.position, {
        cap: yuan(highestCap),
        amount: yuan(lowest),
      });
    } else if (leaf.form === 'fixed' && lowestCap.gte(highest)) {
      scope.report('cap-never-reached', leaf.cap.amount.position, {
        cap: yuan(lowestCap),
        amount: yuan(highest),
      });
    }
  }
}

const yuan = (value: Decimal): string => printLiteral({ kind: 'quantity', value, dimension: YUAN });

/** The values an expression can have where figures alone make it; none where anything else does. */
function constantsOf(expr: Expr, clause: Clause, scope: Scope): readonly Decimal[] {
  const all = (parts: readonly Expr[]): readonly Decimal[] => {
    const values = parts.map((part) => constantsOf(part, clause, scope));
    return values.some((each) => each.length === 0) ? [] : values.flat();
  };
  switch (expr.op) {
    case 'figure': {
      const figure = scope.book.figures.get(expr.id);
      const values = figure === undefined ? [] : [figure.value, ...figure.dated.map(({ value }) => value)];
      return values.flatMap((value) => (value.kind === 'quantity' ? [value.value] : []));
    }
    case 'let': {
      const value = clause.let.get(expr.name);
      return value === undefined ? [] : constantsOf(value, clause, scope);
    }
    case 'table':
      return all(expr.entries.map(({ value }) => value));
    case 'reading':
      return all(Object.values(expr.options));
    case 'if':
      return all([expr.then, expr.otherwise]);
    default:
      return [];
  }
}
