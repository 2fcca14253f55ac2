/**
 * Workbook files: the bytes of an .xlsx or .xlsm come in, grids of cells and the names in the file go
 * out, and, with edits, the bytes of the same file with our columns and sheets spliced in. Nothing is
 * evaluated or formatted here, no formula is calculated, and no part that needs no change is written anew.
 */
export { openWorkbook } from './workbook';
export { spliceWorkbook } from './write/splice-workbook';
export { WorkbookError } from './errors';
export type {
  CellProblem,
  FileKind,
  TableProblem,
  WorkbookErrorCode,
  WorkbookErrorParams,
  XmlProblem,
} from './errors';
export type * from './types';
