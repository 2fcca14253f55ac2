import type { Plan, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import { type RowIdentity, workbookReport } from '../report';
import { spliceWorkbook, WorkbookError } from '../xlsx';
import { annotationEdit } from './annotate';
import { inFile, type ReadWorkbook } from './read-sheets';

export interface OutputInput {
  readonly file: string;
  readonly read: ReadWorkbook;
  readonly plans: readonly Plan[];
  readonly outcome: WorkbookOutcome;
  readonly identity: (sheet: number, row: number) => RowIdentity;
  readonly groupBy: string | undefined;
  /** What the scenario is called, if one was used. */
  readonly scenarioName: string | undefined;
  readonly lang: Lang;
  /** Name and version of the program. */
  readonly generator: string;
}

/** The annotated copy: columns beside the data, a 明细 and a 汇总 sheet per policy; all else as it was. */
export function annotatedWorkbook(input: OutputInput): { bytes: Uint8Array; notices: string[] } {
  const { workbook, tableNames } = input.read;
  const names = [...tableNames, ...workbook.definedNames.map(({ name }) => name)];
  return inFile(input.file, () => writtenBeside(names, input));
}

/** The name of a table on a sheet that was not read shows only when ours cannot be written: then another is taken. */
function writtenBeside(
  takenNames: readonly string[],
  input: OutputInput,
): { bytes: Uint8Array; notices: string[] } {
  const { workbook, tables, ours } = input.read;
  const given = {
    ...input,
    tables,
    ours,
    sheetNames: workbook.sheets.map(({ name }) => name),
    tableNames: takenNames,
    gridOf: (name: string) => workbook.readGrid(name),
  };
  const beside = workbookReport(given);
  const hasRoom = beside.placements.every(({ columns }) => columns.every(({ at }) => at <= LAST_COLUMN));
  const report = hasRoom ? beside : workbookReport({ ...given, results: 'ownSheet' });
  try {
    const bytes = spliceWorkbook(workbook, {
      edit: report.placements.map(annotationEdit),
      put: report.sheets,
      names: report.names,
    });
    const notices = [...(hasRoom ? [] : [NO_ROOM]), ...report.notices];
    return { bytes, notices: notices.map((notice) => notice[input.lang]) };
  } catch (error) {
    const name = takenName(error);
    if (name === undefined || takenNames.includes(name)) throw error;
    return writtenBeside([...takenNames, name], input);
  }
}

/** Of a worksheet. */
const LAST_COLUMN = 16_384;

const NO_ROOM = {
  zh: '数据右侧已没有空列（有工作表用到了最后一列 XFD），结果写在单独的工作表里。',
  en: 'There is no room to the right of the data (a sheet is in use up to its last column, XFD): the results stand on a sheet of their own.',
};

function takenName(error: unknown): string | undefined {
  return error instanceof WorkbookError && error.code === 'name-taken' && 'name' in error.params
    ? error.params.name
    : undefined;
}
