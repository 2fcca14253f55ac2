import type { Policy, Vocabulary } from '../rules';
import { findOurs, type Ours } from '../report';
import {
  type Corrections,
  correctionsFor,
  type Grid,
  type NotATable,
  type SheetReading,
  understandSheet,
} from '../sheet';
import { openWorkbook, type Workbook, WorkbookError } from '../xlsx';
import { CommandError, EXIT_UNUSABLE, unusable } from './console';
import { readBytes } from './files';

/** A workbook with every sheet that reads as a table of enterprises. */
export interface ReadWorkbook {
  readonly workbook: Workbook;
  readonly ours: Ours;
  readonly tables: readonly { readonly reading: SheetReading; readonly grid: Grid }[];
  /** Sheets that are no such table, with the reason. */
  readonly others: readonly NotATable[];
}

export interface ReadOptions {
  /** Names of the sheets wanted; empty for all. */
  readonly sheets: readonly string[];
  /** What `--map` says, if given. */
  readonly corrections: Corrections | undefined;
  readonly vocabulary: Vocabulary;
  readonly policies: readonly Policy[];
}

/** @throws CommandError with the file, what is wrong and what to do. */
export function readWorkbookFile(file: string, options: ReadOptions): ReadWorkbook {
  const workbook = inFile(file, () => openWorkbook(readBytes(file)));
  const ours = findOurs(workbook.definedNames);
  const ourSheets = new Set(ours.sheets.map(({ sheetName }) => sheetName));
  for (const name of options.sheets) {
    if (!workbook.sheets.some((sheet) => sheet.name === name)) {
      const names = workbook.sheets.map((sheet) => sheet.name);
      throw unusable(
        `${file} 里没有工作表“${name}”；有：${names.join('、')}。`,
        `${file} has no sheet “${name}”; it has: ${names.join(', ')}.`,
      );
    }
  }
  const wanted = workbook.sheets.filter(
    ({ name, kind }) =>
      kind === 'worksheet' &&
      !ourSheets.has(name) &&
      (options.sheets.length === 0 || options.sheets.includes(name)),
  );
  const clauseTitles = options.policies.flatMap((policy) =>
    [...policy.clauses.values()].map(({ id, title }) => ({ clauseId: id, titles: [title.zh, title.en] })),
  );
  const [onlyPolicy, second] = options.policies;
  const tables: { reading: SheetReading; grid: Grid }[] = [];
  const others: NotATable[] = [];
  for (const { name } of wanted) {
    const grid = inFile(file, () => workbook.readGrid(name));
    const corrections = options.corrections && correctionsFor(options.corrections, name);
    const understood = understandSheet(grid, options.vocabulary, {
      clauseTitles,
      ...(onlyPolicy !== undefined && second === undefined ? { policyYear: onlyPolicy.year } : {}),
      ...(corrections === undefined ? {} : { corrections }),
      ourColumns: new Set(ours.columns.filter(({ sheetName }) => sheetName === name).map(({ at }) => at)),
    });
    if (understood.kind === 'table') tables.push({ reading: understood, grid });
    else others.push(understood);
  }
  if (tables.length === 0) throw noTables(file, others);
  return { workbook, ours, tables, others };
}

function noTables(file: string, others: readonly NotATable[]): CommandError {
  const list = (lang: 'zh' | 'en'): string =>
    others.map(({ sheetName, text }) => `  ${sheetName}: ${text[lang]}`).join('\n');
  return unusable(
    `${file} 里没有找到企业统计表（要有一行表头，含企业名称或统一社会信用代码，下面是数据）。\n${list('zh')}`,
    `No table of enterprises was found in ${file} (a header row with enterprise name or credit code, data below).\n${list('en')}`,
  );
}

/** Errors of the workbook become errors of the command, with the file's name. */
export function inFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new CommandError(EXIT_UNUSABLE, {
      zh: `${file}：${error.text('zh')}`,
      en: `${file}: ${error.text('en')}`,
    });
  }
}
