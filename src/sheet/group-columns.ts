import { holdsTexts } from './column-content';
import type { ColumnTask } from './column-task';
import { fillDown, type FilledColumn } from './fill-down';
import type { Grid } from './grid';
import type { ColumnHeader } from './header-paths';
import type { LeftInput } from './left-columns';
import type { ReadColumn } from './read-claims';
import { readGroup } from './read-texts';
import { type SheetTable, type TableColumn, taskOf } from './sheet-table';

/** A column by which totals can be grouped: categories, and columns of texts that are no indicator. */
export interface GroupColumn {
  readonly header: ColumnHeader;
  readonly task: ColumnTask;
  readonly filled: FilledColumn | null;
  /** No indicator's column: what is to be said of it is said here. */
  readonly own: boolean;
}

/** The first column that says which enterprise a row is about: group names stand to its left. */
export function identityColumn(columns: readonly TableColumn[]): number {
  const identities = columns.filter(
    ({ decision }) =>
      decision.kind === 'claim' && (decision.key === 'enterpriseName' || decision.key === 'creditCode'),
  );
  return Math.min(...identities.map(({ header }) => header.column));
}

export function groupColumns(
  grid: Grid,
  table: SheetTable,
  taken: readonly ReadColumn[],
  left: readonly LeftInput[],
  identity: number,
): GroupColumn[] {
  const texts = left
    .filter(({ sample, leftover }) => holdsTexts(sample) && leftover.why !== 'serial')
    .map(({ header }): GroupColumn => {
      const task = taskOf(grid, table.body, header.column, table.rows.dataRows);
      const filled = header.column < identity ? fillDown(task) : null;
      return { header, task: filled?.task ?? task, filled, own: true };
    });
  const categories = taken
    .filter(
      ({ indicator: { type, key } }) =>
        type === 'category' || key === 'projectName' || key === 'buildingName',
    )
    .map(({ header, task, filled }): GroupColumn => ({ header, task, filled, own: false }));
  return [...texts, ...categories].toSorted((a, b) => a.header.column - b.header.column);
}

/** The groups' names of the data rows, by the column's header. */
export function groupsByName(columns: readonly GroupColumn[]): Map<string, readonly (string | null)[]> {
  const groups = new Map<string, readonly (string | null)[]>();
  for (const { header, task } of columns) {
    const own = header.levels.at(-1) ?? '';
    const name = groups.has(own) ? header.levels.join(' / ') : own;
    if (name !== '' && !groups.has(name)) groups.set(name, readGroup(task));
  }
  return groups;
}
