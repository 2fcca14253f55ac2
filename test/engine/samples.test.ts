import { compilePolicy, evaluateSheets, type ClauseOutcome } from '../../src/engine';
import { policy } from './packs';
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

test.each(['xishan-2020', 'industry-messy', 'departments', 'kunming-2024'])('%s.xlsx', (name) => {
  const expected = expectedOutcomes(name);
  const { vocabulary, ...rules } = policy(expected.policy);
  const sheets = sampleSheets(name, vocabulary);
  const [outcome] = evaluateSheets([compilePolicy({ vocabulary, ...rules })], sheets).policies;
  expected.sheets.forEach((sheet, index) => {
    const found = outcome?.sheets[index];
    expect(found?.sheetName).toBe(sheet.sheet);
    const wanted = new Map(sheet.rows.map((row) => [row.row, row]));
    for (const row of found?.rows ?? []) {
      const want = wanted.get(row.rowNumber);
      const supports = row.clauses.filter(({ status }) => status !== 'applicable');
      expect([row.rowNumber, supports.map(foundLine).toSorted()]).toEqual([
        row.rowNumber,
        (want?.clauses ?? []).map(expectedLine).toSorted(),
      ]);
      expect([row.award, row.ceiling, row.saving].map((sum) => sum.toFixed(2))).toEqual([
        want?.award ?? '0.00',
        want?.ceiling ?? '0.00',
        want?.saving ?? '0.00',
      ]);
      wanted.delete(row.rowNumber);
    }
    expect([...wanted.keys()]).toEqual([]);
  });
  const { award, ceiling, saving } = outcome?.totals ?? {};
  expect({ award: award?.toFixed(2), ceiling: ceiling?.toFixed(2), saving: saving?.toFixed(2) }).toEqual(
    expected.totals,
  );
});
