/** Tables of enterprises under the fictitious policy lakeside-2026 (test/packs), evaluated for reports. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  compilePolicy,
  evaluateSheets,
  type Plan,
  type PolicyOutcome,
  type Scenario,
  type WorkbookOutcome,
} from '../../src/engine';
import { loadRules, type Policy, type SourceFile, type Vocabulary } from '../../src/rules';
import { type CellContent, type Grid, type SheetReading, understandSheet } from '../../src/sheet';

const tests = path.resolve(__dirname, '..');
const pack = path.join(tests, 'packs', 'lakeside-2026');

function source(file: string): SourceFile {
  return { path: file, text: readFileSync(file, 'utf8') };
}

function load(): { policy: Policy; vocabulary: Vocabulary } {
  const { policies, vocabulary, diagnostics } = loadRules([
    source(path.resolve(tests, '..', 'rules', 'indicators.yaml')),
    ...readdirSync(pack).map((name) => source(path.join(pack, name))),
  ]);
  const [policy] = policies;
  if (policy === undefined || vocabulary === undefined) throw new Error(JSON.stringify(diagnostics));
  return { policy, vocabulary };
}

const loaded = load();

export type Row = readonly CellContent[];

export interface Evaluated {
  readonly outcome: WorkbookOutcome;
  readonly policy: PolicyOutcome;
  readonly plan: Plan;
  readonly readings: readonly SheetReading[];
  readonly identity: (
    sheet: number,
    row: number,
  ) => {
    readonly name: string | null;
    readonly creditCode: string | null;
    readonly groups: readonly (string | null)[];
  };
}

/** Sheets by name, a header row each, under the policy. */
export function evaluated(
  sheets: Readonly<Record<string, readonly Row[]>>,
  options: { readonly scenario?: Scenario; readonly groupBy?: string } = {},
): Evaluated {
  const readings = Object.entries(sheets).map(([name, rows]) => reading(gridOf(rows, name)));
  const plan = compilePolicy(loaded.policy, options.scenario ?? {});
  const outcome = evaluateSheets(
    [plan],
    readings.map(({ data }) => data),
    options.groupBy === undefined ? {} : { groupBy: options.groupBy },
  );
  const [policy] = outcome.policies;
  if (policy === undefined) throw new Error('no outcome');
  const text = (sheet: number, key: string, row: number): string | null => {
    const column = readings[sheet]?.data.columns.byKey.get(key);
    return column?.kind === 'text' ? (column.values[row] ?? null) : null;
  };
  const group = (sheet: number, row: number): readonly (string | null)[] =>
    options.groupBy === undefined ? [] : [readings[sheet]?.data.groups.get(options.groupBy)?.[row] ?? null];
  return {
    outcome,
    policy,
    plan,
    readings,
    identity: (sheet, row) => ({
      name: text(sheet, 'enterpriseName', row),
      creditCode: text(sheet, 'creditCode', row),
      groups: group(sheet, row),
    }),
  };
}

function reading(grid: Grid): SheetReading {
  const understood = understandSheet(grid, loaded.vocabulary, { policyYear: loaded.policy.year });
  if (understood.kind !== 'table') throw new Error(understood.text.en);
  return understood;
}

/** A grid of plain cells, from the first row and column on. */
export function gridOf(rows: readonly Row[], sheetName = '企业表'): Grid {
  return {
    sheetName,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    content: (row, column) => rows[row - 1]?.[column - 1] ?? null,
    isFormula: () => false,
    numberFormat: () => undefined,
    merges: [],
    tables: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    date1904: false,
  };
}
