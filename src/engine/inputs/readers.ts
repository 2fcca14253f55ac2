import { CellState, type Column, type Columns, type NumberColumn } from '../columns';
import { numberCells } from './number-cells';
import { writtenDate } from '../values/dates';
import { NOUGHT } from '../values/fraction';
import { FALSE, names, truth, unknown, type Evaluate, type Value } from '../values/value';
import type { Indicator, IndicatorKey, Vocabulary } from '../../rules';

/**
 * Cells → values, with the meaning of a blank (decision 4): where the clause marks the input
 * required, what the vocabulary says; an optional figure left blank is unknown, an optional flag is
 * no, an optional title none. An unusable cell is missing everywhere.
 */
export interface Readers {
  readonly reader: (key: IndicatorKey, required: boolean) => Evaluate;
  readonly column: (key: IndicatorKey) => Column | undefined;
  /** Whether the cell holds anything: a cell that cannot be used counts as given, and is missing. */
  readonly given: (key: IndicatorKey) => (row: number) => boolean;
}

export function readersOf(columns: Columns, vocabulary: Vocabulary): Readers {
  const made = new Map<string, Evaluate>();
  const column = (key: IndicatorKey): Column | undefined => columns.byKey.get(key);
  return {
    column,
    reader: (key, required) => {
      const id = `${key} ${required}`;
      const reader = made.get(id) ?? makeReader(column(key), vocabulary.indicators.get(key), key, required);
      made.set(id, reader);
      return reader;
    },
    given: (key) => {
      const states = column(key)?.states;
      return states === undefined ? () => false : (row) => states[row] !== CellState.blank;
    },
  };
}

function makeReader(
  column: Column | undefined,
  indicator: Indicator | undefined,
  key: IndicatorKey,
  required: boolean,
): Evaluate {
  const open = unknown([key]);
  const blank = blankValue(indicator, required, open);
  if (column === undefined) return () => blank;
  const read = valueReader(column, indicator, open);
  const states = column.states;
  let lastRow = -1;
  let last: Value = blank;
  return (row) => {
    if (row === lastRow) return last;
    lastRow = row;
    const state = states[row];
    last = state === CellState.value ? read(row) : state === CellState.unusable ? open : blank;
    return last;
  };
}

function blankValue(indicator: Indicator | undefined, required: boolean, open: Value): Value {
  switch (indicator?.type) {
    case 'boolean':
      return required && indicator.blank === 'missing' ? open : FALSE;
    case 'category':
    case 'text':
      return required && indicator.blank === 'missing' ? open : names([]);
    default:
      return required && indicator?.blank === 'zero' ? NOUGHT : open;
  }
}

function valueReader(column: Column, indicator: Indicator | undefined, open: Value): Evaluate {
  switch (column.kind) {
    case 'number':
      return numberReader(column, indicator, open);
    case 'flag':
      return (row) => truth(column.values[row] === 1);
    case 'date':
      return (row) => {
        const date = column.values[row];
        return date === null || date === undefined ? open : writtenDate(date, column.key);
      };
    case 'category':
      return (row) => names(column.values[row] ?? []);
    case 'text':
      return (row) => {
        const text = column.values[row];
        return names(text === null || text === undefined ? [] : [text]);
      };
  }
}

/** A ratio that the sheet itself computes is no official figure: it counts as not given (9.1.2). */
function numberReader(column: NumberColumn, indicator: Indicator | undefined, open: Value): Evaluate {
  const computed = indicator?.type === 'ratio' ? column.computed : undefined;
  const cells = numberCells(column);
  return (row) => (computed?.[row] === 1 ? open : (cells(row) ?? open));
}
