import type { PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import {
  type AnnotationColumn,
  annotationColumns,
  columnDigest,
  columnRange,
  type FoundColumn,
  type Ours,
  nameSafe,
  printOurName,
  wasEdited,
} from '../report';
import { cellAddress, columnLetter, type Grid, type SheetReading } from '../sheet';
import type { CellRun, ColumnEdit, NameEdit, NoteEdit, SheetEdit, StyleName } from '../xlsx';

/** The columns beside the data: where they go, what stays because a user edited it, and their names. */
export interface SheetAnnotation {
  readonly edit: SheetEdit;
  readonly names: readonly NameEdit[];
  /** Columns of ours that a user edited: left as they are, no longer ours. */
  readonly kept: readonly { readonly cell: string; readonly header: string }[];
}

export interface AnnotationInput {
  readonly outcome: WorkbookOutcome;
  readonly sheet: number;
  readonly reading: SheetReading;
  readonly grid: Grid;
  readonly ours: Ours;
  /** Number of this sheet's columns in the hidden names. */
  readonly block: number;
  readonly lang: Lang;
  /** Text of the note on the first header of each policy. */
  readonly provenance: (policy: PolicyOutcome) => string;
}

const WIDTHS: Readonly<Record<string, number>> = { money: 16, text: 24 };

export function annotateSheet(input: AnnotationInput): SheetAnnotation {
  const { outcome, reading, grid, lang } = input;
  const mine = input.ours.columns.filter(({ sheetName }) => sheetName === reading.sheetName);
  const edited = mine.filter((column) => wasEdited(column, grid));
  const reusable = mine.filter((column) => !edited.includes(column));
  const headerRow = Math.max(...reading.headerRows);
  const lastRow = Math.max(headerRow, ...reading.data.rowNumbers.slice(-1), reading.lastDataRow);
  const edits: ColumnEdit[] = [];
  const names: NameEdit[] = [];
  const notes: NoteEdit[] = [];
  const used = new Set<FoundColumn>();
  let next = lastUsedColumn(grid, reusable) + 2;
  for (const policy of outcome.policies) {
    const sheet = policy.sheets.find((candidate) => candidate.sheet === input.sheet);
    if (sheet === undefined) continue;
    const suffix = outcome.policies.length > 1 ? ` ${policy.policy.id}` : '';
    let first = true;
    let placedNew = false;
    for (const column of annotationColumns(policy, sheet, lang, suffix)) {
      const earlier = reusable.find(
        (found) =>
          found.policy === nameSafe(policy.policy.id) && found.column === column.id && !used.has(found),
      );
      let at = earlier?.at;
      if (earlier !== undefined) used.add(earlier);
      if (at === undefined) {
        while (reusable.some((found) => found.at === next)) next += 1;
        at = next;
        next += 1;
        placedNew = true;
      }
      edits.push(columnEdit(column, at, headerRow, reading, earlier));
      names.push(...columnNames(policy, column, at, headerRow, lastRow, input));
      if (first) notes.push({ row: headerRow, column: at, text: input.provenance(policy) });
      first = false;
    }
    if (placedNew) next += 1;
  }
  for (const left of reusable.filter((found) => !used.has(found) && isForPolicies(found, outcome))) {
    edits.push({ column: left.at, clear: [{ firstRow: left.headerRow, lastRow: left.lastRow }] });
  }
  return {
    edit: { sheet: reading.sheetName, columns: edits, notes },
    names,
    kept: edited.map((column) => ({
      cell: cellAddress(column.headerRow, column.at),
      header: String(grid.content(column.headerRow, column.at) ?? ''),
    })),
  };
}

/** The last column that holds anything but what we write again. */
function lastUsedColumn(grid: Grid, reusable: readonly FoundColumn[]): number {
  const ours = new Set(reusable.map(({ at }) => at));
  let last = grid.columnCount;
  while (last > 0 && ours.has(last)) last -= 1;
  return reusable.length > 0 ? Math.max(last, ...ours) : last;
}

function isForPolicies(column: FoundColumn, outcome: WorkbookOutcome): boolean {
  return outcome.policies.some(({ policy }) => nameSafe(policy.id) === column.policy);
}

function columnEdit(
  column: AnnotationColumn,
  at: number,
  headerRow: number,
  reading: SheetReading,
  earlier: FoundColumn | undefined,
): ColumnEdit {
  const style: StyleName = column.money ? 'money' : 'text';
  const header: CellRun = { firstRow: headerRow, values: [column.header], style: 'header' };
  return {
    column: at,
    ...(earlier === undefined ? { width: WIDTHS[column.money ? 'money' : 'text'] ?? null } : {}),
    ...(earlier === undefined ? {} : { clear: [{ firstRow: earlier.headerRow, lastRow: earlier.lastRow }] }),
    runs: [header, ...runsOf(column.values, reading.data.rowNumbers, style)],
  };
}

/** Values of consecutive worksheet rows become one run. */
function runsOf(
  values: readonly (number | string | null)[],
  rowNumbers: readonly number[],
  style: StyleName,
): CellRun[] {
  const runs: { firstRow: number; values: (number | string | null)[]; style: StyleName }[] = [];
  rowNumbers.forEach((rowNumber, index) => {
    const value = values[index] ?? null;
    const last = runs.at(-1);
    if (last !== undefined && last.firstRow + last.values.length === rowNumber) last.values.push(value);
    else runs.push({ firstRow: rowNumber, values: [value], style });
  });
  return runs;
}

function columnNames(
  { policy }: PolicyOutcome,
  column: AnnotationColumn,
  at: number,
  headerRow: number,
  lastRow: number,
  { block, reading }: AnnotationInput,
): NameEdit[] {
  const own = { policy: policy.id, block, column: column.id } as const;
  return [
    {
      name: printOurName({ kind: 'column', ...own }),
      sheet: null,
      formula: columnRange(reading.sheetName, columnLetter(at), headerRow, lastRow),
      hidden: true,
    },
    {
      name: printOurName({ kind: 'digest', ...own }),
      sheet: null,
      formula: `"${columnDigest(column.values)}"`,
      hidden: true,
    },
  ];
}
