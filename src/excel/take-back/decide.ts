import {
  type FoundColumn,
  type FoundSheet,
  nameSafe,
  type Ours,
  parseOurName,
  printOurName,
} from '../../report';
import type { TakeBackRequest } from '../work/marker';

/** What users did with what we wrote, as far as it decides what is taken back. */
export interface Decisions {
  /** Policies by id; undefined for all. */
  readonly policies: readonly string[] | undefined;
  readonly isEdited: (column: FoundColumn) => boolean;
  /** Sheets that stay, for what users filled in there. */
  readonly keptSheets: ReadonlySet<string>;
  readonly withState: boolean;
}

/** Columns and sheets of ours that are concerned; copies that users made of a sheet are theirs. */
export function concerned(
  ours: Ours,
  policies: readonly string[] | undefined,
): { readonly columns: FoundColumn[]; readonly sheets: FoundSheet[] } {
  const safe = policies === undefined ? null : new Set(policies.map(nameSafe));
  const isWanted = (policy: string): boolean => safe === null || safe.has(policy);
  return {
    columns: ours.columns.filter(({ policy, scope }) => scope === null && isWanted(policy)),
    sheets: ours.sheets.filter(({ policy, copy }) => !copy && isWanted(policy)),
  };
}

/** Cleared is what is as we wrote it; what a user changed stays and is no longer ours. */
export function requestFor(ours: Ours, decisions: Decisions): TakeBackRequest {
  const { columns, sheets } = concerned(ours, decisions.policies);
  const safe = decisions.policies?.map(nameSafe);
  const names = ours.names.filter(({ name, sheet }) => {
    const own = parseOurName(name);
    return sheet === null && own !== undefined && (safe === undefined || safe.includes(own.policy));
  });
  return {
    columns: columns.filter((column) => !decisions.isEdited(column)).map(columnName),
    sheets: sheets
      .filter(({ sheetName }) => !decisions.keptSheets.has(sheetName))
      .map(({ kind, policy }) => printOurName({ kind, policy })),
    names: names.map(({ name }) => name),
    withState: decisions.withState,
  };
}

export function columnName({ policy, block, column }: FoundColumn): string {
  return printOurName({ kind: 'column', policy, block, column });
}
