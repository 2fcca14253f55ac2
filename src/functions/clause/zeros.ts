/**
 * Blanks that arrive as 0. A formula's arguments do not tell a 0 from a blank on the desktop
 * (office-js issues 4702, 5262, 1951); where that decides a result, whoever knows the cells is asked.
 */
export interface BlankResolver {
  /** For each cell, in order, whether it is blank. Asked once for all doubtful cells of a batch. */
  readonly areBlank: (cells: readonly ZeroCell[]) => Promise<readonly boolean[]>;
}

/** A cell of a reference: row and column count from the upper left cell of `address`, from 0. */
export interface ZeroCell {
  /** As Excel gives it to the function: `企业统计!B2:B5000`. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
}

/**
 * What a 0 may be. `real`: this host passes blanks on as null, every 0 is one; `unknown`: a 0 may be a blank,
 * and nobody can be asked: #N/A where it matters; otherwise the one who can be asked.
 */
export type Zeros = 'real' | 'unknown' | BlankResolver;

/** The doubtful zeros of a batch: parameter → rows. */
export type DoubtfulZeros = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * The ways to take doubtful zeros as blanks, other than taking none: up to three parameters in every
 * combination, more of them one by one and all at once.
 */
export function blankings(parameters: readonly number[]): readonly (readonly number[])[] {
  if (parameters.length > ALL_COMBINATIONS) return [...parameters.map((one) => [one]), parameters];
  const subsets = parameters.reduce<readonly (readonly number[])[]>(
    (made, one) => [...made, ...made.map((subset) => [...subset, one])],
    [[]],
  );
  return subsets.filter(({ length }) => length > 0);
}

export const ALL_COMBINATIONS = 3;
