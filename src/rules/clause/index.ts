/**
 * The fifth stage: a raw clause becomes a rule or a record of the model, with its names, conditions,
 * amount and examples checked. It knows nothing of other clauses but their numbers.
 */
export { buildClause } from './clause';
export { buildRecord, type EntrySource } from './entry';
export { declareReadings, reportUnusedReadings } from './readings';
export { declareFigures, keyOf } from './names';
export { checkDate, checkPeriod } from './period';
export { EXAMPLE_STATUSES } from './examples';
