import type { BaseUnit } from '../rules';
import { fold } from './fold';
import { cellAddress, type Grid } from './grid';
import type { HeaderBlock } from './header-block';
import { yearsIn } from './period';
import type { UnitSource } from './reading';
import { shownText } from './shown-text';
import { contradict } from './unit-conflict';
import { readUnit, readUnits, type WrittenUnit } from './written-unit';

/** What the lines above a table (and the notes below it) say about all of it. */
export interface TitleLines {
  /** Texts above the headers, with their cells. */
  readonly lines: readonly { readonly text: string; readonly cell: string }[];
  /** For columns that write none. */
  readonly units: TableUnits;
  readonly years: readonly number[];
  /** A part of a year that the title says the table covers, as written. */
  readonly partOfYear: { readonly period: string; readonly cell: string } | null;
}
/** Units given for the whole table, by their kind. */
export interface TableUnits {
  readonly units: ReadonlyMap<BaseUnit, TableUnit>;
  /** Kinds for which two different units are given. */
  readonly conflicts: ReadonlyMap<BaseUnit, readonly [TableUnit, TableUnit]>;
}
export interface TableUnit {
  readonly unit: WrittenUnit;
  readonly source: UnitSource;
}

/** Notes with a unit (注：金额单位为千元) stand in the last rows. */
const NOTE_ROWS = 15;

export function readTitleLines(grid: Grid, block: HeaderBlock): TitleLines {
  const lines = textsBetween(grid, 1, block.top - 1);
  const notes = textsBetween(
    grid,
    Math.max(block.bottom + 1, grid.rowCount - NOTE_ROWS),
    grid.rowCount,
  ).filter(({ text }) => /^(?:注|备注|说明|\d+[.、]|单位|[*※])/.test(text.trim()));
  const years = lines.flatMap(({ text }) => (isDateLine(text) ? [] : yearsIn(text)));
  return {
    lines,
    units: tableUnits(lines, notes),
    years: [...new Set(years)].toSorted((a, b) => a - b),
    partOfYear: lines.flatMap((line) => partOfYear(line) ?? [])[0] ?? null,
  };
}

function textsBetween(grid: Grid, top: number, bottom: number): { text: string; cell: string }[] {
  const texts: { text: string; cell: string }[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = 1; column <= grid.columnCount; column++) {
      if (typeof grid.content(row, column) !== 'string') continue;
      const text = shownText(grid, row, column);
      if (text.trim() !== '') texts.push({ text, cell: cellAddress(row, column) });
    }
  }
  return texts;
}

function isDateLine(text: string): boolean {
  return /日期|时间|有效期|表 *号|文 *号|机关|年\d{1,2}月\d{1,2}日/.test(fold(text));
}

const PART =
  /(?:1|一) ?月?[-~至](?:[2-9]|1[01]|[二三四五六七八九十]|十一) ?月份?|(?<![\d~-])(?:1[01]|[1-9])月份?(?!末|\d|日)|[上下]半年|(?:前|第)?[一二三四1-4]季度/;

function partOfYear({ text, cell }: { text: string; cell: string }): TitleLines['partOfYear'] {
  const period = isDateLine(text) ? undefined : PART.exec(fold(text))?.[0];
  return period === undefined ? null : { period, cell };
}

type Place = UnitSource['where'];

function tableUnits(
  lines: readonly { text: string; cell: string }[],
  notes: readonly { text: string; cell: string }[],
): TableUnits {
  const units = new Map<BaseUnit, TableUnit>();
  const conflicts = new Map<BaseUnit, readonly [TableUnit, TableUnit]>();
  const add = (unit: WrittenUnit, where: Place, cell: string): void => {
    if (unit.base === 'other' || conflicts.has(unit.base)) return;
    const found: TableUnit = { unit, source: { where, cell } };
    const known = units.get(unit.base);
    if (known === undefined) units.set(unit.base, found);
    else if (contradict(known.unit, unit)) {
      units.delete(unit.base);
      conflicts.set(unit.base, [known, found]);
    }
  };
  for (const { text, cell } of lines)
    for (const unit of unitsOfLine(text)) add(unit, isUnitLine(text) ? 'unitRow' : 'title', cell);
  const fromNotes = notes.flatMap(({ text, cell }) => unitsOfLine(text).map((unit) => ({ unit, cell })));
  for (const { unit, cell } of fromNotes)
    if (unit.base !== 'other' && !units.has(unit.base)) add(unit, 'note', cell);
  return { units, conflicts };
}

function isUnitLine(text: string): boolean {
  return (
    /^[(\s]*(?:计量|金额|货币|面积|数量)?(?:单位|units?)\s*[:是为]/i.test(fold(text)) ||
    readUnit(text) !== null
  );
}

/** `单位：千元`, `填报单位：… 金额单位：万元`, `（单位：万元、%）`, `主要指标表（万元）`. */
function unitsOfLine(text: string): WrittenUnit[] {
  const folded = fold(text);
  const whole = readUnit(folded);
  if (whole !== null) return [whole];
  const labelled = [...folded.matchAll(/(?:单位|units?)\s*(?:[:]|均?为|是)\s*([^():。]+)/gi)].flatMap(
    (match) => unitList(match[1] ?? ''),
  );
  const bracketed = [...folded.matchAll(/\(([^()]*)\)/g)].flatMap((match) => unitList(match[1] ?? ''));
  return labelled.length > 0 ? labelled : bracketed;
}

function unitList(text: string): WrittenUnit[] {
  const one = readUnit(text.trim());
  return one === null ? readUnits(text) : [one];
}
