/**
 * The report room: settled outcomes come in, what people and programs read goes out (annotation columns,
 * the 明细 and 汇总 tables, the JSON result, the hidden names of what is ours). It knows no file and no host.
 */
export * from './annotation';
export * from './audit';
export * from './detail';
export {
  type Basis,
  type DetailCell,
  type DetailColumnId,
  type DetailColumnKind,
  isDetailHeader,
  type RowIdentity,
} from './detail-columns';
export { detailHeaderKey } from './detail-header-key';
export * from './digest';
export * from './display-width';
export * from './edits';
export * from './finding-text';
export { identities } from './identity';
export * from './mapping-words';
export * from './money';
export * from './names';
export type { OurNameEdit } from './our-names';
export type { CellLook, FormulaWithValue, OurCell, OurColumn, OurSheet, StyledValue } from './our-sheets';
export * from './ours';
export * from './phrases';
export * from './placement';
export * from './provenance';
export * from './report-source';
export * from './result-json';
export { type CarriedReview, NO_REVIEWS, readReviews, type Reviews } from './reviews';
export * from './rows-digest';
export * from './summary';
export * from './summary-cell';
export { SummaryMismatch } from './summary-figures';
export * from './words';
export { workbookReport, type WorkbookReport, type WorkbookReportInput } from './workbook-report';
