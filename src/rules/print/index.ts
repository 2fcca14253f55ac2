/**
 * Expressions of the model as text: in the form in which rules are written, and in words for explanations.
 */
export { printAward } from './award';
export { printExpr } from './source';
export { describeExpr, type Described } from './words';
export type { Figures } from './syntax-of';
