import type { WorkbookOutcome } from '../engine';
import { nameSafe, parseOurName } from './names';
import type { FoundColumn, Ours } from './ours';

/** A hidden name to write, or with a formula of null to remove. */
export interface OurNameEdit {
  readonly name: string;
  /** The sheet it belongs to; null for the workbook. */
  readonly sheet: string | null;
  /** Without `=`. */
  readonly formula: string | null;
  readonly hidden?: true;
}

/** The number under which each sheet's columns are named; a sheet keeps the number it had. */
export function blockNumbers(ours: Ours, sheetNames: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Set(ours.columns.map(({ block }) => block));
  const given = new Map<string, number>();
  for (const sheetName of sheetNames) {
    const own = ours.columns.filter(({ home }) => home === sheetName);
    const earlier = own.find(
      ({ block }) => ![...given.values()].includes(block) && isFirst(block, own, ours),
    );
    const block = earlier?.block ?? firstFree(taken);
    taken.add(block);
    given.set(sheetName, block);
  }
  return given;
}

function firstFree(taken: ReadonlySet<number>): number {
  let block = 1;
  while (taken.has(block)) block += 1;
  return block;
}

/** A copy of an annotated sheet carries the original's number: the original keeps it. */
function isFirst(block: number, own: readonly FoundColumn[], { columns }: Ours): boolean {
  const isOriginal = own.some((column) => column.block === block && column.scope === null);
  return isOriginal || !columns.some((column) => column.block === block && column.scope === null);
}

/**
 * Names of ours that are no longer true once `written` stand: of columns on sheets and under policies that
 * were evaluated now, and of columns that are gone.
 */
export function staleNames(
  ours: Ours,
  outcome: WorkbookOutcome,
  sheetNames: readonly string[],
  written: readonly OurNameEdit[],
): OurNameEdit[] {
  const policies = new Set(outcome.policies.map(({ policy }) => nameSafe(policy.id)));
  const kept = new Set(written.map(({ name }) => name));
  return ours.names
    .filter(({ name, sheet }) => {
      const own = parseOurName(name);
      if (own?.kind !== 'column' && own?.kind !== 'digest') return false;
      if (!policies.has(own.policy) || (sheet === null && kept.has(name))) return false;
      const homes = ours.columns
        .filter(({ scope, block }) => scope === sheet && block === own.block)
        .map(({ home }) => home);
      return homes.every((home) => sheetNames.includes(home));
    })
    .map(({ name, sheet }) => ({ name, sheet, formula: null }));
}
