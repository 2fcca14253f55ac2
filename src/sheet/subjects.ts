import type { CellsOfColumn, ColumnSubject } from './findings';
import type { ReadColumn } from './read-claims';

/** How findings name a column and its cells. */

const EXAMPLES = 3;

export function subjectOf({ header, indicator }: Pick<ReadColumn, 'header' | 'indicator'>): ColumnSubject {
  return { header: header.levels.join(' '), key: indicator.key, name: indicator.names };
}

export function cellsOfColumn(
  column: Pick<ReadColumn, 'header' | 'indicator'>,
  cells: readonly { readonly text: string }[],
): CellsOfColumn {
  const examples = [...new Set(cells.map(({ text }) => text).filter((text) => text !== ''))].slice(
    0,
    EXAMPLES,
  );
  return { ...subjectOf(column), count: cells.length, examples };
}
