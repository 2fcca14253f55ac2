import { CellState, type Column, type SheetData } from '../columns';
import { inOrder, pays, type Draft } from '../sheets/draft';

/**
 * A clause of grain enterprise pays an enterprise once: of equal amounts the first row keeps it
 * and the others are duplicates; of unequal ones all are in conflict, for the analyst to resolve.
 * Clauses of other grains add up over rows, but the same data twice is a duplicate in any of them.
 */
export function settleGrain(drafts: readonly Draft[], sheets: readonly SheetData[]): void {
  const sameData = twins(sheets);
  for (const group of paidTo(drafts).values()) {
    const [first, ...later] = group.toSorted(inOrder);
    if (first === undefined || later.length === 0) continue;
    if (first.clause.grain !== 'enterprise') markTwins([first, ...later], sameData);
    else if (later.every((draft) => sameMoney(first, draft)))
      later.forEach((draft) => markDuplicate(draft, first));
    else markConflict([first, ...later]);
  }
}

/** What one clause pays one enterprise. */
function paidTo(drafts: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!pays(draft) || draft.result.amount === null) continue;
    const key = `${draft.clause.id} ${draft.enterprise}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  return groups;
}

function sameMoney(a: Draft, b: Draft): boolean {
  return (
    a.status === b.status &&
    a.result.amount !== null &&
    b.result.amount !== null &&
    a.result.amount.eq(b.result.amount)
  );
}

function markDuplicate(draft: Draft, first: Draft): void {
  draft.status = 'duplicate';
  draft.duplicateOf = first.at;
}

/** All share one list: an enterprise may stand in thousands of rows. */
function markConflict(group: readonly Draft[]): void {
  const places = group.map(({ at }) => at);
  for (const draft of group) {
    draft.status = 'conflict';
    draft.conflictWith = places;
  }
}

function markTwins(group: readonly Draft[], sameData: (a: Draft, b: Draft) => boolean): void {
  group.forEach((draft, index) => {
    const first = group
      .slice(0, index)
      .find((earlier) => earlier.status !== 'duplicate' && sameData(earlier, draft));
    if (first !== undefined) markDuplicate(draft, first);
  });
}

/** Rows of one sheet that agree in every column that was read. */
function twins(sheets: readonly SheetData[]): (a: Draft, b: Draft) => boolean {
  return (a, b) => {
    const sheet = sheets[a.at.sheet];
    if (sheet === undefined || a.at.sheet !== b.at.sheet) return false;
    const columns = [...sheet.columns.byKey.values(), ...sheet.givenAmounts.values()];
    return columns.every((column) => column.key === 'creditCode' || sameCell(column, a.at.row, b.at.row));
  };
}

function sameCell(column: Column, a: number, b: number): boolean {
  if (column.states[a] !== column.states[b]) return false;
  if (column.states[a] !== CellState.value) return true;
  if (column.kind !== 'number') return JSON.stringify(column.values[a]) === JSON.stringify(column.values[b]);
  const [exactA, exactB] = [column.exact?.get(a), column.exact?.get(b)];
  if (exactA === undefined || exactB === undefined)
    return exactA === exactB && column.raw[a] === column.raw[b];
  return exactA.eq(exactB);
}
