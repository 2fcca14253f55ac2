import type { Policy, Vocabulary } from '../rules';
import { findOurs, type Ours } from '../report';
import {
  type Corrections,
  correctionsFor,
  type Grid,
  type NotATable,
  policyContext,
  type SheetReading,
  understandSheet,
} from '../sheet';
import { openWorkbook, type SheetInfo, type Workbook, WorkbookError } from '../xlsx';
import { CommandError, EXIT_UNUSABLE, unusable } from './console';
import { readBytes } from './files';

/** A workbook with every sheet that reads as a table of enterprises. */
export interface ReadWorkbook {
  readonly workbook: Workbook;
  readonly ours: Ours;
  readonly tables: readonly { readonly reading: SheetReading; readonly grid: Grid }[];
  /** Sheets that are no such table, with the reason. */
  readonly others: readonly NotATable[];
  /** Names of the Excel tables on the sheets that were read. */
  readonly tableNames: readonly string[];
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
  checkCorrections(file, workbook, options.corrections);
  const ours = findOurs(workbook.definedNames);
  const ofPolicies = policyContext(options.policies);
  const tables: { reading: SheetReading; grid: Grid }[] = [];
  const others: NotATable[] = [];
  const tableNames: string[] = [];
  for (const { name } of wantedSheets(file, workbook, ours, options.sheets)) {
    const grid = inFile(file, () => workbook.readGrid(name));
    tableNames.push(...grid.tables.map((table) => table.name));
    const corrections = options.corrections && correctionsFor(options.corrections, name);
    const understood = understandSheet(grid, options.vocabulary, {
      ...ofPolicies,
      ...(corrections === undefined ? {} : { corrections }),
      ourColumns: new Set(ours.columns.filter(({ sheetName }) => sheetName === name).map(({ at }) => at)),
    });
    if (understood.kind === 'table') tables.push({ reading: understood, grid });
    else others.push(understood);
  }
  if (tables.length === 0) throw noTables(file, others);
  return { workbook, ours, tables, others, tableNames };
}

/** Corrections for a sheet that the workbook has not would be dropped silently: refuses them. */
function checkCorrections(file: string, workbook: Workbook, corrections: Corrections | undefined): void {
  const names = workbook.sheets.map(({ name }) => name);
  const missing = [...(corrections?.keys() ?? [])].find((name) => name !== '*' && !names.includes(name));
  if (missing === undefined) return;
  throw unusable(
    `--map 里的工作表“${missing}”在 ${file} 里没有；有：${names.join('、')}。`,
    `The sheet “${missing}” of --map is not in ${file}; there are: ${names.join(', ')}.`,
  );
}

/** The worksheets asked for, all where none was; never those that we wrote. */
function wantedSheets(
  file: string,
  workbook: Workbook,
  ours: Ours,
  wanted: readonly string[],
): readonly SheetInfo[] {
  const written = new Set(ours.sheets.map(({ sheetName }) => sheetName));
  const readable = workbook.sheets.filter(({ name, kind }) => kind === 'worksheet' && !written.has(name));
  const missing = wanted.find((name) => !readable.some((sheet) => sheet.name === name));
  if (missing === undefined) {
    return readable.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  }
  const names = readable.map(({ name }) => name);
  throw written.has(missing)
    ? unusable(
        `${file} 的“${missing}”是本程序写出的表，不能作为输入；可用：${names.join('、')}。`,
        `“${missing}” in ${file} was written by this program and is no input; there are: ${names.join(', ')}.`,
      )
    : unusable(
        `${file} 里没有工作表“${missing}”；有：${names.join('、')}。`,
        `${file} has no worksheet “${missing}”; there are: ${names.join(', ')}.`,
      );
}

function noTables(file: string, others: readonly NotATable[]): CommandError {
  const list = (lang: 'zh' | 'en'): string =>
    others.map(({ sheetName, text }) => `\n  ${sheetName}: ${text[lang]}`).join('');
  return unusable(
    `${file} 里没有找到企业统计表（要有一行表头，含企业名称或统一社会信用代码，下面是数据）。${list('zh')}`,
    `No table of enterprises was found in ${file} (a header row with enterprise name or credit code, data below).${list('en')}`,
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
