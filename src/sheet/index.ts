/**
 * The sheet room: grids of cells come in, typed columns with an account of how each was understood
 * (mapping, units, skipped rows, findings) go out. It never guesses silently and never evaluates.
 */
export { type Corrections, correctionsFor, type CorrectionsResult, readCorrections } from './corrections';
export { creditCodeKey, creditCodeProblem } from './credit-code';
export * from './findings';
export { findingText } from './finding-texts';
export * from './grid';
export { policyContext } from './policy-context';
export { readCells, unitFor, type UnitReading } from './read-cells';
export * from './reading';
export { understandSheet } from './understand-sheet';
