import type { CellRange } from '../../sheet';

/** Cells of one column that lie close enough together to be read as one range. */
export interface CellRun {
  readonly sheet: string;
  readonly range: CellRange;
}

/** Rows of the cells that are asked about: sheet → column → rows. */
export type AskedCells = ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<number>>>;

/** One range costs a request about as much as this many cells. */
const GAP = 32;

/** Few ranges that hold all of the cells, none of more than `most` cells. */
export function cellRuns(asked: AskedCells, most: number): readonly CellRun[] {
  const runs: CellRun[] = [];
  for (const [sheet, columns] of asked) {
    for (const [column, rows] of columns) {
      for (const [top, bottom] of stretches(rows, most))
        runs.push({ sheet, range: { top, bottom, left: column, right: column } });
    }
  }
  return runs;
}

function stretches(rows: ReadonlySet<number>, most: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const row of [...rows].toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && row - last[1] <= GAP && row - last[0] < most) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** The runs in parts, none of which asks for more than `cells` cells or `ranges` ranges. */
export function inParts(
  runs: readonly CellRun[],
  { cells, ranges }: { readonly cells: number; readonly ranges: number },
): readonly (readonly CellRun[])[] {
  const parts: CellRun[][] = [];
  let free = 0;
  for (const run of runs) {
    const size = run.range.bottom - run.range.top + 1;
    const part = parts.at(-1);
    if (part === undefined || size > free || part.length >= ranges) {
      parts.push([run]);
      free = cells - size;
    } else {
      part.push(run);
      free -= size;
    }
  }
  return parts;
}
