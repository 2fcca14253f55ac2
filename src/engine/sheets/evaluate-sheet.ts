import { enterpriseIn } from './identity';
import { growthFindings } from './growth-differs';
import { CellState, type SheetData } from '../columns';
import { missingColumns } from '../clauses/assessment';
import { bindClause, type BoundClause, type Ground } from '../clauses/bind';
import { provisionalRanks } from '../clauses/provisional-rank';
import { reviewer } from '../clauses/review';
import { readersOf } from '../inputs/readers';
import type { Draft } from './draft';
import type { Result } from '../clauses/result';
import type { RankGroup } from '../expressions/rank';
import type { DataFinding, NotAssessed } from '../outcome';
import type { Plan } from '../plan';
import type { Clause, ClauseId, IndicatorKey } from '../../rules';

/** Who is not registered in the district does not count in ranks (decision 21). */
const IN_DISTRICT = 'registeredInDistrict';

/** One sheet under one plan, row by row, before the workbook is settled. */
export interface SheetResult {
  readonly assessed: readonly ClauseId[];
  readonly notAssessed: readonly NotAssessed[];
  /** Every outcome but `notMet`, in the order of rows and then of the policy. */
  readonly drafts: readonly Draft[];
  readonly findings: readonly DataFinding[];
}

interface Assessed {
  readonly order: number;
  readonly bound: BoundClause;
  readonly result: (row: number) => Result;
  readonly ranks: ReturnType<typeof provisionalRanks>;
  readonly review: ReturnType<typeof reviewer>;
  readonly growth: ReturnType<typeof growthFindings>;
}

export function evaluateSheet(plan: Plan, sheet: SheetData, sheetIndex: number): SheetResult {
  const notAssessed: NotAssessed[] = [];
  const assessed = bindSheet(plan, groundOf(plan, sheet, sheetIndex), sheet, notAssessed);
  const enterpriseOf = enterpriseIn(sheet, sheetIndex);
  const drafts: Draft[] = [];
  const findings: DataFinding[] = [];
  const groupsSeen = new Map<RankGroup, ClauseId>();
  const clauses = [...assessed.values()];
  for (let row = 0; row < sheet.columns.rowCount; row += 1) {
    const at = { sheet: sheetIndex, row };
    for (const { order, bound, result: evaluate, ranks, review, growth } of clauses) {
      const result = evaluate(row);
      for (const { group } of bound.ranksUsed)
        if (!groupsSeen.has(group)) groupsSeen.set(group, bound.clause.id);
      const differs = growth(row, result);
      if (differs !== undefined) findings.push(differs);
      if (result.status === 'notMet') continue;
      drafts.push({
        clause: bound.clause,
        order,
        at,
        enterprise: enterpriseOf(row),
        result,
        status: result.status,
        provisional: ranks(row),
        review: review(row, result),
      });
    }
  }
  for (const [group, clause] of groupsSeen) {
    for (const { row, keys } of group.unranked) findings.push({ code: 'unranked', clause, row, keys });
  }
  return { assessed: [...assessed.keys()], notAssessed, drafts, findings };
}

/** What a sheet's clauses are bound to, but for one another. */
export function groundOf(plan: Plan, sheet: SheetData, sheetIndex: number): Ground {
  const inDistrict = sheet.columns.byKey.get(IN_DISTRICT);
  return {
    plan,
    readers: readersOf(sheet.columns, plan.policy.vocabulary),
    ranking: {
      rowCount: sheet.columns.rowCount,
      enterpriseOf: enterpriseIn(sheet, sheetIndex),
      counts: (row) =>
        inDistrict?.kind !== 'flag' ||
        (inDistrict.states[row] === CellState.value && inDistrict.values[row] === 1),
    },
    givenAmounts: sheet.givenAmounts,
    base: () => undefined,
  };
}

/** Whether a sheet has the columns that a clause of the policy needs. */
export function isAssessed(plan: Plan, id: ClauseId, sheet: SheetData): boolean {
  const clause = plan.policy.clauses.get(id);
  return clause !== undefined && lackedBy(clause, plan, sheet).length === 0;
}

/** Columns that it needs, and those it could do without were they not there, but that a question is about. */
function lackedBy(clause: Clause, plan: Plan, { columns, asked }: SheetData): readonly IndicatorKey[] {
  const lacking = missingColumns(clause, (key) => columns.byKey.has(key), plan.policy.vocabulary);
  const open = clause.inputs.flatMap(({ key, required }) =>
    !required && asked?.has(key) === true && !columns.byKey.has(key) ? [key] : [],
  );
  return open.length === 0 ? lacking : [...lacking, ...open];
}

function bindSheet(
  plan: Plan,
  unlinked: Ground,
  sheet: SheetData,
  notAssessed: NotAssessed[],
): ReadonlyMap<ClauseId, Assessed> {
  const assessed = new Map<ClauseId, Assessed>();
  const lacking = new Set<ClauseId>();
  const clauses = [...plan.policy.clauses.values()];
  const telling = clauses.filter(({ kind, when }) => kind !== 'support' || when.length > 0);
  for (const clause of telling) {
    const columns = lackedBy(clause, plan, sheet);
    if (columns.length === 0) continue;
    lacking.add(clause.id);
    notAssessed.push({ clause: clause.id, missingColumns: columns });
  }
  const ground: Ground = {
    ...unlinked,
    base: (id) => (lacking.has(id) ? undefined : (row) => (assessed.get(id)?.result ?? noResult(id))(row)),
  };
  for (const clause of telling) {
    const order = clauses.indexOf(clause);
    if (lacking.has(clause.id)) continue;
    const bound = bindClause(clause, ground);
    assessed.set(clause.id, {
      order,
      bound,
      result: oncePerRow(bound.evaluate),
      ranks: provisionalRanks(bound),
      review: reviewer(bound, ground),
      growth: growthFindings(clause, ground),
    });
  }
  return assessed;
}

const noResult = (id: ClauseId) => (): Result => {
  throw new Error(`no clause ${id}`);
};

function oncePerRow(evaluate: (row: number) => Result): (row: number) => Result {
  let lastRow = -1;
  let last: Result | undefined;
  return (row) => {
    if (last === undefined || row !== lastRow) {
      last = evaluate(row);
      lastRow = row;
    }
    return last;
  };
}
