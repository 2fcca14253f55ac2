import type { Batch } from './batch';
import { zeroIsDoubtful } from './columns';

/** The doubtful zeros of a batch: parameter → rows. */
export type DoubtfulZeros = ReadonlyMap<number, ReadonlySet<number>>;

/** Zeros that stand in cells and would mean something else as blanks. */
export function doubtfulZeros({ of, cells, place }: Batch): DoubtfulZeros {
  const found = new Map<number, ReadonlySet<number>>();
  for (const [parameter, each] of of.parameters.entries()) {
    if (!zeroIsDoubtful(each)) continue;
    const rows = new Set<number>();
    for (const [row, cell] of (cells[parameter] ?? []).entries())
      if (cell === 0 && place(parameter, row) !== null) rows.add(row);
    if (rows.size > 0) found.set(parameter, rows);
  }
  return found;
}

/** Some doubtful zeros taken as blanks, and the rows whose results are then to be compared. */
export interface Trial {
  readonly blanks: DoubtfulZeros;
  readonly rows: readonly number[];
}

/** So many doubtful zeros of one row are tried in every combination. */
const TRIED = 3;

/**
 * The trials that tell which rows depend on their doubtful zeros. Rows with more of them than
 * are tried are `open` without a trial.
 */
export function trials(doubtful: DoubtfulZeros): {
  readonly trials: readonly Trial[];
  readonly open: ReadonlySet<number>;
} {
  const counts = new Map<number, number>();
  for (const rows of doubtful.values()) for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  const open = new Set([...counts].filter(([, count]) => count > TRIED).map(([row]) => row));
  const made = combinations([...doubtful.keys()]).flatMap((parameters): Trial[] => {
    const [first = NO_ROWS, ...others] = parameters.map((one) => doubtful.get(one) ?? NO_ROWS);
    const rows = [...first].filter((row) => !open.has(row) && others.every((each) => each.has(row)));
    if (rows.length === 0) return [];
    const blank = new Set(rows);
    return [{ blanks: new Map(parameters.map((one) => [one, blank])), rows }];
  });
  return { trials: made, open };
}

const NO_ROWS: ReadonlySet<number> = new Set();

/** All combinations of one to three. */
function combinations(parameters: readonly number[]): readonly (readonly number[])[] {
  return parameters
    .reduce<readonly (readonly number[])[]>(
      (made, one) => [...made, ...made.filter(({ length }) => length < TRIED).map((some) => [...some, one])],
      [[]],
    )
    .slice(1);
}
