import type { ColumnTask } from './column-task';
import { type Finding, finding } from './findings';
import { type CellContent, cellAddress } from './grid';
import type { ColumnHeader } from './header-paths';
import { isMissingMark } from './number-text';
import { isBlankContent } from './shown-text';

/** A column whose groups were named once each, with the names given to all rows of the group. */
export interface FilledColumn {
  readonly task: ColumnTask;
  /** Worksheet rows that got their group's name. */
  readonly filled: readonly number[];
  /** The groups' names, in order. */
  readonly groups: readonly string[];
}

const MOST_NAMED = 0.6;
const LEAST_ROWS = 4;

/**
 * Group names typed once, beside the first enterprise of each group, without merging: the first row has
 * one, no name comes twice, and most rows are blank. Null for any other column: there a blank is a blank.
 */
export function fillDown(task: ColumnTask): FilledColumn | null {
  const named = new Map<number, CellContent>();
  const texts = new Set<string>();
  for (const row of task.rows) {
    const content = task.at(row);
    if (isBlankContent(content)) continue;
    if (typeof content !== 'string' || isMissingMark(content) || texts.has(content.trim())) return null;
    texts.add(content.trim());
    named.set(row, content);
  }
  if (task.rows.length < LEAST_ROWS || named.size > task.rows.length * MOST_NAMED) return null;
  return filledBy(task, named, [...texts]);
}

/**
 * Enterprises with several projects or buildings, named beside the first of each: every row below has a
 * project of its own (`isOneMore`), and no name comes twice. Null where a blank may be anybody's.
 */
export function fillDownOwner(task: ColumnTask, isOneMore: (row: number) => boolean): FilledColumn | null {
  const named = new Map<number, CellContent>();
  const texts = new Set<string>();
  for (const row of task.rows) {
    const content = task.at(row);
    if (isBlankContent(content)) {
      if (!isOneMore(row)) return null;
      continue;
    }
    if (typeof content !== 'string' || isMissingMark(content) || texts.has(content.trim())) return null;
    texts.add(content.trim());
    named.set(row, content);
  }
  return named.size === task.rows.length ? null : filledBy(task, named, [...texts]);
}

function filledBy(
  task: ColumnTask,
  named: ReadonlyMap<number, CellContent>,
  groups: readonly string[],
): FilledColumn | null {
  const [first] = task.rows;
  if (first === undefined || !named.has(first) || named.size < 2) return null;
  const contents = new Map<number, CellContent>();
  const filled: number[] = [];
  let current: CellContent = null;
  for (const row of task.rows) {
    const own = named.get(row);
    if (own === undefined) filled.push(row);
    else current = own;
    contents.set(row, current);
  }
  return { task: { ...task, at: (row) => contents.get(row) ?? null }, filled, groups };
}

const EXAMPLES = 3;

export function filledDownFinding(header: ColumnHeader, { filled, groups }: FilledColumn): Finding {
  return finding(
    'filledDown',
    filled.map((row) => cellAddress(row, header.column)),
    { header: header.levels.join(' '), count: filled.length, examples: groups.slice(0, EXAMPLES) },
  );
}
