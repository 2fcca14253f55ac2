/**
 * Blanks that arrive as 0. A formula's arguments do not tell a 0 from a blank on the desktop
 * (office-js issues 4702, 5262, 1951); where that decides a result, whoever knows the cells is asked.
 */
export interface BlankResolver {
  /**
   * For each cell, in order, whether it is blank; undefined where that cannot be learnt. Asked once for
   * all doubtful cells of a batch.
   */
  readonly areBlank: (cells: readonly ZeroCell[]) => Promise<readonly (boolean | undefined)[]>;
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

/** Where the cells of an argument stand: a reference, a literal, or unknown because the host did not say. */
export type ArgumentPlace =
  | { readonly from: 'reference'; readonly address: string }
  | { readonly from: 'literal' }
  | { readonly from: 'unknown' };

/** @param addresses of all arguments, as the host gives them; undefined where it gives none */
export function placeOfArgument(addresses: readonly unknown[] | undefined, at: number): ArgumentPlace {
  if (addresses === undefined) return { from: 'unknown' };
  const address = addresses[at];
  return typeof address === 'string' && address !== '' ? { from: 'reference', address } : { from: 'literal' };
}
