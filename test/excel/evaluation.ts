import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicy, evaluateSheets } from '../../src/engine';
import { readSheet, readWorkbook } from '../../src/excel';
import { identities, type ReportSource, reportSource, workbookReport } from '../../src/report';
import { type Lang, loadRules, type Policy, type Vocabulary } from '../../src/rules';
import { type Grid, understandSheet } from '../../src/sheet';
import { AT_ONCE } from './in-excel';

/** What the task pane's worker does, in one go: the workbook in Excel becomes a report to write. */

export interface Rules {
  readonly policies: readonly Policy[];
  readonly vocabulary: Vocabulary;
}

const root = path.join(__dirname, '../..');

/** The small policy of test/packs, which loads fast. */
export function lakeside(): Rules {
  return rulesIn(path.join(root, 'test/packs'), ['lakeside-2026']);
}

export function bundled(...ids: readonly string[]): Rules {
  return rulesIn(path.join(root, 'rules'), ids);
}

function rulesIn(folder: string, packs: readonly string[]): Rules {
  const read = (file: string, name: string) => ({ path: name, text: readFileSync(file, 'utf8') });
  const articles = packs.flatMap((pack) =>
    readdirSync(path.join(folder, pack))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => read(path.join(folder, pack, file), `${pack}/${file}`)),
  );
  const { policies, vocabulary } = loadRules([
    read(path.join(root, 'rules/indicators.yaml'), 'indicators.yaml'),
    ...articles,
  ]);
  if (vocabulary === undefined) throw new Error('the rules do not load');
  return { policies, vocabulary };
}

export interface EvaluationOptions {
  readonly sheets?: readonly string[];
  readonly groupBy?: string;
  readonly lang?: Lang;
  /** Columns beside the data (the default), or on sheets of their own. */
  readonly results?: 'beside' | 'ownSheet';
  readonly onRead?: () => void;
}

export async function evaluated(rules: Rules, options: EvaluationOptions = {}): Promise<ReportSource> {
  const { lang = 'zh', groupBy, results = 'beside' } = options;
  const workbook = await readWorkbook(AT_ONCE);
  const grids = new Map<string, Grid>();
  for (const { name } of workbook.sheets) grids.set(name, (await readSheet(name, AT_ONCE)).grid);
  options.onRead?.();
  const wanted = workbook.sheets.filter(
    ({ name, isOurs, isVisible }) =>
      isVisible && !isOurs && (options.sheets === undefined || options.sheets.includes(name)),
  );
  const tables = wanted.flatMap(({ name }) => {
    const grid = grids.get(name);
    if (grid === undefined) return [];
    const own = workbook.ours.columns.filter(({ sheetName }) => sheetName === name);
    const reading = understandSheet(grid, rules.vocabulary, { ourColumns: new Set(own.map(({ at }) => at)) });
    return reading.kind === 'table' ? [{ reading, grid }] : [];
  });
  const plans = rules.policies.map((policy) => compilePolicy(policy));
  const readings = tables.map(({ reading }) => reading);
  const outcome = evaluateSheets(
    plans,
    readings.map(({ data }) => data),
    groupBy === undefined ? {} : { groupBy },
  );
  const report = workbookReport({
    plans,
    outcome,
    tables,
    ours: workbook.ours,
    identity: identities(readings),
    groupBy,
    scenarioName: undefined,
    lang,
    results,
    generator: 'test',
    sheetNames: workbook.sheets.map(({ name }) => name),
    tableNames: [...workbook.tableNames, ...workbook.names.map(({ name }) => name)],
    gridOf: (name) => grids.get(name) ?? null,
  });
  return fromWorker(reportSource(report));
}

/** As it arrives from the worker: whatever is asked for comes as a copy. */
export function fromWorker(source: ReportSource): ReportSource {
  return {
    outline: structuredClone(source.outline),
    columnValues: async (...place) => structuredClone(await source.columnValues(...place)),
    sheetRows: async (...place) => structuredClone(await source.sheetRows(...place)),
  };
}
