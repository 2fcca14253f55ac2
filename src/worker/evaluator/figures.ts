import type { ClauseOutcome, PolicyOutcome, RowOutcome, Sums } from '../../engine';
import { moneyText } from '../../report';
import type { AttentionKind, ClauseSum, ClauseWanting, MoneyFigure, PolicyFigures } from '../summaries';
import { clauseName, indicatorNamesIn } from './clause-name';

/** What a policy comes to over the workbook, for people: sums, what is not simply paid, what was not looked at. */
export function policyFigures(outcome: PolicyOutcome): PolicyFigures {
  const { policy, totals } = outcome;
  const rows = outcome.sheets.flatMap((sheet) => sheet.rows);
  const money = (kind: keyof Sums): MoneyFigure => ({
    sum: moneyText(totals[kind]),
    rows: rows.reduce((count, row) => (row[kind].isZero() ? count : count + 1), 0),
  });
  return {
    id: policy.id,
    title: policy.title,
    asOf: outcome.asOf,
    rowCount: rows.length,
    award: money('award'),
    ceiling: money('ceiling'),
    saving: money('saving'),
    pools: totals.poolReduction.isZero()
      ? null
      : { reduction: moneyText(totals.poolReduction), awardAfterPools: moneyText(totals.awardAfterPools) },
    attention: attentionIn(rows),
    mostMissing: mostMissing(outcome, rows),
    unchecked: indicatorNamesIn(policy, outcome.unchecked),
    notAssessed: notAssessed(outcome),
    clauses: clauseSums(outcome),
    groups: [...totals.byGroup]
      .toSorted(([, a], [, b]) => b.award.comparedTo(a.award))
      .map(([name, { award }]) => ({ name, award: moneyText(award) })),
  };
}

const ATTENTION: readonly (readonly [AttentionKind, (clause: ClauseOutcome) => boolean])[] = [
  ['capHit', ({ status, capHit }) => status === 'payable' && capHit],
  ...(['missing', 'conflict', 'vetoed', 'notEligible'] as const).map(byStatus),
  ['computedRank', ({ provisional = [] }) => provisional.some(({ why }) => why === 'computedRank')],
  ['review', ({ review = [] }) => review.length > 0],
  ...(['superseded', 'duplicate', 'unquantified', 'notInForce'] as const).map(byStatus),
];

function byStatus<Wanted extends AttentionKind & ClauseOutcome['status']>(
  wanted: Wanted,
): readonly [Wanted, (clause: ClauseOutcome) => boolean] {
  return [wanted, ({ status }) => status === wanted];
}

function attentionIn(rows: readonly RowOutcome[]): PolicyFigures['attention'] {
  const counts = ATTENTION.map(() => 0);
  for (const { clauses } of rows) {
    for (const clause of clauses) {
      ATTENTION.forEach(([, isOne], at) => {
        if (isOne(clause)) counts[at] = (counts[at] ?? 0) + 1;
      });
    }
  }
  return ATTENTION.flatMap(([kind], at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** Names shown of what is missing. */
const MOST = 5;

function mostMissing({ policy }: PolicyOutcome, rows: readonly RowOutcome[]): PolicyFigures['mostMissing'] {
  const counts = new Map<string, number>();
  for (const { clauses } of rows) {
    for (const { missing } of clauses) {
      for (const key of missing) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .flatMap(([key, count]) => indicatorNamesIn(policy, [key]).map((name) => ({ name, count })));
}

/** A clause that one sheet could be assessed for was assessed. */
function notAssessed({ policy, sheets }: PolicyOutcome): ClauseWanting[] {
  const assessed = new Set(sheets.flatMap((sheet) => sheet.assessed));
  const wanting = new Map(
    sheets.flatMap((sheet) =>
      sheet.notAssessed.map(({ clause, missingColumns }) => [clause, missingColumns]),
    ),
  );
  return [...wanting]
    .filter(([clause]) => !assessed.has(clause))
    .map(([clause, keys]) => ({
      clause: clauseName(policy, clause),
      missing: indicatorNamesIn(policy, keys),
    }));
}

function clauseSums({ policy, totals }: PolicyOutcome): ClauseSum[] {
  return [...totals.byClause]
    .filter(([, { award }]) => !award.isZero())
    .toSorted(([, a], [, b]) => b.award.comparedTo(a.award))
    .map(([id, { award, counts }]) => ({
      clause: clauseName(policy, id),
      paid: counts.payable ?? 0,
      award: moneyText(award),
    }));
}
