import { CellState, type Column } from '../engine';
import { amountAt, type ReadColumn } from './read-claims';
import type { MappingReason } from './reading';

/** Of several columns for one indicator, which is taken. */
export interface SettledColumns {
  readonly taken: readonly ReadColumn[];
  /** Columns left over, each with the column taken in its place, or null where they contradict each other. */
  readonly repeated: readonly { readonly column: ReadColumn; readonly taken: ReadColumn | null }[];
}

/** How far each reason goes: an exact name beats an alias, an alias beats a guess. */
const RANKS: Readonly<Record<MappingReason, number>> = {
  correction: 0,
  name: 1,
  english: 2,
  alias: 2,
  form: 2,
  parent: 2,
  clauseAmount: 2,
  context: 3,
  content: 3,
  near: 4,
};

export function settleRepeats(columns: readonly ReadColumn[]): SettledColumns {
  const groups = new Map<string, ReadColumn[]>();
  for (const column of columns) {
    const id = column.claim.key ?? `clause:${column.claim.clauseId}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [column]);
    else group.push(column);
  }
  const taken: ReadColumn[] = [];
  const repeated: { column: ReadColumn; taken: ReadColumn | null }[] = [];
  for (const group of groups.values()) {
    const best = bestOf(group);
    if (best !== null) taken.push(best);
    for (const column of group) if (column !== best) repeated.push({ column, taken: best });
  }
  const order = (one: ReadColumn): number => one.claim.column;
  return {
    taken: taken.toSorted((a, b) => order(a) - order(b)),
    repeated: repeated.toSorted((a, b) => order(a.column) - order(b.column)),
  };
}

function bestOf(group: readonly ReadColumn[]): ReadColumn | null {
  if (group.length === 1) return group[0] ?? null;
  const rank = Math.min(...group.map(rankOf));
  const foremost = group.filter((one) => rankOf(one) === rank);
  const [first] = foremost;
  if (first === undefined) return null;
  if (!foremost.every(({ column }) => agree(first.column, column))) return null;
  return foremost.reduce(
    (best, one) => (valueCount(one.column) > valueCount(best.column) ? one : best),
    first,
  );
}

/** Of two classifications the finer one says more: 行业门类 gives way to 行业大类. */
function rankOf({ claim, header }: ReadColumn): number {
  return RANKS[claim.why] + (/门类|section/i.test(header.levels.at(-1) ?? '') ? 0.5 : 0);
}

function valueCount(column: Column): number {
  return column.states.reduce((sum, state) => sum + (state === CellState.value ? 1 : 0), 0);
}

/** Wherever both have a value, it is the same. */
function agree(one: Column, other: Column): boolean {
  if (one === other) return true;
  for (let at = 0; at < one.states.length; at++) {
    if (one.states[at] !== CellState.value || other.states[at] !== CellState.value) continue;
    if (!sameValue(one, other, at)) return false;
  }
  return true;
}

function sameValue(one: Column, other: Column, at: number): boolean {
  if (one.kind === 'number') {
    const [a, b] = [amountAt(one, at) ?? 0, other.kind === 'number' ? (amountAt(other, at) ?? 0) : NaN];
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  }
  return other.kind !== 'number' && JSON.stringify(one.values[at]) === JSON.stringify(other.values[at]);
}
