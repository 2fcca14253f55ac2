import type { ClauseOutcome, PolicyOutcome } from '../../src/engine';
import { policy } from './packs';
import { evaluate } from './settled';
import { expectedOutcomes, sampleSheets, type ExpectedClause } from './truth';

/** The sample workbooks, read correctly (samples/*.truth.json), give the settled outcomes, row by row and to the fen. */

const expectedLine = ({
  id,
  status,
  uncapped,
  cap,
  amount,
  capHit,
  missing,
  supersededBy,
}: ExpectedClause): string =>
  line(
    id,
    status,
    uncapped ?? null,
    cap ?? null,
    amount ?? null,
    capHit ?? false,
    missing ?? [],
    supersededBy,
  );

const foundLine = ({
  clause,
  status,
  uncapped,
  cap,
  amount,
  capHit,
  missing,
  supersededBy,
}: ClauseOutcome): string => {
  const [before, limit, sum] = [uncapped, cap, amount].map((money) => money?.toFixed(2) ?? null);
  return line(
    clause,
    status,
    before ?? null,
    limit ?? null,
    sum ?? null,
    capHit,
    missing,
    supersededBy?.clause,
  );
};

function line(
  id: string,
  status: string,
  uncapped: string | null,
  cap: string | null,
  amount: string | null,
  capHit: boolean,
  missing: readonly string[],
  by: string | undefined,
): string {
  const hit = capHit ? ' capped' : '';
  const superseded = by === undefined ? '' : ` by ${by}`;
  return `${id} ${status} ${uncapped} / ${cap} / ${amount}${hit} ${missing.toSorted().join(', ')}${superseded}`;
}

interface Row {
  readonly award: string;
  readonly ceiling: string;
  readonly saving: string;
  readonly lines: readonly string[];
}
const NOTHING: Row = { award: '0.00', ceiling: '0.00', saving: '0.00', lines: [] };

/** Worksheet row → what it comes to, for every row of every sheet. */
function expectedRows(
  name: string,
  numbers: readonly (readonly number[])[],
): readonly (readonly [number, Row])[] {
  return expectedOutcomes(name).sheets.flatMap(({ rows }, sheet) => {
    const known = new Map(
      rows.map(({ row, award, ceiling, saving, clauses }) => [
        row,
        { award, ceiling, saving, lines: clauses.map(expectedLine).toSorted() },
      ]),
    );
    return (numbers[sheet] ?? []).map((number) => [number, known.get(number) ?? NOTHING] as const);
  });
}

function foundRows({ sheets }: PolicyOutcome): readonly (readonly [number, Row])[] {
  return sheets.flatMap(({ rows }) =>
    rows.map(({ rowNumber, award, ceiling, saving, clauses }) => {
      const lines = clauses
        .filter(({ status }) => status !== 'applicable')
        .map(foundLine)
        .toSorted();
      return [
        rowNumber,
        { award: award.toFixed(2), ceiling: ceiling.toFixed(2), saving: saving.toFixed(2), lines },
      ] as const;
    }),
  );
}

test.each(['xishan-2020', 'industry-messy', 'departments', 'kunming-2024'])('%s.xlsx', (name) => {
  const expected = expectedOutcomes(name);
  const rules = policy(expected.policy);
  const sheets = sampleSheets(name, rules.vocabulary);
  const outcome = evaluate(rules, sheets);
  const numbers = sheets.map(({ rowNumbers }) => rowNumbers);
  expect(foundRows(outcome)).toEqual(expectedRows(name, numbers));
  const { award, ceiling, saving } = outcome.totals;
  expect({ award: award.toFixed(2), ceiling: ceiling.toFixed(2), saving: saving.toFixed(2) }).toEqual(
    expected.totals,
  );
  expect(expected.sheets.map(({ sheet }) => sheet)).toEqual(outcome.sheets.map(({ sheetName }) => sheetName));
});
