import type { PolicyOutcome, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import { cellAddress, type Grid, type SheetReading } from '../sheet';
import { type AnnotationColumn, annotationColumns } from './annotation';
import { columnDigest } from './digest';
import { wasEdited } from './edits';
import { nameSafe, printOurName } from './names';
import type { OurNameEdit } from './our-names';
import { type FoundColumn, type Ours, rangeFormula } from './ours';
import { RowsDigest } from './rows-digest';
import { ANNOTATION_COLUMNS } from './words';

/**
 * The columns beside the data of one sheet: where they go, which earlier ones are written again, what stays
 * because a user changed it, and their names. Whoever writes (into a file, into Excel) places them so.
 */
export interface SheetPlacement {
  readonly sheetName: string;
  /** The headers' last row: the headers of ours stand beside it. */
  readonly headerRow: number;
  /** The last row of the data, and of the names. */
  readonly lastRow: number;
  /** Worksheet row of each value of the columns. */
  readonly rowNumbers: readonly number[];
  /** Those of one policy after those of another. */
  readonly columns: readonly PlacedColumn[];
  /** On the first header of each policy: where its figures come from. */
  readonly notes: readonly PlacedNote[];
  readonly names: readonly OurNameEdit[];
  /** Columns of ours that a user edited or moved: left as they are, no longer ours. */
  readonly kept: readonly KeptColumn[];
  /** What tells the rows apart: results belong beside these rows, in this order. */
  readonly identity: RowsIdentity;
}

export interface PlacedColumn {
  readonly policy: string;
  readonly column: AnnotationColumn;
  readonly at: number;
  /** The hidden name of its cells. */
  readonly name: string;
  /** In characters; null where the column is there already. */
  readonly width: number | null;
  /** What stands there from an earlier run, to be cleared first; null for a new column. */
  readonly earlier: { readonly firstRow: number; readonly lastRow: number } | null;
}

export interface PlacedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface KeptColumn {
  readonly sheet: string;
  readonly cell: string;
  readonly header: string;
}

export interface RowsIdentity {
  /** Columns of names and credit codes, 1-based. */
  readonly columns: readonly number[];
  /** Of their cells from the header row to the last row; see `RowsDigest`. */
  readonly digest: string;
}

export interface PlacementInput {
  readonly outcome: WorkbookOutcome;
  /** Position in the list of sheets that was evaluated. */
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

/** After the last column in use, one column left blank; an earlier column as we wrote it is used again. */
export function placeColumns(input: PlacementInput): SheetPlacement {
  const { outcome, reading, grid, lang } = input;
  const headerRow = headerRowOf(reading);
  const evaluated = new Set(outcome.policies.map(({ policy }) => nameSafe(policy.id)));
  const mine = input.ours.columns.filter(({ home }) => home === reading.sheetName);
  const free = mine.filter(({ policy }) => evaluated.has(policy));
  const waiting = new Set(free.flatMap((column) => asWritten(column, input) ?? []));
  const policiesHere = new Set([...evaluated, ...mine.map(({ policy }) => policy)]);
  const columns: PlacedColumn[] = [];
  const notes: PlacedNote[] = [];
  const lastRow = Math.max(headerRow, reading.lastDataRow);
  let next = lastColumnInUse(grid, headerRow, lastRow) + 2;
  for (const policy of outcome.policies) {
    const sheet = policy.sheets.find((candidate) => candidate.sheet === input.sheet);
    if (sheet === undefined) continue;
    const firstNew = next;
    annotationColumns(policy, sheet, lang, policiesHere.size > 1).forEach((column, index) => {
      const { id } = policy.policy;
      const earlier = [...waiting].find(
        (found) => found.policy === nameSafe(id) && found.column === column.id,
      );
      if (earlier !== undefined) waiting.delete(earlier);
      const at = earlier?.at ?? next;
      if (earlier === undefined) next += 1;
      columns.push(placed(column, id, at, earlier, input));
      if (index === 0) notes.push({ row: headerRow, column: at, text: input.provenance(policy) });
    });
    if (next > firstNew) next += 1;
  }
  const reused = new Set(columns.map(({ at }) => at));
  return {
    sheetName: reading.sheetName,
    headerRow,
    lastRow,
    rowNumbers: reading.data.rowNumbers,
    columns,
    notes,
    names: columns.flatMap((column) => columnNames(column, input)),
    kept: free
      .filter((column) => column.sheetName !== reading.sheetName || !reused.has(column.at))
      .map((column) => keptColumn(column, input)),
    identity: rowsIdentity(reading, grid),
  };
}

/** The last with content, or under merged cells beside the data: of those Excel shows the first alone. */
function lastColumnInUse({ columnCount, merges }: Grid, firstRow: number, lastRow: number): number {
  return merges.reduce(
    (last, { top, bottom, right }) => (top <= lastRow && bottom >= firstRow ? Math.max(last, right) : last),
    columnCount,
  );
}

/** The headers' last row: where the cells below are the data. */
function headerRowOf(reading: SheetReading): number {
  return Math.max(...reading.headerRows);
}

/**
 * A column of ours is written again only where it stands beside the data as we wrote it: not on another
 * sheet, not with another header row, not edited, and with nothing of the user's in rows that came later.
 * Rows that were added at the end and then sorted in have pushed ours below the name, which is then longer.
 */
function asWritten(column: FoundColumn, { reading, grid }: PlacementInput): FoundColumn | undefined {
  if (column.sheetName !== reading.sheetName || column.headerRow !== headerRowOf(reading)) return undefined;
  const isFreeBelow = reading.data.rowNumbers.every(
    (row) => row <= column.lastRow || grid.content(row, column.at) === null,
  );
  if (isFreeBelow && !wasEdited(column, grid)) return column;
  const longer = { ...column, lastRow: Math.max(column.lastRow, reading.lastDataRow) };
  return column.digest !== undefined && !wasEdited(longer, grid) ? longer : undefined;
}

function placed(
  column: AnnotationColumn,
  policy: string,
  at: number,
  earlier: FoundColumn | undefined,
  { block }: PlacementInput,
): PlacedColumn {
  return {
    policy,
    column,
    at,
    name: printOurName({ kind: 'column', policy, block, column: column.id }),
    width: earlier === undefined ? WIDTHS[column.money ? 'money' : 'text'] : null,
    earlier: earlier === undefined ? null : { firstRow: earlier.headerRow, lastRow: earlier.lastRow },
  };
}

function keptColumn({ sheetName, headerRow, at, column }: FoundColumn, input: PlacementInput): KeptColumn {
  const content = sheetName === input.reading.sheetName ? input.grid.content(headerRow, at) : null;
  const written = ANNOTATION_COLUMNS.find(({ id }) => id === column)?.header[input.lang];
  return {
    sheet: sheetName,
    cell: cellAddress(headerRow, at),
    header: typeof content === 'string' ? content : (written ?? ''),
  };
}

function columnNames(
  { policy, column, at, name }: PlacedColumn,
  { block, reading }: PlacementInput,
): OurNameEdit[] {
  const [top, bottom] = [headerRowOf(reading), Math.max(headerRowOf(reading), reading.lastDataRow)];
  return [
    {
      name,
      sheet: null,
      formula: rangeFormula(reading.sheetName, cellAddress(top, at), cellAddress(bottom, at)),
      hidden: true,
    },
    {
      name: printOurName({ kind: 'digest', policy, block, column: column.id }),
      sheet: null,
      formula: `"${columnDigest(column.values)}"`,
      hidden: true,
    },
  ];
}

function rowsIdentity(reading: SheetReading, grid: Grid): RowsIdentity {
  const columns = reading.columns
    .filter(({ key }) => key === 'enterpriseName' || key === 'creditCode')
    .map(({ index }) => index);
  const digest = new RowsDigest();
  for (const column of columns) {
    digest.beginColumn();
    for (let row = headerRowOf(reading); row <= reading.lastDataRow; row += 1) {
      digest.add(grid.content(row, column));
    }
  }
  return { columns, digest: digest.text };
}
