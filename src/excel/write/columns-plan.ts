import type { ColumnOutline, ColumnValue, PlacementOutline } from '../../report';
import type { CellRange } from '../../sheet';
import type { NameToWrite } from '../work/defined-names';
import { COPY_PREFIX, type KeptCells, type PlaceName, type UndoEntry } from '../work/marker';
import { placeName } from '../work/places';
import type { Work } from '../work/work';
import type { ColumnsTarget, ColumnTarget } from './columns-target';

/** Looks of cells that were blank stand on these sheets until our columns are taken back. */
export const LOOKS_PREFIX = '_SUBSIDY.looks.';

/** The columns of one sheet, with all that taking them back needs to know. */
export interface ColumnsPlan {
  readonly sheetId: string;
  /** When it was looked at; a sheet may be renamed while we write. */
  readonly sheetName: string;
  readonly placement: PlacementOutline;
  readonly columns: readonly PlannedColumn[];
  /** Columns that tell the rows apart. */
  readonly keys: readonly { readonly place: PlaceName; readonly cells: CellRange }[];
  readonly copySheet: string;
  readonly looksSheet: { readonly name: string; readonly place: PlaceName } | null;
}

export interface PlannedColumn {
  readonly column: ColumnOutline;
  /** Its values for rows below the header, counted from 0; `to` is not included. */
  readonly values: (from: number, to: number) => Promise<readonly ColumnValue[]>;
  readonly target: ColumnTarget;
  readonly place: PlaceName;
  /** Where a copy of the earlier results is made; null for a new column, or where no sheet can be added. */
  readonly copy: KeptCells | null;
  readonly looks: KeptCells | null;
}

export interface PlanOptions {
  /** Values of a column of the placement, by its position there. */
  readonly values: (column: number, from: number, to: number) => Promise<readonly ColumnValue[]>;
  /** Which of the sheets it is, for the names of hidden sheets. */
  readonly number: number;
  /** No sheet can be added: the structure of the workbook is protected. */
  readonly canAddSheets: boolean;
  /** Names of sheets that are there, lower case. */
  readonly sheetNames: ReadonlySet<string>;
}

export function planColumns(
  work: Work,
  placement: PlacementOutline,
  target: ColumnsTarget,
  options: PlanOptions,
): ColumnsPlan {
  const copySheet = `${COPY_PREFIX}${options.number}`;
  const needsLooks = options.canAddSheets && target.columns.some(({ hasLooks }) => hasLooks);
  const looksSheet = needsLooks ? { name: freeLooksName(options.sheetNames), place: work.newPlace() } : null;
  return {
    sheetId: target.sheetId,
    sheetName: target.sheetName,
    placement,
    copySheet,
    looksSheet,
    columns: placement.columns.flatMap((column, index): PlannedColumn[] => {
      const found = target.columns[index];
      if (found === undefined) return [];
      const { cells, hasLooks } = found;
      const hasCopy = column.earlier !== null && options.canAddSheets;
      return [
        {
          column,
          values: (from, to) => options.values(index, from, to),
          target: found,
          place: work.newPlace(),
          copy: hasCopy ? { sheet: copySheet, cells } : null,
          looks: hasLooks && looksSheet !== null ? { sheet: looksSheet.name, cells } : null,
        },
      ];
    }),
    keys: placement.identity.columns.map((column) => ({
      place: work.newPlace(),
      cells: { top: placement.headerRow, left: column, bottom: placement.lastRow, right: column },
    })),
  };
}

function freeLooksName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${LOOKS_PREFIX}${number}`.toLowerCase())) number += 1;
  return `${LOOKS_PREFIX}${number}`;
}

/** Hidden names for everything that has to be found again. */
export function placesOf({ sheetName, columns, keys, looksSheet }: ColumnsPlan): NameToWrite[] {
  return [
    ...columns.map(({ place, target }) => placeName(place, sheetName, target.cells)),
    ...keys.map(({ place, cells }) => placeName(place, sheetName, cells)),
    ...(looksSheet === null
      ? []
      : [placeName(looksSheet.place, looksSheet.name, { top: 1, left: 1, bottom: 1, right: 1 })]),
  ];
}

/** How to take back what is written over the cells. */
export function undoOf({ columns, keys, placement }: ColumnsPlan): UndoEntry[] {
  const blank = columns.filter(({ copy }) => copy === null);
  const copied = columns.flatMap(({ place, copy }) => (copy === null ? [] : [{ place, copy }]));
  const rows = { places: keys.map(({ place }) => place), digest: placement.identity.digest };
  return [
    ...(blank.length === 0
      ? []
      : [
          {
            kind: 'blank' as const,
            columns: blank.map(({ place, target, looks, column }) => ({
              place,
              width: target.width,
              looks,
              hadResults: column.earlier !== null,
            })),
          },
        ]),
    ...(copied.length === 0 ? [] : [{ kind: 'cells' as const, copies: copied, rows }]),
  ];
}
