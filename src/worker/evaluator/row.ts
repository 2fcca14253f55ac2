import type { ClauseOutcome, PolicyOutcome, RowRef, SheetOutcome } from '../../engine';
import { identities, moneyText } from '../../report';
import type { Decimal, Policy } from '../../rules';
import type { SheetReading } from '../../sheet';
import type { RowAsk } from '../protocol';
import type { RowClause, RowPolicy, RowSummary } from '../summaries';
import { clauseName, indicatorNamesIn } from './clause-name';

/** Where a worksheet row stands among what was evaluated; undefined for a row that is no enterprise's. */
export function rowAt(
  readings: readonly SheetReading[],
  { sheetName, rowNumber }: RowAsk,
): RowRef | undefined {
  const sheet = readings.findIndex((reading) => reading.sheetName === sheetName);
  const row = readings[sheet]?.data.rowNumbers.indexOf(rowNumber) ?? -1;
  return row < 0 ? undefined : { sheet, row };
}

/** What one enterprise gets under each policy. */
export function rowSummary(
  policies: readonly PolicyOutcome[],
  readings: readonly SheetReading[],
  at: RowRef,
): RowSummary | null {
  const reading = readings[at.sheet];
  const rowNumber = reading?.data.rowNumbers[at.row];
  if (reading === undefined || rowNumber === undefined) return null;
  const { name, creditCode } = identities(readings)(at.sheet, at.row);
  return {
    sheetName: reading.sheetName,
    rowNumber,
    name,
    creditCode,
    policies: policies.flatMap((outcome) => {
      const sheet = outcome.sheets.find((one) => one.sheet === at.sheet);
      return sheet === undefined ? [] : rowPolicy(outcome.policy, sheet, at.row);
    }),
  };
}

function rowPolicy(policy: Policy, sheet: SheetOutcome, row: number): RowPolicy[] {
  const outcome = sheet.rows[row];
  if (outcome === undefined) return [];
  const met = new Set(outcome.clauses.map(({ clause }) => clause));
  return [
    {
      id: policy.id,
      title: policy.title,
      award: moneyText(outcome.award),
      ceiling: moneyText(outcome.ceiling),
      saving: moneyText(outcome.saving),
      clauses: outcome.clauses.map((clause) => rowClause(policy, clause)),
      notMet: sheet.assessed.filter((id) => !met.has(id)).map((id) => clauseName(policy, id)),
    },
  ];
}

function rowClause(policy: Policy, outcome: ClauseOutcome): RowClause {
  return {
    clause: clauseName(policy, outcome.clause),
    status: outcome.status,
    uncapped: moneyOrNull(outcome.uncapped),
    cap: moneyOrNull(outcome.cap),
    amount: moneyOrNull(outcome.amount),
    capHit: outcome.capHit,
    missing: indicatorNamesIn(policy, outcome.missing),
  };
}

function moneyOrNull(amount: Decimal | null): string | null {
  return amount === null ? null : moneyText(amount);
}
