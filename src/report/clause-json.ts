import type { ClauseOutcome, PolicyOutcome, Provisional, RowRef, SheetOutcome } from '../engine';
import type { Decimal } from '../rules';
import { moneyText } from './money';

/** Of the rows in conflict, which each of them names: more would grow with their square. */
const MOST_PLACES = 100;

/** One clause of one row in the JSON result; rows are worksheet rows. */
export function clauseJson(
  clause: ClauseOutcome,
  sheet: SheetOutcome,
  outcome: PolicyOutcome,
): Readonly<Record<string, unknown>> {
  const place = (at: RowRef): unknown => placeJson(at, outcome);
  const { missing, payout, supersededBy, duplicateOf, conflictWith, vetoes, scope } = clause;
  const { provisional = [], review = [] } = clause;
  return {
    id: clause.clause,
    status: clause.status,
    uncapped: moneyOrNull(clause.uncapped),
    cap: moneyOrNull(clause.cap),
    amount: moneyOrNull(clause.amount),
    capHit: clause.capHit,
    ...(missing.length > 0 && { missing }),
    ...(payout.length > 0 && { payout: payout.map(({ after, amount }) => [after, moneyText(amount)]) }),
    ...(supersededBy !== undefined && { supersededBy: supersededBy.clause }),
    ...(duplicateOf !== undefined && { duplicateOf: place(duplicateOf) }),
    ...(conflictWith !== undefined && { conflictWith: conflictWith.slice(0, MOST_PLACES).map(place) }),
    ...(vetoes !== undefined && { vetoes }),
    ...(scope !== undefined && { scope }),
    ...(provisional.length > 0 && {
      provisional: provisional.map((reason) => provisionalJson(reason, sheet, outcome)),
    }),
    ...(review.length > 0 && { review }),
  };
}

function provisionalJson(reason: Provisional, sheet: SheetOutcome, outcome: PolicyOutcome): unknown {
  switch (reason.why) {
    case 'computedRank':
      return {
        ...reason,
        neighbours: reason.neighbours.map(({ row, rank, measure }) => ({
          row: rowNumberOf(row, sheet),
          rank,
          measure: measure.toFixed(),
        })),
        unranked: reason.unranked.map((row) => rowNumberOf(row, sheet)),
      };
    case 'openRival':
      return { why: reason.why, clause: reason.clause, at: placeJson(reason.at, outcome) };
    case 'uncheckedVeto':
    case 'uncheckedScope':
      return reason;
  }
}

function placeJson(at: RowRef, outcome: PolicyOutcome): unknown {
  const sheet = outcome.sheets.find((candidate) => candidate.sheet === at.sheet);
  return sheet === undefined ? null : { sheet: sheet.sheetName, row: rowNumberOf(at.row, sheet) };
}

function rowNumberOf(row: number, sheet: SheetOutcome): number | null {
  return sheet.rows[row]?.rowNumber ?? null;
}

function moneyOrNull(amount: Decimal | null): string | null {
  return amount === null ? null : moneyText(amount);
}
