/**
 * The fourth stage: names are resolved, types and units checked, figures collected. Raw values and
 * expressions come in, expressions of the model go out. It knows nothing of clauses and awards.
 */
export * from './type';
export * from './figures';
export * from './scope';
export * from './checked';
export { checkExpression, checkFlag, reportUnknown } from './expression';
export { checkText, checkValue } from './value';
export * from './reading-choice';
export { readFigure, reportLiteral, typeOfFigure } from './figure-literal';
export { checkCategoryValue } from './category';
export { ClauseNames } from './clause-names';
