import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../src/cli/main';

/**
 * The bundled samples through the whole command: columns as in their truth files, rows and totals as in
 * their outcomes files, to the fen.
 */
const root = path.resolve(__dirname, '../..');

interface Truth {
  readonly sheets: readonly {
    readonly sheet: string;
    readonly columns: readonly { readonly col: string; readonly header: string; readonly key: string | null; readonly unit: string | null }[];
    readonly skipRows: readonly number[];
    readonly rows: readonly { readonly row: number }[];
  }[];
}
interface Line {
  readonly id: string;
  readonly status: string;
  readonly uncapped?: string | null;
  readonly cap?: string | null;
  readonly amount?: string | null;
  readonly capHit?: boolean;
  readonly missing?: readonly string[];
  readonly supersededBy?: string;
}
interface Row {
  readonly row: number;
  readonly award: string;
  readonly ceiling: string;
  readonly saving: string;
  readonly clauses: readonly Line[];
}
interface Outcomes {
  readonly totals: Readonly<Record<string, string>>;
  readonly sheets: readonly { readonly sheet: string; readonly rows: readonly Row[] }[];
}
interface Result extends Outcomes {
  readonly sheets: readonly {
    readonly sheet: string;
    readonly columns: readonly { readonly column: string; readonly header: string; readonly key: string | null; readonly unit: string | null }[];
    readonly unmapped: readonly { readonly column: string; readonly header: string }[];
    readonly skippedRows: readonly { readonly row: number }[];
    readonly rows: readonly Row[];
  }[];
}

function sample<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(root, 'samples', name), 'utf8')) as T;
}

async function evaluated(name: string, policy: string): Promise<Result> {
  const json = path.join(mkdtempSync(path.join(tmpdir(), 'subsidy-')), 'result.json');
  const silent = { write: () => true };
  const errors: string[] = [];
  const exit = await main(
    ['evaluate', path.join(root, 'samples', `${name}.xlsx`), '--policy', policy, '--json', json],
    { packageRoot: root, stdout: silent, stderr: { write: (text: string) => errors.push(text) } },
  );
  expect({ exit, errors }).toEqual({ exit: 0, errors: [] });
  return JSON.parse(readFileSync(json, 'utf8')) as Result;
}

/** Supports are not part of the outcomes files; null and absent mean the same. */
function comparable(line: Line): unknown {
  return {
    id: line.id,
    status: line.status,
    uncapped: line.uncapped ?? null,
    cap: line.cap ?? null,
    amount: line.amount ?? null,
    capHit: line.capHit ?? false,
    missing: (line.missing ?? []).toSorted(),
    supersededBy: line.supersededBy ?? null,
  };
}

describe.each([
  ['xishan-2020', 'xishan-2020'],
  ['kunming-2024', 'kunming-2024'],
  ['departments', 'xishan-2020'],
  ['industry-messy', 'xishan-2020'],
])('%s under %s', (name, policy) => {
  let result: Result;
  beforeAll(async () => {
    result = await evaluated(name, policy);
  });

  test('every column is what the truth file says, with its unit', () => {
    const truth = sample<Truth>(`${name}.truth.json`);
    const wanted = truth.sheets.map(({ sheet, columns, skipRows, rows }) => ({
      sheet,
      columns: Object.fromEntries(columns.filter(({ key }) => key !== null).map(({ col, key, unit }) => [col, [key, unit]])),
      skipped: skipRows,
      rows: rows.map(({ row }) => row),
    }));
    const found = result.sheets.map(({ sheet, columns, skippedRows, rows }) => ({
      sheet,
      columns: Object.fromEntries(columns.map(({ column, key, unit }) => [column, [key, unit]])),
      skipped: skippedRows.map(({ row }) => row),
      rows: rows.map(({ row }) => row),
    }));
    expect(found).toEqual(wanted);
  });

  test('every row gets what the outcomes file says', () => {
    const outcomes = sample<Outcomes>(`${name}.outcomes.json`);
    for (const [index, sheet] of result.sheets.entries()) {
      const wanted = new Map(outcomes.sheets[index]?.rows.map((row) => [row.row, row]));
      for (const row of sheet.rows) {
        const expected = wanted.get(row.row);
        const clauses = row.clauses.filter(({ status }) => status !== 'applicable');
        expect({ sheet: sheet.sheet, row: row.row, clauses: clauses.map((line) => comparable(line)) }).toEqual({
          sheet: sheet.sheet,
          row: row.row,
          clauses: (expected?.clauses ?? []).map((line) => comparable(line)),
        });
        expect([row.award, row.ceiling, row.saving]).toEqual([
          expected?.award ?? '0.00',
          expected?.ceiling ?? '0.00',
          expected?.saving ?? '0.00',
        ]);
      }
    }
  });

  test('totals are those of the outcomes file', () => {
    const { totals } = sample<Outcomes>(`${name}.outcomes.json`);
    expect(result.totals).toMatchObject(totals);
  });
});
