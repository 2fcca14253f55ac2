import { type OurSheetKind, parseOurName } from './names';
import type { AnnotationColumnId } from './words';

/** A defined name as files and Excel give it. */
export interface NamedFormula {
  readonly name: string;
  /** The sheet it belongs to; null for a name of the whole workbook. */
  readonly sheet: string | null;
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
  /** The sheet that has most columns of its block; another than `sheetName`: somebody moved this one. */
  readonly home: string;
  /** The sheet the name belongs to: a copy that somebody made of an annotated sheet; null as we write it. */
  readonly scope: string | null;
}

/** A sheet of ours that was found again. */
export interface FoundSheet {
  readonly policy: string;
  readonly kind: OurSheetKind;
  readonly sheetName: string;
  readonly headerRow: number;
  /** A copy that somebody made of the sheet: Excel gives it names of its own. */
  readonly copy: boolean;
}

/** A name of ours, as it stands in the workbook. */
export type OurDefinedName = Pick<NamedFormula, 'name' | 'sheet'>;

export interface Ours {
  readonly columns: readonly FoundColumn[];
  readonly sheets: readonly FoundSheet[];
  /** All of them, also those whose cells are gone (#REF!). */
  readonly names: readonly OurDefinedName[];
}

/** Everything of ours in a workbook, found by hidden names alone. */
export function findOurs(names: readonly NamedFormula[]): Ours {
  const columns: FoundColumn[] = [];
  const sheets: FoundSheet[] = [];
  const all: OurDefinedName[] = [];
  const digests = new Map<string, string>();
  for (const { name, sheet, formula } of names) {
    const ours = parseOurName(name);
    if (ours === undefined) continue;
    all.push({ name, sheet });
    if (ours.kind === 'digest') digests.set(name, formula.replaceAll('"', ''));
  }
  const homes = homeSheets(names);
  const places = new Set<string>();
  for (const { name, sheet, formula } of names) {
    const ours = parseOurName(name);
    const range = parseRange(formula);
    if (ours === undefined || range === undefined || ours.kind === 'digest') continue;
    const { sheetName, left, top, bottom } = range;
    if (ours.kind === 'column') {
      // Only a broken file has several names for one column, and then perhaps thousands.
      const place = JSON.stringify([ours.policy, ours.column, range]);
      if (places.has(place)) continue;
      places.add(place);
      columns.push({
        policy: ours.policy,
        block: ours.block,
        column: ours.column,
        sheetName,
        at: left,
        headerRow: top,
        lastRow: bottom,
        digest: digests.get(`${name}.digest`),
        home: homes.get(blockKey(sheet, ours.block)) ?? sheetName,
        scope: sheet,
      });
    } else {
      sheets.push({ policy: ours.policy, kind: ours.kind, sheetName, headerRow: top, copy: sheet !== null });
    }
  }
  return { columns, sheets, names: all };
}

/** Where a block of columns stands: on the sheet that has most of them. */
function homeSheets(names: readonly NamedFormula[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { name, sheet, formula } of names) {
    const ours = parseOurName(name);
    const range = parseRange(formula);
    if (ours?.kind !== 'column' || range === undefined) continue;
    const key = blockKey(sheet, ours.block);
    const ofBlock = counts.get(key) ?? new Map<string, number>();
    ofBlock.set(range.sheetName, (ofBlock.get(range.sheetName) ?? 0) + 1);
    counts.set(key, ofBlock);
  }
  return new Map(
    [...counts].flatMap(([key, ofBlock]) => {
      const [most] = [...ofBlock].toSorted(([, a], [, b]) => b - a);
      return most === undefined ? [] : [[key, most[0]] as const];
    }),
  );
}

function blockKey(scope: string | null, block: number): string {
  return `${block} ${scope ?? ''}`;
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
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `'企业统计'!$EA$1:$EA$2001`: a reference as names hold it, with the sheet's name quoted. */
export function rangeFormula(sheetName: string, from: string, to: string): string {
  const absolute = (cell: string): string => cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `'${sheetName.replaceAll("'", "''")}'!${absolute(from)}:${absolute(to)}`;
}
