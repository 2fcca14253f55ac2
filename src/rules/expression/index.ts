/**
 * The third stage: the text of an expression becomes a syntax tree with the place of every token, and back.
 * It knows the grammar only: names, types and units are the next stage's.
 */
export * from './syntax';
export { parseExpression } from './parser';
export { printSyntax } from './print';
