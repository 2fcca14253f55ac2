import {
  compilePolicy,
  evaluateSheets,
  type ClauseOutcome,
  type EvaluationOptions,
  type PolicyOutcome,
  type Scenario,
  type SheetData,
} from '../../src/engine';
import type { Policy } from '../../src/rules';

/** One policy over sheets, settled. */
export function evaluate(
  policy: Policy,
  sheets: readonly SheetData[],
  scenario: Scenario = {},
  options: EvaluationOptions = {},
): PolicyOutcome {
  const [outcome] = evaluateSheets([compilePolicy(policy, scenario)], sheets, options).policies;
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** The outcomes of a row as text: `1 payable 200.00; 2 missing revenue`. */
export function row(outcome: PolicyOutcome, index: number, sheetIndex = 0): string {
  return (outcome.sheets[sheetIndex]?.rows[index]?.clauses ?? []).map(text).join('; ');
}

export function text(outcome: ClauseOutcome): string {
  const { clause, status, amount, missing, supersededBy, duplicateOf, vetoes, scope } = outcome;
  const parts = [clause.split('/')[1], status];
  if (amount !== null) parts.push(amount.toFixed(2));
  if (missing.length > 0) parts.push(missing.join(', '));
  if (supersededBy !== undefined) parts.push(`by ${supersededBy.clause.split('/')[1]}`);
  if (duplicateOf !== undefined) parts.push(`of ${duplicateOf.sheet}:${duplicateOf.row}`);
  const against = [...(vetoes ?? []), ...(scope ?? [])];
  if (against.length > 0) parts.push(`(${against.join(', ')})`);
  return parts.join(' ');
}

/** Every row of a sheet. */
export const rows = (outcome: PolicyOutcome, sheetIndex = 0): string[] =>
  (outcome.sheets[sheetIndex]?.rows ?? []).map((_, index) => row(outcome, index, sheetIndex));
