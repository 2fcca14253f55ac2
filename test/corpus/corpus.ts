/** The workbooks of the corpus, and the program run on them with the small policy that belongs to them. */
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, run, type Run } from '../cli/run';

/** A table of enterprises in a workbook, as whoever made it meant it. */
export interface ExpectedSheet {
  readonly sheet: string;
  readonly headerRow: number;
  /** Meaning and unit by column letter; every other column is left over. */
  readonly columns: Readonly<Record<string, readonly [key: string, unit: string | null]>>;
  /** What each row is due, by its number. */
  readonly rows: Readonly<Record<string, string>>;
  /** Why rows that are not blank are skipped, by number. */
  readonly skipped: Readonly<Record<string, string>>;
  readonly findings: readonly (readonly [cell: string, code: string])[];
}

export interface Made {
  readonly by: string;
  readonly special: string;
  readonly sheets?: readonly ExpectedSheet[];
  /** The sentence that follows the path of a file that cannot be used. */
  readonly error?: string;
  readonly noTable?: true;
}

export const MADE_FOLDER = path.join(__dirname, 'made');

export const manifest = JSON.parse(readFileSync(path.join(MADE_FOLDER, 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Made>
>;

/** Files that evaluate, by name. */
export const usable = Object.entries(manifest).flatMap(([name, { sheets }]) =>
  sheets === undefined ? [] : [[name, sheets] as const],
);

export function madeFile(name: string): string {
  return path.join(MADE_FOLDER, name);
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that lasts as long as the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'subsidy-corpus-'));
  folders.push(folder);
  return folder;
}

/**
 * The policy of the corpus with the bundled vocabulary, as both are when the tests begin: results carry a hash
 * of the rules, and somebody may be editing the vocabulary while the tests run.
 */
const rules = ((): string => {
  const folder = temporaryFolder();
  cpSync(path.join(root, 'test/corpus/rules/corpus-2020'), path.join(folder, 'corpus-2020'), {
    recursive: true,
  });
  copyFileSync(path.join(root, 'rules/indicators.yaml'), path.join(folder, 'indicators.yaml'));
  return folder;
})();

/** `subsidy evaluate` under the policy of the corpus. */
export async function evaluate(file: string, ...more: readonly string[]): Promise<Run> {
  return run('evaluate', file, '--rules', rules, ...more);
}

/** What `--json` says of a sheet, as far as the manifest does. */
export interface ResultSheet {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly columns: readonly {
    readonly column: string;
    readonly key: string | null;
    readonly unit: string | null;
  }[];
  readonly skippedRows: readonly { readonly row: number; readonly why: string }[];
  readonly findings: readonly { readonly cell: string; readonly code: string }[];
  readonly rows: readonly { readonly row: number; readonly award: string }[];
}

export interface Result {
  readonly sheets: readonly ResultSheet[];
  readonly totals: { readonly award: string };
}

export function readResult(file: string): Result {
  return JSON.parse(readFileSync(file, 'utf8')) as Result;
}

/** A result in the terms of the manifest. */
export function asExpected({ sheets }: Result): ExpectedSheet[] {
  return sheets.map((sheet) => ({
    sheet: sheet.sheet,
    headerRow: sheet.headerRows.length === 1 ? (sheet.headerRows[0] ?? 0) : NaN,
    columns: Object.fromEntries(sheet.columns.map(({ column, key, unit }) => [column, [key ?? '', unit]])),
    rows: Object.fromEntries(sheet.rows.map(({ row, award }) => [row, award])),
    skipped: Object.fromEntries(
      sheet.skippedRows.filter(({ why }) => why !== 'blank').map(({ row, why }) => [row, why]),
    ),
    findings: sheet.findings.map(({ cell, code }) => [cell, code]),
  }));
}

/** Sums of yuan with two places, exact. */
export function sum(amounts: readonly string[]): string {
  const fen = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
