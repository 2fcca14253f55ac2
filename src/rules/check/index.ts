/**
 * The fourth stage: names are resolved, types and units checked, figures collected. Raw values and
 * expressions come in, expressions of the model go out. It knows nothing of clauses and awards.
 */
export * from './type';
export * from './figures';
export * from './scope';
export { type Checked } from './checked';
export { checkExpression, checkerFor } from './expression';
export { reportUnknown } from './unknown-name';
export { checkText, checkValue } from './value';
export * from './reading-choice';
export { readFigure, reportLiteral, typeOfFigure } from './figure-literal';
export { checkCategoryValue } from './category';
export { ClauseNames, type KnownClause } from './clause-names';
export { checkCondition } from './condition-text';
