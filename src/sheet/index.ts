/**
 * The sheet room: grids of cells come in, typed columns with an account of how each was understood
 * (mapping, units, skipped rows, findings) go out. It never guesses silently and never evaluates.
 */
export * from './findings';
export * from './grid';
export * from './reading';
