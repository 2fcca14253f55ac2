import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run';
import { temporaryFolder } from './workbook';

/**
 * The bundled samples through the whole command: columns as in their truth files, rows and totals as in
 * their outcomes files, to the fen.
 */
interface Truth {
  readonly sheets: readonly {
    readonly sheet: string;
    readonly columns: readonly {
      readonly col: string;
      readonly key: string | null;
      readonly unit: string | null;
    }[];
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
    readonly columns: readonly {
      readonly column: string;
      readonly key: string | null;
      readonly unit: string | null;
    }[];
    readonly skippedRows: readonly { readonly row: number }[];
    readonly rows: readonly Row[];
  }[];
}

function sample(name: string): unknown {
  return JSON.parse(readFileSync(path.join(root, 'samples', name), 'utf8'));
}
const truthOf = (name: string): Truth => sample(`${name}.truth.json`) as Truth;
const outcomesOf = (name: string): Outcomes => sample(`${name}.outcomes.json`) as Outcomes;

async function evaluated(name: string, policy: string): Promise<Result> {
  const json = path.join(temporaryFolder(), 'result.json');
  const file = path.join(root, 'samples', `${name}.xlsx`);
  const { exit, err } = await run('evaluate', file, '--policy', policy, '--json', json);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(readFileSync(json, 'utf8')) as Result;
}

/** A row without an entry in the outcomes file gets nothing. */
function nothing(row: number): Row {
  return { row, award: '0.00', ceiling: '0.00', saving: '0.00', clauses: [] };
}

/** The rows of a sheet that the outcomes file would have if it listed those with nothing, too. */
function expectedRows(outcomes: Outcomes, index: number, rows: readonly Row[]): readonly Row[] {
  const listed = new Map(outcomes.sheets[index]?.rows.map((row) => [row.row, row]));
  return rows.map(({ row }) => listed.get(row) ?? nothing(row));
}

/** Supports are not part of the outcomes files. */
function comparableRow({ row, award, ceiling, saving, clauses }: Row): unknown {
  const lines = clauses.filter(({ status }) => status !== 'applicable');
  return { row, award, ceiling, saving, clauses: lines.map(comparable) };
}

/** Null and absent mean the same. */
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
    const truth = truthOf(name);
    const wanted = truth.sheets.map(({ sheet, columns, skipRows, rows }) => ({
      sheet,
      columns: Object.fromEntries(
        columns.filter(({ key }) => key !== null).map(({ col, key, unit }) => [col, [key, unit]]),
      ),
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
    const outcomes = outcomesOf(name);
    const wanted = result.sheets.map(({ sheet, rows }, index) => ({
      sheet,
      rows: expectedRows(outcomes, index, rows).map(comparableRow),
    }));
    const found = result.sheets.map(({ sheet, rows }) => ({ sheet, rows: rows.map(comparableRow) }));
    expect(found).toEqual(wanted);
    expect(result.sheets.map(({ sheet }) => sheet)).toEqual(outcomes.sheets.map(({ sheet }) => sheet));
  });

  test('totals are those of the outcomes file', () => {
    const { totals } = outcomesOf(name);
    expect(result.totals).toMatchObject(totals);
  });
});
