/**
 * The rules room: policy packs in YAML come in, a checked model goes out (indicators, clauses,
 * figures, readings, records) together with diagnostics that name file, line and column.
 * Nothing is evaluated here, and no file is read: callers hand in texts.
 */
export * from './decimal';
export * from './units';
export * from './vocabulary';
export * from './dimension';
export * from './model';
export {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  formatDiagnostic,
  type Severity,
  type SourceFile,
  type SourcePosition,
} from './diagnostics';
export { type ParsedLiteral, parseDate, parseLiteral, printLiteral } from './literal';
export { canonicalCategory } from './category';
export { figureAsOf } from './figure-as-of';
export { describeExpr, type Described, printAward, printExpr } from './print';
export { type JsonSchema, jsonSchemas } from './schema';
export * from './pack';
