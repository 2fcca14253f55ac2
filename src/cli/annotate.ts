import type { PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import {
  ANNOTATION_COLUMNS,
  type AnnotationColumn,
  annotationColumns,
  columnDigest,
  type FoundColumn,
  nameSafe,
  type Ours,
  printOurName,
  rangeFormula,
  wasEdited,
} from '../report';
import { cellAddress, type Grid, type SheetReading } from '../sheet';
import type { CellRun, ColumnEdit, NameEdit, NoteEdit, SheetEdit, StyleName } from '../xlsx';

/** The columns beside the data: where they go, what stays because a user changed it, and their names. */
export interface SheetAnnotation {
  readonly edit: SheetEdit;
  readonly names: readonly NameEdit[];
  /** Columns of ours that a user edited or moved: left as they are, no longer ours. */
  readonly kept: readonly KeptColumn[];
}

export interface KeptColumn {
  readonly sheet: string;
  readonly cell: string;
  readonly header: string;
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

const WIDTHS = { money: 16, text: 24 } as const;

export function annotateSheet(input: AnnotationInput): SheetAnnotation {
  const { outcome, reading, grid, lang } = input;
  const evaluated = new Set(outcome.policies.map(({ policy }) => nameSafe(policy.id)));
  const mine = input.ours.columns.filter(({ home }) => home === reading.sheetName);
  const free = mine.filter(({ policy }) => evaluated.has(policy));
  const waiting = new Set(free.filter((column) => isAsWritten(column, input)));
  const policiesHere = new Set([...evaluated, ...mine.map(({ policy }) => policy)]);
  const edits: ColumnEdit[] = [];
  const names: NameEdit[] = [];
  const notes: NoteEdit[] = [];
  let next = grid.columnCount + 2;
  for (const policy of outcome.policies) {
    const sheet = policy.sheets.find((candidate) => candidate.sheet === input.sheet);
    if (sheet === undefined) continue;
    const firstNew = next;
    annotationColumns(policy, sheet, lang, policiesHere.size > 1).forEach((column, index) => {
      const earlier = [...waiting].find(
        (found) => found.policy === nameSafe(policy.policy.id) && found.column === column.id,
      );
      if (earlier !== undefined) waiting.delete(earlier);
      const at = earlier?.at ?? next;
      if (earlier === undefined) next += 1;
      edits.push(columnEdit(column, at, reading, earlier));
      names.push(...columnNames(policy, column, at, input));
      if (index === 0) notes.push({ row: headerRowOf(reading), column: at, text: input.provenance(policy) });
    });
    if (next > firstNew) next += 1;
  }
  const reused = new Set(edits.map(({ column }) => column));
  return {
    edit: { sheet: reading.sheetName, columns: edits, notes },
    names,
    kept: free
      .filter((column) => column.sheetName !== reading.sheetName || !reused.has(column.at))
      .map((column) => keptColumn(column, input)),
  };
}

/** The headers' last row: where the cells below are the data. */
function headerRowOf(reading: SheetReading): number {
  return Math.max(...reading.headerRows);
}

/**
 * A column of ours is written again only where it stands beside the data as we wrote it: not on another
 * sheet, not with another header row, not edited, and with nothing of the user's in rows that came later.
 */
function isAsWritten(column: FoundColumn, { reading, grid }: AnnotationInput): boolean {
  if (column.sheetName !== reading.sheetName || column.headerRow !== headerRowOf(reading)) return false;
  if (wasEdited(column, grid)) return false;
  return reading.data.rowNumbers.every(
    (row) => row <= column.lastRow || grid.content(row, column.at) === null,
  );
}

function keptColumn({ sheetName, headerRow, at, column }: FoundColumn, input: AnnotationInput): KeptColumn {
  const content = sheetName === input.reading.sheetName ? input.grid.content(headerRow, at) : null;
  const written = ANNOTATION_COLUMNS.find(({ id }) => id === column)?.header[input.lang];
  return {
    sheet: sheetName,
    cell: cellAddress(headerRow, at),
    header: typeof content === 'string' ? content : (written ?? ''),
  };
}

function columnEdit(
  column: AnnotationColumn,
  at: number,
  reading: SheetReading,
  earlier: FoundColumn | undefined,
): ColumnEdit {
  const kind = column.money ? 'money' : 'text';
  const header: CellRun = { firstRow: headerRowOf(reading), values: [column.header], style: 'header' };
  return {
    column: at,
    ...(earlier === undefined
      ? { width: WIDTHS[kind] }
      : { clear: [{ firstRow: earlier.headerRow, lastRow: earlier.lastRow }] }),
    runs: [header, ...runsOf(column.values, reading.data.rowNumbers, kind)],
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
  { block, reading }: AnnotationInput,
): NameEdit[] {
  const own = { policy: policy.id, block, column: column.id } as const;
  const [top, bottom] = [headerRowOf(reading), Math.max(headerRowOf(reading), reading.lastDataRow)];
  return [
    {
      name: printOurName({ kind: 'column', ...own }),
      sheet: null,
      formula: rangeFormula(reading.sheetName, cellAddress(top, at), cellAddress(bottom, at)),
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
