import { CellState, type NumberColumn } from '../engine';
import { type BaseUnit, Decimal, type IndicatorKey } from '../rules';
import { type CellProblem, type CellProblems, type ColumnTask, noProblems, problem } from './column-task';
import { isCellError } from './grid';
import {
  growthInDigits,
  hasFootnote,
  isMissingMark,
  type NumberText,
  readNumberText,
  readPlainNumber,
} from './number-text';
import { isBlankContent } from './shown-text';
import { sameKind } from './unit-kinds';

/** How the numbers of a column are to be taken. */
export interface NumberSpec {
  readonly key: IndicatorKey;
  readonly base: BaseUnit | undefined;
  readonly factor: Decimal;
  /** Ratio columns: a cell shown with a % format holds its value itself, whatever the others hold. */
  readonly ratio: boolean;
}

export interface NumberReading {
  readonly column: NumberColumn;
  readonly problems: CellProblems;
  /** Cells that carry another unit than the column's. */
  readonly ownUnits: readonly CellProblem[];
  /** Cells whose number carries a footnote's mark. */
  readonly marked: readonly CellProblem[];
}

const ONE = new Decimal(1);
/** A double carries every decimal of this many digits. */
const SAFE_DIGITS = 15;

export function readNumbers(task: ColumnTask, spec: NumberSpec): NumberReading {
  const { grid, column, rows } = task;
  const states = new Uint8Array(rows.length);
  const raw = new Float64Array(rows.length);
  const exact = new Map<number, Decimal>();
  const computed = spec.ratio ? new Uint8Array(rows.length) : undefined;
  const problems = noProblems();
  const ownUnits: CellProblem[] = [];
  const marked: CellProblem[] = [];
  let anyComputed = false;
  const scaled = spec.ratio && !spec.factor.equals(ONE);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const content = task.at(row);
    if (computed !== undefined && grid.isFormula(row, column)) {
      computed[at] = 1;
      anyComputed = true;
    }
    if (typeof content === 'number') {
      states[at] = CellState.value;
      raw[at] = content;
      if (scaled && isPercentFormat(grid.numberFormat(row, column))) exact.set(at, new Decimal(content));
    } else if (content === null) {
      if (!grid.isFormula(row, column)) continue;
      states[at] = CellState.unusable;
      problems.uncached.push(problem(row, ''));
    } else if (isCellError(content)) {
      states[at] = CellState.unusable;
      problems.errors.push(problem(row, content.error));
    } else if (typeof content === 'boolean') {
      states[at] = CellState.unusable;
      problems.unusable.push(problem(row, content ? 'TRUE' : 'FALSE'));
    } else if (!isBlankContent(content)) {
      states[at] = readText(at, row, content);
    }
  }
  const parts = { kind: 'number' as const, key: spec.key, states, raw, factor: spec.factor };
  const withExact = exact.size > 0 ? { ...parts, exact } : parts;
  const result = anyComputed && computed !== undefined ? { ...withExact, computed } : withExact;
  return { column: result, problems, ownUnits, marked };

  function readText(at: number, row: number, text: string): CellState {
    const quick = readPlainNumber(text);
    if (quick !== undefined) {
      raw[at] = quick;
      return CellState.value;
    }
    if (isMissingMark(text)) return CellState.blank;
    const number = readNumberText(spec.ratio ? growthInDigits(text) : text);
    const factor = number === null ? null : factorOf(number, spec);
    if (number === null || factor === null) {
      problems.unusable.push(problem(row, text));
      return CellState.unusable;
    }
    if (hasFootnote(text)) marked.push(problem(row, text));
    raw[at] = number.value.toNumber();
    if (!factor.equals(spec.factor)) {
      const value = number.value.times(factor);
      exact.set(at, value);
      raw[at] = value.toNumber() / spec.factor.toNumber();
      if (!spec.ratio) ownUnits.push(problem(row, text));
    } else if (number.value.precision() > SAFE_DIGITS && !number.value.equals(raw[at] ?? 0)) {
      exact.set(at, number.value.times(factor));
    }
    return CellState.value;
  }
}

/** The factor of one text cell: its own unit's, or the column's; null for a unit of another kind. */
function factorOf(number: NumberText, spec: NumberSpec): Decimal | null {
  if (number.unit === null) return spec.factor;
  if (number.magnitudeOnly) return spec.ratio ? null : number.unit.factor;
  if (spec.base === undefined || number.unit.base === 'other') return null;
  return sameKind(number.unit.base, spec.base) ? number.unit.factor : null;
}

export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
}
