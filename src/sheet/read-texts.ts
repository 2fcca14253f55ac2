import {
  type CategoryColumn,
  CellState,
  type DateColumn,
  type PartialDate,
  type TextColumn,
} from '../engine';
import type { IndicatorKey } from '../rules';
import type { CategoryReading, NearValue } from './category-text';
import { type CellProblems, type ColumnTask, noProblems, problem } from './column-task';
import { creditCodeKey } from './credit-code';
import { datePrecision, readDateNumber, readDateText } from './date-text';
import { type CellContent, isCellError } from './grid';
import { isMissingMark } from './number-text';
import { isBlankContent } from './shown-text';

/** Dates, categories and texts: columns of one value object a row. */

export interface DateReading {
  readonly column: DateColumn;
  readonly problems: CellProblems;
}
export interface CategoryColumnReading {
  readonly column: CategoryColumn;
  readonly problems: CellProblems;
  readonly near: readonly (NearValue & { readonly row: number })[];
  readonly ambiguous: readonly {
    readonly row: number;
    readonly value: string;
    readonly candidates: readonly string[];
  }[];
}
export interface TextReading {
  readonly column: TextColumn;
  readonly problems: CellProblems;
}

type Usable = string | number | boolean;

/** Walks the rows; what is blank, an error or a formula without result is settled here, the rest by `read`. */
function readValues<Value>(
  task: ColumnTask,
  problems: CellProblems,
  read: (content: Usable, row: number) => Value | null,
): { states: Uint8Array; values: (Value | null)[] } {
  const states = new Uint8Array(task.rows.length);
  const values: (Value | null)[] = Array.from({ length: task.rows.length }, () => null);
  for (let at = 0; at < task.rows.length; at++) {
    const row = task.rows[at] ?? 0;
    const content = task.at(row);
    if (isBlank(content)) {
      if (content !== null || !task.grid.isFormula(row, task.column)) continue;
      states[at] = CellState.unusable;
      problems.uncached.push(problem(row, ''));
    } else if (isCellError(content)) {
      states[at] = CellState.unusable;
      problems.errors.push(problem(row, content.error));
    } else if (content !== null) {
      const value = read(content, row);
      values[at] = value;
      states[at] = value === null ? CellState.unusable : CellState.value;
      if (value === null) problems.unusable.push(problem(row, String(content)));
    }
  }
  return { states, values };
}

function isBlank(content: CellContent): boolean {
  return isBlankContent(content) || (typeof content === 'string' && isMissingMark(content));
}

export function readDates(task: ColumnTask, key: IndicatorKey): DateReading {
  const problems = noProblems();
  const known = new Map<string, PartialDate | null>();
  const { states, values } = readValues(task, problems, (content, row) => {
    if (typeof content === 'boolean') return null;
    if (typeof content === 'number')
      return readDateNumber(content, task.grid.numberFormat(row, task.column), task.grid.date1904);
    let date = known.get(content);
    if (date === undefined) {
      date = readDateText(content);
      known.set(content, date);
    }
    return date;
  });
  return { column: { kind: 'date', key, states, values }, problems };
}

export function readCategories(
  task: ColumnTask,
  key: IndicatorKey,
  reader: (content: string | number) => CategoryReading,
): CategoryColumnReading {
  const problems = noProblems();
  const near: (NearValue & { row: number })[] = [];
  const ambiguous: { row: number; value: string; candidates: readonly string[] }[] = [];
  const { states, values } = readValues(task, problems, (content, row) => {
    const reading = reader(typeof content === 'boolean' ? String(content) : content);
    if (reading.kind === 'values') {
      for (const one of reading.near) near.push({ ...one, row });
      return reading.values;
    }
    ambiguous.push({ row, value: String(content), candidates: reading.candidates });
    return null;
  });
  // Cells that are several industries have a finding of their own.
  const own = new Set(ambiguous.map(({ row }) => row));
  const unusable = problems.unusable.filter(({ row }) => !own.has(row));
  return {
    column: { kind: 'category', key, states, values },
    problems: { ...problems, unusable },
    near,
    ambiguous,
  };
}

/** Names and other texts, trimmed; credit codes in the one form by which rows are joined. */
export function readTexts(task: ColumnTask, key: IndicatorKey): TextReading {
  const problems = noProblems();
  const isCode = key === 'creditCode';
  const { states, values } = readValues(task, problems, (content) => {
    // Excel keeps 15 digits: a code stored as a number has lost its end.
    if (isCode && typeof content === 'number' && content >= 1e15) return null;
    return isCode ? creditCodeKey(String(content)) : String(content).trim();
  });
  return { column: { kind: 'text', key, states, values }, problems };
}

/** A column of texts that is no indicator, for grouping totals. */
export function readGroup(task: ColumnTask): (string | null)[] {
  return task.rows.map((row) => {
    const content = task.at(row);
    if (content === null || isCellError(content) || isBlank(content)) return null;
    const format = typeof content === 'number' ? task.grid.numberFormat(row, task.column) : undefined;
    const date =
      typeof content === 'number' && datePrecision(format) !== null
        ? readDateNumber(content, format, task.grid.date1904)
        : null;
    return date === null
      ? String(content).trim()
      : [date.year, date.month, date.day].filter((part) => part !== undefined).join('-');
  });
}
