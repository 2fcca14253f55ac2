import { asOfDate, compilePolicy } from './scenario';
import { needsApproval } from './settlement/approval';
import { settleGrain } from './settlement/grain';
import { markNotInForce } from './settlement/in-force';
import { payoutOf } from './settlement/payout';
import { claimsOf, sharePool } from './settlement/pool';
import { applyProvisions, blankScope } from './settlement/provisions';
import { settleStacking } from './settlement/stacking';
import { sumsOf, totalsOf } from './settlement/totals';
import { freeze, type Draft } from './sheets/draft';
import { evaluateSheet, type SheetResult } from './sheets/evaluate-sheet';
import type { SheetData } from './columns';
import type { ClauseOutcome, PolicyOutcome, RowOutcome, SheetOutcome, WorkbookOutcome } from './outcome';
import type { EvaluationOptions, Plan } from './plan';
import type { ClauseId } from '../rules';

/** Whole columns in, whole columns out: every sheet under every plan, settled over the workbook. */
export function evaluateSheets(
  plans: readonly Plan[],
  sheets: readonly SheetData[],
  options: EvaluationOptions = {},
): WorkbookOutcome {
  return { policies: plans.map((plan) => evaluatePolicy(asOf(plan, options), sheets, options)) };
}

/** An as-of date also picks the dated figures that hold on it. */
function asOf(plan: Plan, options: EvaluationOptions): Plan {
  if (options.asOf === undefined || options.asOf === plan.scenario.asOf) return plan;
  return compilePolicy(plan.policy, { ...plan.scenario, asOf: options.asOf });
}

function evaluatePolicy(plan: Plan, sheets: readonly SheetData[], options: EvaluationOptions): PolicyOutcome {
  const results = sheets.map((sheet, index) => evaluateSheet(plan, sheet, index));
  const drafts = results.flatMap((result) => result.drafts);
  markNotInForce(drafts, plan.policy, sheets, plan.scenario.asOf);
  const unchecked = applyProvisions(drafts, plan.policy, sheets);
  settleGrain(drafts, sheets);
  settleStacking(drafts, plan);
  const outcomes = sheets.map((sheet, index) => sheetOutcome(plan, sheet, index, results[index]));
  const pooled = [...plan.policy.clauses.values()].filter(({ pool }) => pool !== undefined);
  const pools = pooled.flatMap((clause) => {
    const claims = outcomes.flatMap(({ sheet, clauses }) => claimsOf(clauses.get(clause.id) ?? [], sheet));
    return sharePool(clause, claims, plan) ?? [];
  });
  return {
    policy: plan.policy,
    asOf: asOfDate(plan.policy, plan.scenario),
    unchecked,
    sheets: outcomes,
    pools,
    totals: totalsOf(plan, outcomes, sheets, pools, options.groupBy),
  };
}

function sheetOutcome(
  plan: Plan,
  data: SheetData,
  index: number,
  result: SheetResult | undefined,
): SheetOutcome {
  const { assessed = [], notAssessed = [], drafts = [], findings = [] } = result ?? {};
  const clauses = new Map<ClauseId, ClauseOutcome[]>(assessed.map((id) => [id, []]));
  const byRow: ClauseOutcome[][] = data.rowNumbers.map(() => []);
  for (const draft of drafts) {
    if (draft.status === 'notMet') continue;
    const outcome = freeze(draft, payoutFor(draft));
    clauses.get(outcome.clause)?.push(outcome);
    byRow[draft.at.row]?.push(outcome);
  }
  const approved = needsApproval(plan);
  const rows = byRow.map((outcomes, row) =>
    rowOutcome(outcomes, row, data.rowNumbers[row] ?? row + 1, approved),
  );
  return {
    sheetName: data.sheetName,
    sheet: index,
    assessed,
    notAssessed,
    rows,
    clauses,
    findings: [...findings, ...blankScope(plan.policy, data)],
  };
}

function rowOutcome(
  clauses: readonly ClauseOutcome[],
  row: number,
  rowNumber: number,
  approved: (outcome: ClauseOutcome) => boolean,
): RowOutcome {
  return {
    row,
    rowNumber,
    ...sumsOf(clauses),
    clauses,
    capHits: clauses
      .filter(({ status, capHit }) => status === 'payable' && capHit)
      .map(({ clause }) => clause),
    approval: clauses.filter(approved).map(({ clause }) => clause),
  };
}

function payoutFor({ status, result, clause }: Draft): ClauseOutcome['payout'] {
  return status === 'payable' && result.amount !== null ? payoutOf(result.amount, clause.payout) : [];
}
