import { CellState, type FlagColumn } from '../engine';
import type { IndicatorKey } from '../rules';
import { type CellProblems, type ColumnTask, noProblems, problem } from './column-task';
import type { FlagReader } from './flag-text';
import { isCellError } from './grid';
import { isMissingMark } from './number-text';
import { isBlankContent } from './shown-text';

export interface FlagReading {
  readonly column: FlagColumn;
  readonly problems: CellProblems;
}

export function readFlags(task: ColumnTask, key: IndicatorKey, reader: FlagReader): FlagReading {
  const { rows } = task;
  const states = new Uint8Array(rows.length);
  const values = new Uint8Array(rows.length);
  const problems = noProblems();
  const known = new Map<string, boolean | null>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const content = task.at(row);
    if (content === null || isBlankContent(content)) {
      if (content !== null || !task.grid.isFormula(row, task.column)) continue;
      states[at] = CellState.unusable;
      problems.uncached.push(problem(row, ''));
      continue;
    }
    if (isCellError(content)) {
      states[at] = CellState.unusable;
      problems.errors.push(problem(row, content.error));
      continue;
    }
    const text = String(content);
    let flag = known.get(text);
    if (flag === undefined) {
      flag = typeof content === 'boolean' ? content : reader(text);
      known.set(text, flag);
    }
    if (flag !== null) {
      states[at] = CellState.value;
      values[at] = flag ? 1 : 0;
    } else if (!isMissingMark(text)) {
      states[at] = CellState.unusable;
      problems.unusable.push(problem(row, text));
    }
  }
  return { column: { kind: 'flag', key, states, values }, problems };
}
