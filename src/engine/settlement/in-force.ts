import { CellState, type SheetData } from '../columns';
import { parseDate, span } from '../values/dates';
import type { Status } from '../outcome';
import type { Draft } from '../sheets/draft';
import type { Clause, Policy } from '../../rules';

/**
 * A policy holds for the period of the facts: the row's 年度 where the sheet has it, otherwise the
 * policy's own year; an as-of date overrides both. What would qualify outside the period of policy or
 * clause is `notInForce`; supports and missing data are left out, or a sheet of another year would
 * drown in lines about them.
 */
export function markNotInForce(
  drafts: readonly Draft[],
  policy: Policy,
  sheets: readonly SheetData[],
  asOf: string | undefined,
): void {
  const fixed = asOf === undefined ? undefined : span(parseDate(asOf));
  const ownYear = span({ year: policy.year });
  const periods = new Map(
    [...policy.clauses.values()].map((clause) => [clause.id, periodOf(clause, policy)]),
  );
  for (const draft of drafts) {
    const period = periods.get(draft.clause.id) ?? periodOf(draft.clause, policy);
    const facts = fixed ?? reportYear(sheets[draft.at.sheet], draft.at.row) ?? ownYear;
    if (facts.to < period.from || facts.from > period.to) {
      draft.status = SILENT.includes(draft.status) ? 'notMet' : 'notInForce';
    }
  }
}

/** Whether a row of the sheets is of the period of the policy; a row without a year counts as one. */
export function isInForceForSome(policy: Policy, sheets: readonly SheetData[]): boolean {
  const { from, to } = policy.inForce;
  const period = { from: span(parseDate(from)).from, to: span(parseDate(to)).to };
  return sheets.some((sheet) =>
    sheet.rowNumbers.some((_, row) => {
      const year = reportYear(sheet, row);
      return year === undefined || (year.to >= period.from && year.from <= period.to);
    }),
  );
}

const SILENT: readonly Status[] = ['applicable', 'missing'];

interface Period {
  readonly from: number;
  readonly to: number;
}

function periodOf(clause: Clause, policy: Policy): Period {
  const { from, to } = { ...policy.inForce, ...clause.inForce };
  return { from: span(parseDate(from)).from, to: span(parseDate(to)).to };
}

function reportYear(sheet: SheetData | undefined, row: number): Period | undefined {
  const column = sheet?.columns.byKey.get('reportYear');
  const date =
    column?.kind === 'date' && column.states[row] === CellState.value ? column.values[row] : undefined;
  return date === null || date === undefined ? undefined : span(date);
}
