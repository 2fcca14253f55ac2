import type { Indicator } from '../rules';
import type { ColumnTask } from './column-task';
import { datePrecision, readDateNumber, readDateText } from './date-text';
import { flagReader, hasDiscs } from './flag-text';
import { type CellContent, isCellError } from './grid';
import { isMissingMark, readNumberText } from './number-text';
import { looksLikeCode, looksLikeEnterprise } from './row-kinds';
import { isBlankContent } from './shown-text';

/** A look at what a column holds: enough to tell figures from names, without reading all of it. */
export interface ContentSample {
  /** Filled cells, missing marks and errors left out. */
  readonly cells: readonly SampleCell[];
  /** Whether anything at all stands in the column. */
  readonly filled: boolean;
  readonly formulas: boolean;
}
export interface SampleCell {
  readonly row: number;
  readonly content: string | number | boolean;
  readonly format: string | undefined;
}

const SAMPLE = 200;

export function sampleColumn(task: ColumnTask): ContentSample {
  const cells: SampleCell[] = [];
  let filled = false;
  let formulas = false;
  for (const row of task.rows) {
    const content = task.at(row);
    if (isBlankContent(content) || content === null) continue;
    filled = true;
    formulas ||= task.grid.isFormula(row, task.column);
    if (isCellError(content) || (typeof content === 'string' && isMissingMark(content))) continue;
    cells.push({
      row,
      content,
      format: typeof content === 'number' ? task.grid.numberFormat(row, task.column) : undefined,
    });
    if (cells.length >= SAMPLE) break;
  }
  return { cells, filled, formulas };
}

/** Share of the filled cells that can be read as the indicator's kind; 1 for a column without any. */
export function fitOf(indicator: Indicator, sample: ContentSample, date1904: boolean): number {
  const { cells } = sample;
  if (cells.length === 0) return 1;
  return cells.filter(readerFor(indicator, sample, date1904)).length / cells.length;
}

function readerFor(
  indicator: Indicator,
  { cells }: ContentSample,
  date1904: boolean,
): (cell: SampleCell) => boolean {
  switch (indicator.type) {
    case 'boolean': {
      const read = flagReader(indicator, undefined, hasDiscs(cells.map(({ content }) => content)));
      return ({ content }) => typeof content === 'boolean' || read(String(content)) !== null;
    }
    case 'date':
      return (cell) => isDate(cell, date1904);
    case 'category':
      return ({ content }) => typeof content === 'string' || indicator.key === 'industry';
    case 'text':
      return textReader(indicator.key);
    default:
      return isNumber;
  }
}

function textReader(key: string): (cell: SampleCell) => boolean {
  if (key === 'creditCode') return ({ content }) => isCode(content);
  if (key === 'enterpriseName')
    return ({ content }) =>
      typeof content === 'string' && readNumberText(content) === null && !isCode(content);
  return ({ content }) => typeof content !== 'boolean';
}

function isCode(content: CellContent): boolean {
  return typeof content === 'string'
    ? looksLikeCode(content) && content.trim().length >= 15
    : typeof content === 'number' && content > 1e13;
}

export function isNumber({ content, format }: SampleCell): boolean {
  if (typeof content === 'number') return datePrecision(format) === null;
  return typeof content === 'string' && readNumberText(content) !== null;
}

function isDate({ content, format }: SampleCell, date1904: boolean): boolean {
  if (typeof content === 'number') return readDateNumber(content, format, date1904) !== null;
  return typeof content === 'string' && readDateText(content) !== null;
}

/** Most cells are credit codes. */
export function holdsCodes(sample: ContentSample): boolean {
  return (
    sample.cells.length > 0 &&
    sample.cells.filter(({ content }) => isCode(content)).length >= sample.cells.length * 0.6
  );
}

/** Most cells end as names of enterprises do. */
export function holdsEnterprises(sample: ContentSample): boolean {
  const names = sample.cells.filter(
    ({ content }) => typeof content === 'string' && content.length >= 3 && looksLikeEnterprise(content),
  );
  return sample.cells.length > 0 && names.length >= sample.cells.length * 0.6;
}

/** Figures, mostly: a column that is worth a unit and a factor even if it is no indicator. */
export function holdsNumbers(sample: ContentSample): boolean {
  return sample.cells.length > 0 && sample.cells.filter(isNumber).length >= sample.cells.length * 0.6;
}

/** Texts, mostly: a column by which totals can be grouped. */
export function holdsTexts(sample: ContentSample): boolean {
  const texts = sample.cells.filter(
    ({ content }) => typeof content === 'string' && readNumberText(content) === null,
  );
  return sample.cells.length > 0 && texts.length >= sample.cells.length * 0.6;
}

/** The first few different contents, for people. */
export function examplesOf(sample: ContentSample, count = 3): readonly string[] {
  return [...new Set(sample.cells.map(({ content }) => String(content)))].slice(0, count);
}
