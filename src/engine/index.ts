/**
 * The engine: a checked policy and typed columns come in, outcomes per clause and row, settled
 * over the workbook, and totals go out. It never reads cells and never rounds before the end of a clause.
 */
export * from './columns';
export * from './errors';
export * from './outcome';
export * from './plan';
export * from './scenario';
export * from './evaluate-sheets';
export * from './cases/evaluate-case';
export * from './cases/case-columns';
export * from './cases/run-examples';
export * from './explain/explain';
export * from './explain/basis';
export * from './explain/grouped';
export * from './clauses/evaluate-clause';
export { isInForceForSome } from './settlement/in-force';
export type { Result as ClauseResult } from './clauses/result';
