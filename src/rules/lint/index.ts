/**
 * The last stage: what is right but doubtful. Checked clauses come in, warnings go out. Only clauses
 * without errors get here, so that a warning is never the consequence of an error.
 */
export * from './unused';
export { reportClauseLints } from './clause';
