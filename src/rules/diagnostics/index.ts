/**
 * What is wrong in a rule file, where, and what to do about it: a closed list of codes with their
 * texts in Chinese and English, positions, and the list that collects them. Nothing is thrown.
 */
export * from './position';
export * from './report';
export { type DiagnosticCode, DIAGNOSTIC_CODES, severityOf } from './codes';
export type { Severity } from './template';
