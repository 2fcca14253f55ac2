import type { Grid } from '../sheet';
import { isCellError } from '../sheet';
import { columnDigest } from './digest';
import { parseOurName } from './names';
import type { AnnotationColumnId } from './words';

/** A defined name as files and Excel give it. */
export interface NamedFormula {
  readonly name: string;
  /** Without `=`: `'企业统计'!$EA$1:$EA$2001`. */
  readonly formula: string;
}

/** A column of ours that was found again by its name. */
export interface FoundColumn {
  /** The policy's id in its safe form. */
  readonly policy: string;
  readonly block: number;
  readonly column: AnnotationColumnId;
  readonly sheetName: string;
  /** 1-based. */
  readonly at: number;
  readonly headerRow: number;
  readonly lastRow: number;
  /** What we wrote there, if it was noted. */
  readonly digest: string | undefined;
}

/** A sheet of ours that was found again. */
export interface FoundSheet {
  readonly policy: string;
  readonly kind: 'detail' | 'summary';
  readonly sheetName: string;
}

export interface Ours {
  readonly columns: readonly FoundColumn[];
  readonly sheets: readonly FoundSheet[];
  /** Names of ours whose cells are gone (#REF!), with all other names of ours: removed when we write again. */
  readonly names: readonly string[];
}

/** Everything of ours in a workbook, found by hidden names alone. */
export function findOurs(names: readonly NamedFormula[]): Ours {
  const columns: FoundColumn[] = [];
  const sheets: FoundSheet[] = [];
  const all: string[] = [];
  const digests = new Map<string, string>();
  for (const { name, formula } of names) {
    const ours = parseOurName(name);
    if (ours === undefined) continue;
    all.push(name);
    if (ours.kind === 'digest') digests.set(name, formula.replaceAll('"', ''));
  }
  for (const { name, formula } of names) {
    const ours = parseOurName(name);
    if (ours === undefined || ours.kind === 'digest') continue;
    const range = parseRange(formula);
    if (range === undefined) continue;
    if (ours.kind === 'column') {
      columns.push({
        policy: ours.policy,
        block: ours.block,
        column: ours.column,
        sheetName: range.sheetName,
        at: range.left,
        headerRow: range.top,
        lastRow: range.bottom,
        digest: digests.get(`${name}.digest`),
      });
    } else {
      sheets.push({ policy: ours.policy, kind: ours.kind, sheetName: range.sheetName });
    }
  }
  return { columns, sheets, names: all };
}

/** Whether a user changed what we wrote; sorted rows and inserted blank rows are no change. */
export function wasEdited(column: FoundColumn, grid: Grid): boolean {
  if (column.digest === undefined) return false;
  return columnDigest(cellsBelowHeader(column, grid)) !== column.digest;
}

function* cellsBelowHeader(column: FoundColumn, grid: Grid): Generator<number | string | boolean | null> {
  for (let row = column.headerRow + 1; row <= column.lastRow; row += 1) {
    const content = grid.content(row, column.at);
    yield isCellError(content) ? content.error : content;
  }
}

interface NamedRange {
  readonly sheetName: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Reads `'企业 统计'!$EA$1:$EA$2001` or a single cell; undefined for anything else (`#REF!`). */
function parseRange(formula: string): NamedRange | undefined {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(
    formula,
  );
  if (match === null) return undefined;
  const [, quoted, plain, letters = '', top = '', , bottom = top] = match;
  const sheetName = quoted === undefined ? (plain ?? '') : quoted.replaceAll("''", "'");
  return { sheetName, left: columnNumber(letters), top: Number(top), bottom: Number(bottom) };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A reference to cells of one column, with the sheet's name quoted. */
export function columnRange(sheetName: string, letter: string, top: number, bottom: number): string {
  return `'${sheetName.replaceAll("'", "''")}'!$${letter}$${top}:$${letter}$${bottom}`;
}
