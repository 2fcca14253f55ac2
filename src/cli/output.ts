import type { Plan, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import { type RowIdentity, workbookReport } from '../report';
import { spliceWorkbook } from '../xlsx';
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
  const { workbook, tables, ours, tableNames } = input.read;
  const sheetNames = workbook.sheets.map(({ name }) => name);
  const report = workbookReport({
    ...input,
    tables,
    ours,
    sheetNames,
    tableNames: [...tableNames, ...workbook.definedNames.map(({ name }) => name)],
    gridOf: (name) => workbook.readGrid(name),
  });
  const bytes = inFile(input.file, () =>
    spliceWorkbook(workbook, {
      edit: report.placements.map(annotationEdit),
      put: report.sheets,
      names: report.names,
    }),
  );
  return { bytes, notices: report.notices.map((notice) => notice[input.lang]) };
}
